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
    try useFetchedDependencies()
  }

  /// Writes the package: one program a product.
  func write(_ programs: [String: String], reference: Reference) throws {
    let dependency =
      switch reference {
      case .path: #".package(path: "../lossline")"#
      case .url: #".package(url: "file://\#(shell.place("lossline").path)", from: "0.1.0")"#
      }
    let targets = programs.keys.sorted().map { product in
      let dependencies = #"[.product(name: "\#(product)", package: "lossline")]"#
      return #"    .executableTarget(name: "Use\#(product)", dependencies: \#(dependencies)),"#
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
      try shell.write(program, to: "consumer/Sources/Use\(product)/main.swift")
    }
  }

  /// Builds and runs the program that uses a product; it runs in the folder that holds the packages.
  func build() throws -> Shell.Result {
    // The caches of the machine stay as they are: the copy is gone afterwards.
    try shell.run("cd consumer && \(Self.swift) build --disable-dependency-cache 2>&1")
  }

  func run(_ product: String) throws -> Shell.Result { try shell.run("consumer/.build/debug/Use\(product)") }

  /// The Swift and C modules that were built, system libraries aside.
  func builtModules() throws -> Set<String> {
    let names = try FileManager.default.contentsOfDirectory(atPath: shell.place("consumer/.build/debug").path)
    return Set(names.filter { $0.hasSuffix(".build") }.map { String($0.dropLast(6)) })
  }

  /// The packages Lossline depends on are cloned from this checkout's copies, where it has any: no network is needed.
  private func useFetchedDependencies() throws {
    let fetched = Checkout.place(".build/repositories")
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: fetched.path)) ?? []
    let manifest = try Checkout.read("Package.swift")
    var mirrors: [[String: String]] = []
    for match in manifest.matches(of: /\.package\(url: "(https:[^"]*\/([^"\/]+))"/) {
      let name = String(match.2)
      guard let folder = folders.first(where: { $0.dropLast(9) == name }) else { continue }
      // A package is known by the last part of its place, so the mirror bears the plain name.
      let link = shell.place("mirrors/\(name)")
      try FileManager.default.createDirectory(at: shell.place("mirrors"), withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: fetched.appending(path: folder))
      mirrors.append(["original": String(match.1), "mirror": "file://\(link.path)"])
    }
    let configuration = try JSONSerialization.data(withJSONObject: ["version": 1, "object": mirrors])
    try shell.write(String(decoding: configuration, as: UTF8.self), to: "consumer/.swiftpm/configuration/mirrors.json")
  }

  private static let swift = ProcessInfo.processInfo.environment["SWIFT"] ?? "swift"
}
