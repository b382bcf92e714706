import Foundation

/// A copy of `Examples/ChartTests` that depends on this checkout, to be changed and tested.
///
/// It is built in `.build/package-tests`, which stays, so that only what changed is built the next time.
struct ExamplePackage {
  let shell: Shell
  let folder: URL
  private let scratch = Checkout.place(".build/package-tests/build")

  init() throws {
    shell = try Shell()
    folder = Checkout.place(".build/package-tests/ChartTests")
    try? FileManager.default.removeItem(at: folder)
    for part in ["Package.swift", "Sources", "Tests"] {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        at: Checkout.place("Examples/ChartTests/\(part)"), to: folder.appending(path: part))
    }
    for path in files(below: "Tests") where path.contains(".pending.") {
      try FileManager.default.removeItem(at: folder.appending(path: "Tests/\(path)"))
    }
    try replace(#"path: "../..""#, with: #"path: "\#(Checkout.root.path)""#, in: "Package.swift")
    try FetchedDependencies.use(in: folder, mirrors: Checkout.place(".build/package-tests/mirrors"))
  }

  /// Runs `swift test`, without what the tests of this checkout were told by their environment.
  func test(filter: String? = nil, _ variables: [String: String] = [:]) throws -> Shell.Result {
    let settings = variables.map { "\($0)='\($1)'" }.joined(separator: " ")
    let filter = filter.map { "--filter '\($0)'" } ?? ""
    return try shell.run(
      """
      unset CI PLOT_SNAPSHOTS PLOT_SNAPSHOTS_STACK
      cd '\(folder.path)' && \(settings) \(Self.swift) test --scratch-path '\(scratch.path)' \(filter)
      """)
  }

  /// Runs `lossline snapshots` in the package.
  func snapshots(_ arguments: String) throws -> Shell.Result {
    try shell.run("cd '\(folder.path)' && lossline snapshots \(arguments)")
  }

  func read(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
  }

  func write(_ text: String, to path: String) throws { try Data(text.utf8).write(to: folder.appending(path: path)) }

  func replace(_ text: String, with other: String, in path: String) throws {
    try write(read(path).replacing(text, with: other), to: path)
  }

  func files(below path: String) -> [String] {
    ((try? FileManager.default.subpathsOfDirectory(atPath: folder.appending(path: path).path)) ?? []).sorted()
  }

  private static let swift = ProcessInfo.processInfo.environment["SWIFT"] ?? "swift"
}
