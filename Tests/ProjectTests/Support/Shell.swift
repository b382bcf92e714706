import Foundation
import Testing

/// Runs scripts in a folder of its own, with the `lossline` that was built beside the tests on the path.
final class Shell {
  struct Result {
    var status: Int32
    /// What went to standard output and standard error, in order.
    var output: String
  }

  let folder: URL

  /// A new empty folder, removed with this object.
  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "lossline-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Runs a bash script to its end; standard input is empty.
  func run(_ script: String, environment: [String: String] = [:]) throws -> Result {
    let log = FileManager.default.temporaryDirectory.appending(path: "log-\(UUID().uuidString)")
    try Data().write(to: log)
    defer { try? FileManager.default.removeItem(at: log) }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-euo", "pipefail", "-c", script]
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    variables["PATH"] = "\(Self.products.path):\(variables["PATH"] ?? "/usr/bin:/bin")"
    process.environment = variables
    process.standardInput = FileHandle.nullDevice
    let handle = try FileHandle(forWritingTo: log)
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: try Data(contentsOf: log), as: UTF8.self))
  }

  /// Runs a script that must succeed, and gives what it printed.
  @discardableResult
  func callAsFunction(
    _ script: String, environment: [String: String] = [:], sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let result = try run(script, environment: environment)
    try #require(result.status == 0, "\(script)\n\(result.output.suffix(4000))", sourceLocation: sourceLocation)
    return result.output
  }

  func place(_ path: String) -> URL { folder.appending(path: path) }

  func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: place(path).path) }

  func write(_ text: String, to path: String) throws {
    let file = place(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func read(_ path: String) throws -> String { String(decoding: try Data(contentsOf: place(path)), as: UTF8.self) }

  /// The folder of the programs that were built beside the tests.
  static let products: URL = {
    #if os(Linux)
      let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    #else
      let tests = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL ?? Bundle.main.bundleURL
    #endif
    return tests.deletingLastPathComponent()
  }()
}
