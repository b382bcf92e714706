// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that users of the library never fetch or build what only measuring needs.
let package = Package(
  name: "lossline-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "lossline", path: "..")],
  targets: [
    .executableTarget(
      name: "lossline-bench",
      dependencies: [
        .product(name: "Train", package: "lossline"), .product(name: "Plot", package: "lossline"),
        .product(name: "Runs", package: "lossline"),
      ])
  ]
)
