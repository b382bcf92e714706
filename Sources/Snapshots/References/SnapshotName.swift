package import Foundation

/// Where the references of a snapshot are: `__Snapshots__/<TestFile>/<Suite.test>[.<name>].<ending>` beside the test file.
package struct SnapshotName: Sendable, Hashable {
  /// The file of the test.
  package let testFile: URL
  /// The test with its suites: `LossTests.lossCurve`, or `lossCurve` for a test outside of suites.
  package let test: String
  /// What tells several snapshots of one test apart.
  package let name: String?

  /// - Parameters:
  ///   - suites: The types that the test is in, from the outermost on.
  ///   - function: The test's function; backticks and what follows an opening parenthesis are left away.
  ///   - snapshot: What tells several snapshots of one test apart.
  package init(testFile: URL, suites: [String], function: String, name snapshot: String? = nil) {
    self.testFile = testFile
    let name = function.hasPrefix("`") ? function.dropFirst().prefix { $0 != "`" } : function.prefix { $0 != "(" }
    test = (suites.map { $0.replacing("`", with: "") } + [String(name)]).joined(separator: ".")
    self.name = snapshot
  }

  /// The folder of the test file's references.
  package var folder: URL {
    testFile.deletingLastPathComponent()
      .appending(path: "__Snapshots__", directoryHint: .isDirectory)
      .appending(path: testFile.deletingPathExtension().lastPathComponent, directoryHint: .isDirectory)
  }

  /// The names of its files without their endings. Letters, digits and `-_+=,.` stay, everything else becomes a hyphen.
  package var stem: String {
    let full = identity.precomposedStringWithCanonicalMapping
    let plain = full.map { $0.isLetter || $0.isNumber || "-_+=,.".contains($0) ? String($0) : "-" }.joined()
    guard plain.utf8.count > Self.longest else { return plain.hasPrefix(".") ? "-" + plain : plain }
    let digest = ContentDigest(Data(full.utf8)).text
    var short = plain
    while short.utf8.count > Self.longest - digest.utf8.count - 1 { short.removeLast() }
    return "\(short)-\(digest)"
  }

  /// Test and name as they are.
  package var identity: String { test + (name.map { ".\($0)" } ?? "") }

  /// The reference of a format.
  package func file(_ format: SnapshotFormat) -> URL { folder.appending(path: "\(stem).\(format.ending)") }

  /// Why the name cannot be used; `nil` when it can.
  package var problem: String? {
    if name?.isEmpty == true {
      return "A snapshot's name must not be empty; give it letters or digits, or leave `named:` out."
    }
    guard stem.lowercased().split(separator: ".").contains("pending") else { return nil }
    return "No snapshot can be called “\(identity)”: “.pending.” is in the names of files that wait for review; "
      + "choose another name."
  }

  /// File systems allow 255 bytes; endings and `.pending` need some.
  private static let longest = 200
}
