import Foundation
import Testing

/// Packages outside of the checkout use the products. They are built from nothing, which takes a minute and both
/// processors, so it is asked for: `LOSSLINE_PACKAGES=plot` in `make test`, `LOSSLINE_PACKAGES=all` in `make test-packages`.
@Suite(.serialized, .enabled(if: ProcessInfo.processInfo.environment["LOSSLINE_PACKAGES"] != nil))
struct ConsumerTests {
  private static let all = ProcessInfo.processInfo.environment["LOSSLINE_PACKAGES"] == "all"

  /// What each product is used for; each program writes one file and prints its size.
  private static let programs = [
    "Plot": """
    import Foundation
    import Plot

    let place = URL(filePath: "chart.png")
    try Chart("Loss") { LineMark(y: [3.0, 2, 1.5]) }.write(to: place)
    print(try Data(contentsOf: place).count)
    """,
    "Runs": """
    import Foundation
    import Runs

    let place = URL(filePath: "run-\\(UUID().uuidString)")
    let writer = try RunWriter(creating: place)
    try writer.log("loss", 0.5, step: 1)
    try writer.finish()
    print(try Run(reading: place).scalars.count)
    """,
    "Train": """
    import Train

    let model = Sequential([Dense(1)], seed: 1)
    try model.compile(optimizer: Adam(), loss: .meanSquaredError)
    let x = try Tensor(shape: [4, 1], values: [1, 2, 3, 4])
    let history = try model.fit(x, x, epochs: 3, callbacks: [])
    print(history.epochs.count)
    """,
    "Report": """
    import Foundation
    import Report
    import Runs

    let place = URL(filePath: "log-\\(UUID().uuidString).csv")
    try Data("epoch,loss\\n1,0.5\\n2,0.25\\n".utf8).write(to: place)
    let written = try TrainingReport(run: Run(reading: place)).write(to: URL(filePath: "page"))
    print(written.charts.count)
    """,
  ]

  @Test func plotAloneBuildsNothingElse() throws {
    let package = try ConsumerPackage()
    try package.write(["Plot": Self.programs["Plot"] ?? ""], reference: .url)
    let build = try package.build()
    try #require(build.status == 0, "\(build.output.suffix(3000))")
    #expect(!build.output.contains("warning:"), "\(build.output)")
    let answer = try package.run("Plot")
    #expect(answer.status == 0 && (Int(answer.output.dropLast()) ?? 0) > 5_000, "\(answer.output)")
    // No protobuf, no templates, no argument parser, no kernels.
    let modules = try package.builtModules()
    #expect(modules == ["UsePlot", "Plot", "CPNGEncoder"], "\(modules)")
  }

  @Test(.enabled(if: all), arguments: ConsumerPackage.Reference.allCases)
  func everyProductIsUsable(reference: ConsumerPackage.Reference) throws {
    let package = try ConsumerPackage()
    try package.write(Self.programs, reference: reference)
    let build = try package.build()
    try #require(build.status == 0, "\(build.output.suffix(3000))")
    #expect(!build.output.contains("warning:"), "\(build.output)")
    for product in Self.programs.keys.sorted() {
      let answer = try package.run(product)
      #expect(answer.status == 0 && (Int(answer.output.dropLast()) ?? 0) > 0, "\(product): \(answer.output)")
    }
    let modules = try package.builtModules()
    #expect(modules.isDisjoint(with: ["ArgumentParser", "lossline", "Examples", "Gallery"]), "\(modules)")
  }
}
