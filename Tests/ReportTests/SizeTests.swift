import Foundation
import Plot
import Runs
import Testing

@testable import Report

/// A page stays small enough to be mailed, however long its run is.
@Suite struct SizeTests {
  /// A curve that no formula makes short: noise around a decay.
  private func values(_ count: Int, seed: UInt64) -> [Double] {
    var noise = NoiseGenerator(seed: seed)
    return (0..<count).map { 0.05 * exp(-5 * Double($0) / Double(count)) * (1 + 0.05 * noise.normal()) + 0.001 }
  }

  @Test func theScriptCanBeReadInOneGo() {
    #expect(PageAssets.script.split(separator: "\n", omittingEmptySubsequences: false).count <= 401)
  }

  @Test func sixChartsOfFourHundredEpochsTakeLessThanFourHundredKilobytes() throws {
    var run = SampleRun.airline()
    run.scalars = (0..<12).map { number in
      SampleRun.series("\(number % 2 == 0 ? "" : "val_")metric\(number / 2)", values(400, seed: UInt64(number)))
    }
    run.charts = []
    let html = try TrainingReport(run: run).html()
    #expect(html.components(separatedBy: "<figure").count == 7)
    #expect(html.utf8.count < 400_000, "The page has \(html.utf8.count) bytes.")
    #expect(!html.contains("stored points"), "400 points are drawn each.")
  }

  @Test func aMillionPointsMakeThePageNoLarger() throws {
    let count = 1_000_000
    var noise: UInt64 = 1
    // Cheaper than normal noise.
    let values = (0..<count).map { index -> Double in
      noise = noise &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return 1 + Double(noise >> 40) / 1e8 - Double(index) / 2e6
    }
    let html = try TrainingReport(run: SampleRun.bare([SampleRun.series("loss", values)])).html()
    #expect(html.utf8.count < 400_000, "The page has \(html.utf8.count) bytes.")
    #expect(html.contains("of 1,000,000 stored points; the CSV has all of them."))
  }

  @Test func longLinesAreReducedForThePageAndWholeInTheFiles() throws {
    let values = (0..<20_000).map { sin(Double($0) * 1.7) + Double($0 % 977) / 100 }
    let run = SampleRun.bare((0..<12).map { SampleRun.series("\($0 % 2 == 0 ? "" : "val_")m\($0 / 2)", values) })
    let html = try TrainingReport(run: run).html()
    #expect(html.utf8.count < 400_000, "The page has \(html.utf8.count) bytes.")
    #expect(html.contains("of 40,000 stored points; the CSV has all of them."))
    let chart = Chart { LineMark(x: Array(0..<20_000), y: values) }
    let reduced = chart.reduced(columns: 100)
    #expect(reduced.stored == 20_000 && reduced.drawn <= 400)
    guard case .line(let line) = reduced.chart.marks[0], case .numbers(let y) = line.y else { return }
    #expect(y.max() == values.max() && y.min() == values.min() && y.first == values.first && y.last == values.last)
    #expect(ChartTable(chart).csv.count { $0 == UInt8(ascii: "\n") } == 20_001)
  }
}
