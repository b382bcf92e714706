import Foundation

/// Runs the `lossline` that was built beside the tests, in a folder of its own.
struct Command {
  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  let folder: URL

  /// A new empty folder, removed with ``remove()``.
  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "lossline-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  func callAsFunction(_ arguments: String..., environment: [String: String] = [:]) throws -> Result {
    try run(arguments, environment: environment)
  }

  /// Runs the command to its end; standard input is empty unless told.
  func run(_ arguments: [String], environment: [String: String] = [:], input: String = "") throws -> Result {
    let (process, output, errors) = try start(arguments, environment: environment, input: input)
    process.waitUntilExit()
    return Result(status: process.terminationStatus, output: try Self.text(output), errors: try Self.text(errors))
  }

  /// Starts the command without waiting for it; what it prints goes to files, so that no full pipe can block it.
  func start(
    _ arguments: [String], environment: [String: String] = [:], input: String = ""
  ) throws -> (
    Process, URL, URL
  ) {
    let output = FileManager.default.temporaryDirectory.appending(path: "out-\(UUID().uuidString)")
    let errors = FileManager.default.temporaryDirectory.appending(path: "err-\(UUID().uuidString)")
    for file in [output, errors] { try Data().write(to: file) }
    let typed = FileManager.default.temporaryDirectory.appending(path: "in-\(UUID().uuidString)")
    try Data(input.utf8).write(to: typed)
    defer { try? FileManager.default.removeItem(at: typed) }
    let process = Process()
    process.executableURL = Self.executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: typed)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    return (process, output, errors)
  }

  static func text(_ file: URL) throws -> String {
    defer { try? FileManager.default.removeItem(at: file) }
    return String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }

  /// All files below a path of the folder, by path relative to it.
  func files(below path: String) throws -> [String: Data] {
    let root = folder.appending(path: path)
    guard let list = FileManager.default.enumerator(atPath: root.path) else { return [:] }
    var files: [String: Data] = [:]
    for case let name as String in list {
      var isFolder: ObjCBool = false
      let file = root.appending(path: name)
      let exists = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
      guard exists, !isFolder.boolValue else { continue }
      files[name] = try Data(contentsOf: file)
    }
    return files
  }

  func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: path))
  }

  static let executable: URL = {
    #if os(Linux)
      let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    #else
      let tests = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL ?? Bundle.main.bundleURL
    #endif
    return tests.deletingLastPathComponent().appending(path: "lossline")
  }()
}
