import Testing

@testable import Plot

@Suite struct ResolverTests {
  @Test func unequalColumnsNameTheMarkAndBothLengths() {
    let chart = Chart { LineMark(x: [1, 2, 3], y: [1.0, 2]) }
    let error = #expect(throws: PlotError.self) { try chart.drawing() }
    #expect(error?.code == .unequalColumns)
    #expect(error?.message.contains("LineMark") == true)
    #expect(error?.message.contains("3 values of x and 2 of y") == true)
    let names = Chart { BarMark(x: [1, 2], y: [1, 2], series: .column(["a"])) }
    #expect(throws: PlotError.self) { try names.drawing() }
  }

  @Test func namesOnAxesThatTakeNumbersAreRefused() {
    let onY = Chart { PointMark(x: [1, 2], y: ["a", "b"]) }
    #expect(#expect(throws: PlotError.self) { try onY.drawing() }?.code == .unsuitableColumn)
    let onLog = Chart { BarMark(x: ["a"], y: [1]) }.xAxis(scale: .log)
    #expect(#expect(throws: PlotError.self) { try onLog.drawing() }?.code == .unsuitableColumn)
  }

  @Test func aSeriesHasOneColourInEveryMark() throws {
    let chart = Chart {
      LineMark(y: [1.0, 2], series: "a")
      LineMark(y: [2.0, 3], series: "b")
      PointMark(x: [1], y: [3], series: "b")
    }
    let resolved = try Resolver.resolve(chart)
    #expect(resolved.series.map(\.name) == ["a", "b"])
    guard case .points(let points, _) = resolved.layers[2] else { return #expect(Bool(false)) }
    #expect(points[0].paint == Paint(.series(1)))
    #expect(resolved.series[1].symbol == .line)
  }

  @Test func fifthAndLaterLinesAreDashed() throws {
    let chart = Chart { for name in 0..<6 { LineMark(y: [1.0, 2], series: "\(name)") } }
    #expect(try Resolver.resolve(chart).series.map(\.dash.isEmpty) == [true, true, true, true, false, false])
  }

  @Test func rowsOfOneBandAreAveragedAndNumbersAscend() throws {
    let chart = Chart { BarMark(x: [10, 2, 10], y: [1.0, 5, 3]) }
    let resolved = try Resolver.resolve(chart)
    #expect(resolved.x.bands == ["2", "10"])
    guard case .bars(let bars, _) = resolved.layers[0] else { return #expect(Bool(false)) }
    #expect(bars[0].heights == [5, 2])
    #expect(resolved.y.domain == 0...5)
  }

  @Test func seriesColumnSplitsRows() throws {
    let chart = Chart { LineMark(x: [1, 1, 2, 2], y: [1, 2, 3, 4], series: .column(["a", "b", "a", nil])) }
    guard case .lines(let lines, _) = try Resolver.resolve(chart).layers[0] else { return #expect(Bool(false)) }
    #expect(lines.map(\.name) == ["a", "b"])
    #expect(lines.map(\.y) == [[1, 3], [2]])
  }

  @Test func whatCannotBeShownIsCounted() throws {
    let chart = Chart { LineMark(y: [1, Double.nan, 0, -1, Double.infinity, 2]) }.yAxis(scale: .log)
    let messages = try chart.drawing().diagnostics.map(\.message)
    #expect(messages.contains { $0.hasPrefix("2 missing or infinite") })
    #expect(messages.contains { $0.hasPrefix("2 values that are not positive") })
  }

  @Test func anImpossibleDomainIsReplacedAndReported() throws {
    let chart = Chart { LineMark(y: [1.0, 2]) }.yAxis(scale: .log, domain: -1...1)
    #expect(try Resolver.resolve(chart).y.domain == 1...2)
    #expect(try chart.drawing().diagnostics.count == 1)
  }

  @Test(arguments: [0, -5, .nan, .infinity, 100_000])
  func impossibleSizesAreRefused(length: Double) {
    let chart = Chart { LineMark(y: [1.0, 2]) }.size(width: length, height: 100)
    #expect(#expect(throws: PlotError.self) { try chart.drawing() }?.code == .invalidGeometry)
  }

  @Test func theDescriptionTellsTheData() throws {
    let chart = Chart {
      LineMark(x: [1, 2, 3], y: [2.31, 0.03, 0.048], series: "train")
    }.xAxis("epoch").yAxis("loss", scale: .log)
    #expect(
      try chart.drawing().alternativeText
        == "Line chart, loss (log) by epoch. train 2.31 → 0.048, lowest 0.03 at 2.")
  }
}
