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
    let onBoth = Chart { BarMark(x: ["a", "b"], y: ["a", "b"]) }
    #expect(#expect(throws: PlotError.self) { try onBoth.drawing() }?.code == .unsuitableColumn)
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
    guard case .points(let cloud) = resolved.layers[2].shapes[0] else { return #expect(Bool(false)) }
    #expect(cloud.fills == [Paint(.series(1))])
    #expect(resolved.series[1].sample == .line)
  }

  @Test func fifthAndLaterLinesAreDashed() throws {
    let chart = Chart { for name in 0..<6 { LineMark(y: [1.0, 2], series: "\(name)") } }
    #expect(try Resolver.resolve(chart).series.map(\.dash.isEmpty) == [true, true, true, true, false, false])
  }

  @Test func rowsOfOneBandAreAveragedAndNumbersAscend() throws {
    let chart = Chart { BarMark(x: [10, 2, 10], y: [1.0, 5, 3]) }
    let resolved = try Resolver.resolve(chart)
    #expect(resolved.x.bands == ["2", "10"])
    guard case .rectangles(let bars, _) = resolved.layers[0].shapes[0] else { return #expect(Bool(false)) }
    #expect(bars.map(\.y1) == [5, 2] && bars.map(\.y0) == [0, 0])
    #expect(resolved.y.domain == 0...5)
  }

  @Test func namesOnYMakeBarsLieDown() throws {
    let resolved = try Resolver.resolve(Chart { BarMark(x: [3.0, -1], y: ["a", "b"]) })
    guard case .rectangles(let bars, _) = resolved.layers[0].shapes[0] else { return #expect(Bool(false)) }
    #expect(bars == [DataRectangle(x0: 0, y0: -0.4, x1: 3, y1: 0.4), DataRectangle(x0: -1, y0: 0.6, x1: 0, y1: 1.4)])
    #expect(resolved.x.kind == .linear && resolved.y.kind == .band && resolved.x.domain == -1...3)
  }

  @Test func stacksAddUpOnEachSideOfZero() {
    let spans = Stack(.standard).spans([[1, -2], [3, -1], [.nan, 4]])
    #expect(spans[0] == [Stack.Span(low: 0, high: 1), Stack.Span(low: -2, high: 0)])
    #expect(spans[1] == [Stack.Span(low: 1, high: 4), Stack.Span(low: -3, high: -2)])
    #expect(spans[2] == [nil, Stack.Span(low: 0, high: 4)])
    #expect(Stack(.normalized).spans([[1], [3]])[1] == [Stack.Span(low: 0.25, high: 1)])
    #expect(Stack(.unstacked).spans([[1], [-3]])[1] == [Stack.Span(low: -3, high: 0)])
  }

  @Test func barsOfSeveralMarksStandSideBySide() throws {
    let chart = Chart {
      BarMark(x: ["a"], y: [1.0], series: "u")
      BarMark(x: ["a"], y: [2.0], series: "v")
    }
    let bars = try Resolver.resolve(chart).layers.flatMap(\.shapes).flatMap { shape -> [DataRectangle] in
      if case .rectangles(let bars, _) = shape { bars } else { [] }
    }
    #expect(bars.map(\.x0) == [-0.4, 0] && bars.map(\.x1) == [0, 0.4])
  }

  @Test func seriesColumnSplitsRows() throws {
    let chart = Chart { LineMark(x: [1, 1, 2, 2], y: [1, 2, 3, 4], series: .column(["a", "b", "a", nil])) }
    let layers = try Resolver.resolve(chart).layers
    #expect(layers.map(\.role) == ["line: a", "line: b"])
    let values = layers.flatMap(\.shapes).map { shape -> [Double] in
      if case .line(let line) = shape { line.y } else { [] }
    }
    #expect(values == [[1, 3], [2]])
  }

  @Test func whatCannotBeShownIsCounted() throws {
    let chart = Chart { LineMark(y: [1, Double.nan, 0, -1, Double.infinity, 2]) }.yAxis(scale: .log)
    let messages = try chart.drawing().diagnostics.map(\.message)
    #expect(messages.contains { $0.hasPrefix("2 values are missing or infinite") })
    #expect(messages.contains { $0.hasPrefix("2 values are not positive") })
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
