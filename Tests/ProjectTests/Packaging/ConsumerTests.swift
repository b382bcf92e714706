import Foundation
import Testing

/// Packages outside of the checkout use the products. They are built from nothing, which takes a minute and both
/// processors, so it is asked for: `LOSSLINE_PACKAGES=plot` in `make test`, `LOSSLINE_PACKAGES=all` in `make test-packages`.
@Suite(.serialized, .enabled(if: ProcessInfo.processInfo.environment["LOSSLINE_PACKAGES"] != nil))
struct ConsumerTests {
  private static let all = ProcessInfo.processInfo.environment["LOSSLINE_PACKAGES"] == "all"

  /// The programs that README and articles begin with, each with the file it writes.
  private static let examples = [
    "Plot": (snippet: "readme-chart", result: "loss.pdf"),
    "Runs": (snippet: "runs-first", result: "runs/simulation/run.json"),
    "Train": (snippet: "readme-training", result: "runs/sine/run.json"),
    "Report": (snippet: "report-first", result: "reports/first/index.html"),
  ]

  private static let test = ["PlotTesting": "readme-snapshot"]

  private func programs(_ products: some Collection<String>) throws -> [String: String] {
    let snippets = try SnippetFile.all()
    return try products.reduce(into: [:]) { programs, product in
      let name = Self.examples[product]?.snippet ?? Self.test[product] ?? ""
      let program: String = try #require(snippets[name])
      programs[product] = program
    }
  }

  private func check(_ package: ConsumerPackage, _ product: String) throws {
    let answer = try package.run(product)
    let result = Self.examples[product]?.result ?? ""
    #expect(answer.status == 0 && package.shell.exists(result), "\(product): \(answer.output)")
  }

  @Test func plotAloneBuildsNothingElse() throws {
    let package = try ConsumerPackage()
    try package.write(programs(["Plot"]), reference: .url)
    let build = try package.build()
    try #require(build.status == 0, "\(build.output.suffix(3000))")
    #expect(!build.output.contains("warning:"), "\(build.output)")
    try check(package, "Plot")
    // No protobuf, no templates, no argument parser, no kernels.
    let modules = try package.builtModules()
    #expect(modules == ["UsePlot", "Plot", "CPNGEncoder"], "\(modules)")
  }

  @Test(.enabled(if: all), arguments: ConsumerPackage.Reference.allCases)
  func everyProductIsUsable(reference: ConsumerPackage.Reference) throws {
    let package = try ConsumerPackage()
    try package.write(programs(Array(Self.examples.keys) + Array(Self.test.keys)), reference: reference)
    let build = try package.build()
    try #require(build.status == 0, "\(build.output.suffix(3000))")
    #expect(!build.output.contains("warning:"), "\(build.output)")
    for product in Self.examples.keys.sorted() { try check(package, product) }
    let first = try package.test(snapshots: "missing")
    #expect(first.status != 0 && first.output.contains("lossCurve"), "\(first.output.suffix(3000))")
    let second = try package.test(snapshots: "never")
    #expect(second.status == 0, "\(second.output.suffix(3000))")
    let modules = try package.builtModules()
    #expect(modules.isDisjoint(with: ["ArgumentParser", "lossline", "Examples", "Gallery"]), "\(modules)")
  }
}
