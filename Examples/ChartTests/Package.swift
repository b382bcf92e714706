// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "ChartTests",
  platforms: [.macOS(.v15)],
  products: [.library(name: "TrainingCharts", targets: ["TrainingCharts"])],
  dependencies: [
    // In a package of your own: .package(url: "…", from: "…").
    .package(name: "lossline", path: "../..")
  ],
  targets: [
    .target(name: "TrainingCharts", dependencies: [.product(name: "Plot", package: "lossline")]),
    .testTarget(
      name: "TrainingChartsTests",
      dependencies: ["TrainingCharts", .product(name: "PlotTesting", package: "lossline")],
      exclude: ["__Snapshots__"]),
  ]
)
