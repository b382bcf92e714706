import Foundation
import Testing

/// The example package is tested as its users would do it, and fails when it should. Asked for as ``ConsumerTests`` are.
@Suite(.serialized, .enabled(if: ProcessInfo.processInfo.environment["LOSSLINE_PACKAGES"] != nil))
struct ExamplePackageTests {
  private static let lossFiles = "Tests/TrainingChartsTests/__Snapshots__/LossChartTests"

  private static let page = ".build/plot-snapshots/index.html"

  @Test func aChangedChartFailsUntilItIsAccepted() throws {
    let package = try ExamplePackage()
    let files = package.files(below: "Tests")
    let green = try package.test()
    try #require(green.status == 0, "\(green.output.suffix(5000))")
    #expect(package.files(below: "Tests") == files, "a run that passes writes nothing")

    try package.replace(#".xAxis("Epoch")"#, with: #".xAxis("Epochs")"#, in: "Sources/TrainingCharts/LossChart.swift")
    try package.replace("Right answers", with: "Correct answers", in: "Sources/TrainingCharts/AccuracyChart.swift")
    try fail("AccuracyChartTests.testAccuracies", of: package, files)
    try fail("LossChartTests.losses", of: package, files)
    #expect(try package.read(Self.page).contains("2 snapshots differ from what was accepted."))

    let accepted = try package.snapshots("accept LossChartTests.losses AccuracyChartTests")
    #expect(accepted.status == 0 && accepted.output.split(separator: "Accepted ").count == 4, "\(accepted.output)")
    #expect(package.files(below: "Tests") == files)
    // The themes changed too, and nobody has looked at them yet.
    let themes = try package.test()
    #expect(themes.status != 0 && themes.output.contains("LossChartTests.themes.dark is not as accepted"))
    #expect(try package.snapshots("accept --all").status == 0)
    let again = try package.test()
    #expect(again.status == 0, "\(again.output.suffix(3000))")
    #expect(try package.read(Self.page).contains("All snapshots are as accepted."))
    try prune(package)
  }

  /// One differing snapshot has the run fail, whichever framework its test is of, and is on the page.
  private func fail(_ test: String, of package: ExamplePackage, _ files: [String]) throws {
    let earlier = package.files(below: "Tests")
    let never = try package.test(filter: test, ["PLOT_SNAPSHOTS": "never"])
    #expect(never.status != 0 && never.output.contains("\(test) is not as accepted"), "\(never.output.suffix(3000))")
    #expect(never.output.contains("Nothing was written.") && package.files(below: "Tests") == earlier)
    #expect(try package.read(Self.page).contains(test))
    let pending = try package.test(filter: test)
    #expect(
      pending.status != 0 && pending.output.contains("\(test) is not as accepted"), "\(pending.output.suffix(3000))")
    #expect(pending.output.contains("lossline snapshots accept Tests/TrainingChartsTests/__Snapshots__/"))
    #expect(pending.output.contains("Side by side: \(package.folder.path)/\(Self.page)"))
    #expect(package.files(below: "Tests").filter { !$0.contains(".pending.") } == files)
    #expect(try package.read(Self.page).contains(test))
  }

  /// After a run of all tests in both frameworks.
  private func prune(_ package: ExamplePackage) throws {
    #expect(try package.snapshots("prune").output == "No reference is to be removed.\n")
    let stale = "\(Self.lossFiles)/LossChartTests.themes.sepia.scene"
    try package.write("scene\n", to: stale)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 0)], ofItemAtPath: package.folder.appending(path: stale).path)
    #expect(try package.snapshots("prune").output == "Removed \(stale)\n")
    _ = try package.test(filter: "AccuracyChartTests")
    #expect(try package.snapshots("prune --dry-run").output == "No reference is to be removed.\n")
  }

  /// What must never pass, in both frameworks, each alone.
  @Test func mistakesFail() throws {
    let package = try ExamplePackage()
    try package.write(Self.mistakes, to: "Tests/TrainingChartsTests/Mistakes.swift")
    let cases: [(filter: String, variables: [String: String], message: String)] = [
      ("MistakeTests.missing", [:], "MistakeTests.missing.scene does not exist"),
      ("MistakeCases.testMissing", [:], "MistakeCases.testMissing.scene does not exist"),
      ("MistakeTests.missing", ["PLOT_SNAPSHOTS": "missing"], "It is written anew."),
      ("MistakeTests.twice", [:], "MistakeTests.twice takes two snapshots without a name"),
      ("MistakeCases.testTwice", [:], "MistakeCases.testTwice takes two snapshots without a name"),
      ("MistakeTests.parameterized", [:], "runs once for each argument, so that its snapshots need names"),
      ("MistakeTests.detached", [:], "expectSnapshot does not know which test it is in"),
      ("LossChartTests.losses", ["PLOT_SNAPSHOTS": "often"], "PLOT_SNAPSHOTS=often is not known; use one of"),
      ("AccuracyChartTests", ["PLOT_SNAPSHOTS": "often"], "PLOT_SNAPSHOTS=often is not known; use one of"),
      ("LossChartTests.losses", ["PLOT_SNAPSHOTS_STACK": "odd"], "PLOT_SNAPSHOTS_STACK=odd is not known; use one of"),
    ]
    for (filter, variables, message) in cases {
      let result = try package.test(filter: filter, variables)
      #expect(result.status != 0, "\(filter) \(variables): \(result.output.suffix(3000))")
      #expect(result.output.contains(message), "\(filter) \(variables): \(result.output.suffix(3000))")
    }
    #expect(try package.test(filter: "MistakeTests.missing").status == 0, "it was written, so that there is one now")
  }

  private static let mistakes = """
    import Plot
    import PlotTesting
    import Testing
    import TrainingCharts
    import XCTest

    private let chart = accuracyChart(["LSTM": 0.87])

    @Suite struct MistakeTests {
      @Test func missing() { expectSnapshot(of: chart, as: .scene) }
      @Test func twice() {
        expectSnapshot(of: chart, as: .scene)
        expectSnapshot(of: chart, as: .scene)
      }
      @Test(arguments: [1, 2]) func parameterized(_ number: Int) { expectSnapshot(of: chart, as: .scene) }
      @Test func detached() async { await Task.detached { expectSnapshot(of: chart, as: .scene) }.value }
    }

    final class MistakeCases: XCTestCase {
      func testMissing() { expectSnapshot(of: chart, as: .scene) }
      func testTwice() {
        expectSnapshot(of: chart, as: .scene)
        expectSnapshot(of: chart, as: .scene)
      }
    }

    """
}
