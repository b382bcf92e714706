package import Foundation

/// Finds the references that no test takes any more: those that a full run of all tests did not compare with.
///
/// A run tells only what its tests came to. So a reference stays
/// - whose test is still in the source, but took no snapshot at all: it is disabled, or failed before;
/// - that was written after the run began.
package struct ReferencePruning: Sendable {
  /// A reference, and why it stays.
  package struct Kept: Sendable {
    /// Below the package's folder.
    package let path: String
    /// The end of a sentence about it.
    package let reason: String
  }

  /// What nobody takes any more, as paths below the package's folder.
  package private(set) var stale: [String] = []
  /// What no test compared with, but stays.
  package private(set) var kept: [Kept] = []

  private let package: URL

  /// - Throws: ``ReferencePruningError`` unless a full run of every library in use came to its end.
  package init(of package: URL) throws(ReferencePruningError) {
    self.package = package
    let runs = SnapshotRun.all(in: package)
    let references = Self.references(in: package)
    var sources: [URL: TestSource] = [:]
    for file in Set(references.map(Self.testFile)) { sources[file] = TestSource(file) }
    let start = try Self.start(of: runs, using: sources.values.reduce(into: []) { $0.formUnion($1.libraries) })
    let announced = Dictionary(
      grouping: runs.flatMap(\.announcements), by: { $0.reference.precomposedStringWithCanonicalMapping })
    let tests = Set(runs.flatMap(\.announcements).map { "\(Self.folder($0.reference))/.\(Self.plain($0.test))" })
    for reference in references {
      guard let path = reference.path(below: package), announced[path.precomposedStringWithCanonicalMapping] == nil
      else {
        continue
      }
      let changed = try? reference.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate
      if let changed, changed.timeIntervalSince1970 >= start {
        kept.append(Kept(path: path, reason: "was written after the run began; run the tests again"))
      } else if let name = sources[Self.testFile(reference)]?.function(of: reference),
        !tests.contains(where: { $0.hasPrefix("\(Self.folder(path))/") && $0.hasSuffix(".\(name)") })
      {
        kept.append(
          Kept(
            path: path,
            reason: "belongs to \(name), which is still there but took no snapshot; remove it by hand if it never will")
        )
      } else {
        stale.append(path)
      }
    }
  }

  /// Removes a stale reference, what is pending for it, and the folders that this leaves empty.
  ///
  /// - Throws: What the file manager throws.
  package func remove(_ path: String) throws {
    let reference = package.appending(path: path)
    try PendingSnapshot.remove(for: reference)
    try FileManager.default.removeItem(at: reference)
    // `__Snapshots__/<TestFile>`: a folder that is not empty stays, which is no failure.
    var folder = reference.deletingLastPathComponent()
    for _ in 0..<2 where rmdir(folder.path(percentEncoded: false)) == 0 { folder.deleteLastPathComponent() }
  }

  // MARK: Runs

  /// When the oldest run that counts began, in seconds since 1970.
  private static func start(
    of runs: [SnapshotRun], using libraries: Set<String>
  ) throws(ReferencePruningError) -> Double {
    guard !runs.isEmpty else {
      throw ReferencePruningError("No run of the tests is known. Run all tests first: `swift test`, without filters.")
    }
    var first = Double.infinity
    for library in libraries.union(runs.map(\.start.library)).sorted() {
      let own = runs.filter { $0.start.library == library }
      guard let full = own.last(where: \.start.isFull) else {
        throw ReferencePruningError(
          own.isEmpty
            ? "No run of the tests in \(name(library)) is known. Run all tests first: `swift test`, without filters."
            : "The tests in \(name(library)) were run with a filter or in parallel processes, so that nothing is known of "
              + "the others. Run all tests first: `swift test`, without filters.")
      }
      guard full.isComplete else {
        throw ReferencePruningError(
          "The last full run of the tests in \(name(library)) did not come to its end. Run all tests again: `swift test`."
        )
      }
      first = min(first, full.start.time)
    }
    return first
  }

  private static func name(_ library: String) -> String {
    switch library {
    case TestSource.swiftTesting: "Swift Testing"
    case TestSource.xcTest: "XCTest"
    default: library.legible(limit: 40)
    }
  }

  // MARK: Files

  /// All references of the package, by path; packages inside of it have runs of their own.
  private static func references(in package: URL) -> [URL] {
    let manager = FileManager.default
    guard let list = manager.enumerator(atPath: package.path(percentEncoded: false)) else { return [] }
    var paths: [String] = []
    for case let path as String in list {
      let parts = path.split(separator: "/")
      let name = parts.last ?? ""
      let isPackage = manager.fileExists(atPath: package.appending(path: "\(path)/Package.swift").path)
      if name == ".build" || name == ".git" || isPackage { list.skipDescendants() }
      guard parts.count >= 3, parts[parts.count - 3] == "__Snapshots__", !name.contains(".pending.") else { continue }
      let file = package.appending(path: path)
      let isFile = try? file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile
      if isFile == true, PendingSnapshot.format(of: file) != nil { paths.append(path) }
    }
    return paths.sorted().map { package.appending(path: $0) }
  }

  /// A test's name as it is in the names of references.
  private static func plain(_ test: String) -> String {
    SnapshotName(testFile: URL(filePath: "/"), suites: [], function: test).stem
  }

  private static func folder(_ path: String) -> Substring { path[..<(path.lastIndex(of: "/") ?? path.startIndex)] }

  /// The test file of a reference, which may be gone.
  private static func testFile(_ reference: URL) -> URL {
    let folder = reference.deletingLastPathComponent()
    return folder.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "\(folder.lastPathComponent).swift")
  }
}

/// Why nothing can be pruned.
package struct ReferencePruningError: Error, CustomStringConvertible {
  /// A sentence with the reason, and one with the remedy.
  package let description: String

  init(_ description: String) { self.description = description }
}
