import Foundation
import Testing

/// A package outside of the checkout that uses products of Lossline, in a folder of its own.
struct ConsumerPackage {
  /// How it says where Lossline is.
  enum Reference: String, CaseIterable, Sendable {
    /// A folder beside it.
    case path
    /// A repository that is cloned, at a version.
    case url
  }

  let shell: Shell

  /// Copies what Lossline consists of to a folder that is no checkout of it, and makes it a repository with a version.
  init() throws {
    shell = try Shell()
    try FileManager.default.createDirectory(at: shell.place("lossline"), withIntermediateDirectories: true)
    for part in ["Package.swift", "Sources"] {
      try FileManager.default.copyItem(at: Checkout.place(part), to: shell.place("lossline/\(part)"))
    }
    try shell(
      """
      cd lossline && git init --quiet --initial-branch=main && git add --all
      git -c user.name=Test -c user.email=test@example.invalid commit --quiet --message 'As it is'
      git tag 0.1.0
      """)
    try FetchedDependencies.use(in: shell.place("consumer"), mirrors: shell.place("mirrors"))
  }

  /// Writes the package: one program a product; of PlotTesting a file of tests.
  func write(_ programs: [String: String], reference: Reference) throws {
    let dependency =
      switch reference {
      case .path: #".package(path: "../lossline")"#
      case .url: #".package(url: "file://\#(shell.place("lossline").path)", from: "0.1.0")"#
      }
    let targets = programs.keys.sorted().map { product in
      let isTest = product == Self.testing
      let products = isTest ? ["Plot", product] : [product]
      let dependencies = products.map { #".product(name: "\#($0)", package: "lossline")"# }.joined(separator: ", ")
      return
        #"    .\#(isTest ? "testTarget" : "executableTarget")(name: "Use\#(product)", dependencies: [\#(dependencies)]),"#
    }
    try shell.write(
      """
      // swift-tools-version: 6.2
      import PackageDescription

      let package = Package(
        name: "consumer",
        platforms: [.macOS(.v15)],
        dependencies: [\(dependency)],
        targets: [
      \(targets.joined(separator: "\n"))
        ]
      )
      """, to: "consumer/Package.swift")
    for (product, program) in programs {
      let file = product == Self.testing ? "Tests/Use\(product)/Charts.swift" : "Sources/Use\(product)/main.swift"
      try shell.write(program, to: "consumer/\(file)")
    }
  }

  /// Builds every target.
  func build() throws -> Shell.Result {
    // The caches of the machine stay as they are: the copy is gone afterwards.
    try shell.run("cd consumer && \(Self.swift) build --build-tests --disable-dependency-cache 2>&1")
  }

  /// Runs the tests that use PlotTesting.
  func test(snapshots mode: String) throws -> Shell.Result {
    try shell.run(
      "cd consumer && \(Self.swift) test --skip-build --disable-dependency-cache 2>&1",
      environment: ["PLOT_SNAPSHOTS": mode])
  }

  /// Runs the program that uses a product, in the folder that holds the packages.
  func run(_ product: String) throws -> Shell.Result { try shell.run("consumer/.build/debug/Use\(product)") }

  /// The Swift and C modules of which anything was compiled. (Folders and lists of sources are there for every target.)
  func builtModules() throws -> Set<String> {
    let objects = try shell("find consumer/.build/*/debug -name '*.o' -path '*.build/*'")
    return Set(objects.matches(of: /\/debug\/([^\/]+)\.build\//).map { String($0.1) })
  }

  private static let testing = "PlotTesting"
  private static let swift = ProcessInfo.processInfo.environment["SWIFT"] ?? "swift"
}
