internal import Foundation

/// What the source of a test file tells without compiling it.
struct TestSource {
  static let swiftTesting = "swift-testing"
  static let xcTest = "xctest"

  /// The test libraries that its tests are written for, as ``SnapshotRun/Start`` names them.
  let libraries: Set<String>
  /// The names of its functions as they are in the names of references.
  private let functions: [String]

  /// Larger files are no tests, in bytes.
  private static let largest = 16 << 20

  /// - Returns: `nil` when there is no such file.
  init?(_ file: URL) {
    guard let bytes = try? ReferenceFile.bytes(of: file), bytes.count <= Self.largest else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    var libraries: Set<String> = []
    if text.contains("@Test") { libraries.insert(Self.swiftTesting) }
    if text.contains("XCTestCase") { libraries.insert(Self.xcTest) }
    self.libraries = libraries
    functions = text.matches(of: /\bfunc\s+(?:`([^`]+)`|(\w+))/).map { match in
      let name = String(match.output.1 ?? match.output.2 ?? "")
      return SnapshotName(testFile: file, suites: [], function: name).stem
    }
  }

  /// The function that a reference's name speaks of; `nil` when the file has no such function any more.
  func function(of reference: URL) -> String? {
    let name = ".\(reference.lastPathComponent)"
    return functions.first { name.contains(".\($0).") }
  }
}
