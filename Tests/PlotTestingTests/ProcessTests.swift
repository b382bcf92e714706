import Foundation
import Plot
import PlotTesting
import Snapshots
import Testing
import XCTest

/// Runs tests of this bundle in processes of their own, to see what a test run makes of them.
@Suite struct ProcessTests {
  @Test func failuresOfSwiftTestingFailTheRun() async throws {
    let run = try await TestProcess.run(["--testing-library", "swift-testing", "--filter", "FailingChild/missing"])
    #expect(run.status != 0)
    #expect(run.output.contains("FailingChild.missing.scene does not exist"))
    #expect(
      run.output.contains("lossline snapshots accept Tests/PlotTestingTests/__Snapshots__/ProcessTests/FailingChild"))
  }

  @Test func failuresOfXCTestFailTheRun() async throws {
    let run = try await TestProcess.run(["PlotTestingTests.FailingXCTestChild/testMissing"])
    #expect(run.status != 0)
    #expect(run.output.contains("FailingXCTestChild.testMissing.png does not exist"))
    let second = try await TestProcess.run(["PlotTestingTests.FailingXCTestChild/testDifferentRendering"])
    #expect(second.status != 0 && second.output.contains("The two renderings are not the same."))
  }

  @Test func expectationsInDetachedTasksFailTheRun() async throws {
    let run = try await TestProcess.run(["--testing-library", "swift-testing", "--filter", "FailingChild/detached"])
    #expect(run.status != 0 && run.output.contains("does not know which test it is in"))
  }

  @Test(arguments: ["PLOT_SNAPSHOTS": "record", "PLOT_SNAPSHOTS_STACK": "1"])
  func unknownSettingsFailTheRun(variable: String, value: String) async throws {
    let run = try await TestProcess.run(
      ["--testing-library", "swift-testing", "--filter", "HarmlessChild"], environment: [variable: value])
    #expect(run.status != 0 && run.output.contains("\(variable)=\(value) is not known; use one of "))
  }

  @Test(arguments: [
    ["LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"], ["LC_ALL": "ar_EG.UTF-8"], ["LC_ALL": "C"],
    ["TZ": "Asia/Kolkata"], ["TZ": "America/St_Johns", "LC_ALL": "tr_TR"], ["HOME": "/nonexistent"],
  ])
  func otherProcessesDrawTheSame(environment: [String: String]) async throws {
    let run = try await TestProcess.run(
      ["--testing-library", "swift-testing", "--filter", "HarmlessChild", "--repetitions", "2"],
      environment: environment.merging(["PLOT_SNAPSHOTS_STACK": "strict"]) { $1 },
      workingFolder: FileManager.default.temporaryDirectory)
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output.contains("Test chart() passed"))
  }
}

/// Starts the program that runs these tests once more.
private enum TestProcess {
  static let isChild = ProcessInfo.processInfo.environment["PLOT_TESTING_CHILD"] != nil

  static func run(
    _ arguments: [String], environment: [String: String] = [:], workingFolder: URL? = nil
  ) async throws -> (status: Int32, output: String) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = arguments
    let settings = ["PLOT_TESTING_CHILD": "1", "PLOT_SNAPSHOTS": "never", "PLOT_SNAPSHOTS_STACK": ""]
    process.environment = ProcessInfo.processInfo.environment.merging(settings) { $1 }.merging(environment) { $1 }
    process.standardOutput = output
    process.standardError = output
    process.currentDirectoryURL = workingFolder
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try forgetDrawings()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  /// What children draw that are meant to fail is nothing to review.
  private static func forgetDrawings() throws {
    let file = URL(filePath: #filePath)
    guard let package = PackageFolder.of(file) else { return }
    let folder = PackageFolder.path(of: file.deletingLastPathComponent()) + "/__Snapshots__/ProcessTests"
    try? FileManager.default.removeItem(at: ReviewFolder.drawings(in: package).appending(path: folder))
    try ReviewFolder.refreshPage(in: package)
  }
}

@Suite(.enabled(if: TestProcess.isChild)) struct HarmlessChild {
  @Test func chart() {
    let dates = (0..<12).map { Date(timeIntervalSince1970: 1.7e9 + Double($0) * 86400 * 30) }
    let chart = Chart("İstanbul, 1.234,5 und 月") { LineMark(x: dates, y: dates.indices.map { Double($0) * 1234.5 }) }
    expectSnapshot(of: chart.size(width: 300, height: 200))
  }
}

@Suite(.enabled(if: TestProcess.isChild)) struct FailingChild {
  @Test func missing() { expectSnapshot(of: SampleChart.chart()) }
  @Test func detached() async { await Task.detached { expectSnapshot(of: SampleChart.chart()) }.value }
}

final class FailingXCTestChild: XCTestCase {
  override func setUpWithError() throws { try XCTSkipUnless(TestProcess.isChild) }

  func testMissing() { expectSnapshot(of: SampleChart.chart()) }
  func testDifferentRendering() { expectSameRendering(SampleChart.chart(), SampleChart.chart().theme(.dark)) }
}
