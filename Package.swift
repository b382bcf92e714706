// swift-tools-version: 6.2
import PackageDescription

// Libraries of C are found by pkg-config; `make setup` installs them.
func systemLibrary(_ name: String, pkgConfig: String, apt: String, brew: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt]), .brew([brew])])
}

// Kernels stay fast in debug builds, so that tests that train take seconds. SwiftPM refuses unsafe flags in a
// package that is fetched as a dependency, where the default of a release build (-O2) does nearly as well.
let isFetchedAsDependency = Context.packageDirectory.contains("/checkouts/")
let kernelSettings: [CSetting] =
  isFetchedAsDependency ? [] : [.unsafeFlags(["-O3", "-fno-math-errno"])]

let package = Package(
  name: "lossline",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Plot", targets: ["Plot"]),
    .library(name: "PlotTesting", targets: ["PlotTesting"]),
    .library(name: "Runs", targets: ["Runs"]),
    .library(name: "Train", targets: ["Train"]),
    .library(name: "Report", targets: ["Report"]),
    .executable(name: "lossline", targets: ["lossline"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    systemLibrary("CCairo", pkgConfig: "cairo", apt: "libcairo2-dev", brew: "cairo"),
    systemLibrary("CHarfBuzz", pkgConfig: "harfbuzz", apt: "libharfbuzz-dev", brew: "harfbuzz"),
    systemLibrary("CFriBidi", pkgConfig: "fribidi", apt: "libfribidi-dev", brew: "fribidi"),
    systemLibrary("CFreeType", pkgConfig: "freetype2", apt: "libfreetype-dev", brew: "freetype"),
    systemLibrary("CFontconfig", pkgConfig: "fontconfig", apt: "libfontconfig-dev", brew: "fontconfig"),
    systemLibrary("CPNG", pkgConfig: "libpng", apt: "libpng-dev", brew: "libpng"),
    systemLibrary("CDeflate", pkgConfig: "libdeflate", apt: "libdeflate-dev", brew: "libdeflate"),
    systemLibrary("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev", brew: "zlib"),
    .target(name: "CPNGEncoder", dependencies: ["CPNG", "CDeflate"], cSettings: kernelSettings),
    .target(
      name: "Plot", dependencies: ["CPNGEncoder", "CCairo", "CHarfBuzz", "CFriBidi", "CFreeType", "CFontconfig"]),
    .target(name: "CPixelComparison", cSettings: kernelSettings),
    .target(
      name: "Snapshots",
      dependencies: [
        "Plot", "CPixelComparison", "CCairo", "CDeflate", "CFreeType", "CFriBidi", "CHarfBuzz", "CPNG",
      ]),
    .target(name: "CTestObservation"),
    .target(name: "PlotTesting", dependencies: ["Plot", "Snapshots", "CTestObservation"]),
    .target(name: "CChecksum", cSettings: kernelSettings),
    .target(
      name: "Runs",
      dependencies: ["CChecksum", "CZlib", .product(name: "SwiftProtobuf", package: "swift-protobuf")],
      exclude: ["Protos"]),
    .target(name: "CKernels", cSettings: kernelSettings),
    .target(name: "Train", dependencies: ["Runs", "CKernels"]),
    .target(name: "CReportAssets", exclude: ["Templates"]),
    .target(
      name: "Report",
      dependencies: ["Runs", "Plot", "CReportAssets", .product(name: "Mustache", package: "swift-mustache")]),
    .target(name: "CGallerySources"),
    .target(name: "Gallery", dependencies: ["Plot", "Report", "CGallerySources"]),
    .target(name: "Examples", dependencies: ["Train", "Plot", "Report", "Runs"]),
    .executableTarget(
      name: "lossline",
      dependencies: [
        "Examples", "Gallery", "Train", "Report", "Plot", "Runs", "Snapshots",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(
      name: "PlotTests", dependencies: ["Plot", "PlotTesting", "CPNG", "CPNGEncoder"],
      exclude: ["Fixtures", "__Snapshots__"]),
    .testTarget(
      name: "PlotTestingTests", dependencies: ["PlotTesting", "Snapshots", "Plot"], exclude: ["__Snapshots__"]),
    .testTarget(
      name: "RunsTests",
      dependencies: ["Runs", "CChecksum", "CZlib", .product(name: "SwiftProtobuf", package: "swift-protobuf")],
      exclude: ["Fixtures"]),
    .testTarget(name: "TrainTests", dependencies: ["Train", "Runs"], exclude: ["Fixtures"]),
    .testTarget(name: "ReportTests", dependencies: ["Report", "Runs", "Plot"], exclude: ["Fixtures"]),
    .testTarget(
      name: "GalleryTests", dependencies: ["Gallery", "Plot", "PlotTesting", "Report"], exclude: ["__Snapshots__"]),
    .testTarget(name: "BrowserTests", dependencies: ["Report", "Runs", "Plot"]),
    .testTarget(
      name: "CommandTests", dependencies: ["lossline", "Examples", "Plot", "Runs", "Snapshots"], exclude: ["Fixtures"]),
    .testTarget(
      name: "ProjectTests", dependencies: ["lossline", "Plot", "PlotTesting", "Train", "Runs", "Report"],
      exclude: ["Documentation/Snippets/__Snapshots__"]),
  ],
  cLanguageStandard: .c2x
)

// `make fuzz` alone builds this: libFuzzer brings its own entry point.
if Context.environment["LOSSLINE_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "lossline-fuzz", dependencies: ["Runs", "Train"], path: "Fuzz/Sources",
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
}

// One loop for every Swift target.
for target in package.targets
where target.type != .system
  && ![
    "CKernels", "CChecksum", "CPNGEncoder", "CPixelComparison", "CTestObservation", "CReportAssets", "CGallerySources",
  ].contains(target.name)
{
  let settings: [SwiftSetting] = [
    // `any` marks the places that pay for dynamic dispatch.
    .enableUpcomingFeature("ExistentialAny"),
    // A C module or a dependency becomes part of our interface only on purpose.
    .enableUpcomingFeature("InternalImportsByDefault"),
    // An extension is visible only in files that import its module.
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
  target.swiftSettings = (target.swiftSettings ?? []) + settings
}
