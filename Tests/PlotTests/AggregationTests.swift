import Testing

@testable import Plot

@Suite struct AggregationTests {
  private let rows: [Double] = [1, 2, 3, 4, 10]

  @Test func theNumbersBehindABarCanBeRead() throws {
    let chart = Chart { BarMark(x: rows.map { _ in "a" }, y: rows, series: "s", estimate: .mean, interval: .se) }
    let bar = try #require(try chart.aggregates().first)
    #expect(bar.series == "s" && bar.place == "a" && bar.aggregate.value == 4 && bar.aggregate.count == 5)
    #expect(abs(bar.aggregate.low - 2.4189) < 1e-4 && abs(bar.aggregate.high - 5.5811) < 1e-4)
  }

  @Test func intervalsAreDrawnOnBarsAndBandsUnderLines() throws {
    let bars = Chart { BarMark(x: rows.map { _ in "a" }, y: rows, estimate: .median, interval: .pi(0.95)) }
    let shapes = try Resolver.resolve(bars).layers[0].shapes
    guard case .segments(let segments, _) = try #require(shapes.last) else { return #expect(Bool(false)) }
    #expect(abs(segments[0].start.y - 1.1) < 1e-9 && abs(segments[0].end.y - 9.4) < 1e-9)

    let line = Chart { LineMark(x: [2, 2, 1], y: [1.0, 3, 5], estimate: .mean, interval: .sd) }
    guard case .area(let band) = try Resolver.resolve(line).layers[0].shapes[0],
      case .line(let mean) = try Resolver.resolve(line).layers[0].shapes[1]
    else { return #expect(Bool(false)) }
    #expect(mean.x == [1, 2] && mean.y == [5, 2])
    #expect(band.low[0].isNaN && abs(band.low[1] - (2 - 2.0.squareRoot())) < 1e-12)
  }

  @Test func oneRowNeedsNoInterval() throws {
    let chart = Chart { BarMark(x: ["a"], y: [1.0], estimate: .mean, interval: .ci(0.95)) }
    #expect(try Resolver.resolve(chart).layers[0].shapes.count == 1)
  }

  @Test func aSmoothedLineLiesOverItsOwnPaleLine() throws {
    let chart = Chart { LineMark(y: [1.0, 0, 1]).smoothed(.exponential(0.5)) }
    let shapes = try Resolver.resolve(chart).layers[0].shapes
    guard case .line(let raw) = shapes[0], case .line(let smooth) = shapes[1] else { return #expect(Bool(false)) }
    #expect(raw.y == [1, 0, 1] && raw.stroke.paint.opacity == 0.25)
    #expect(smooth.y == Smoothing.exponential(0.5).apply([1, 0, 1]))
  }

  @Test func seriesOfAHistogramShareTheirBins() throws {
    let chart = Chart {
      HistogramMark([0.0, 1, 5, 9, 10], series: .column(["a", "a", "b", "b", "b"]), bins: .count(2))
    }
    let bars = try Resolver.resolve(chart).layers.map { layer -> [DataRectangle] in
      if case .rectangles(let bars, _) = layer.shapes[0] { bars } else { [] }
    }
    #expect(bars[0].map(\.x0) == [0, 5] && bars[1].map(\.x0) == [0, 5])
    #expect(bars[0].map(\.y1) == [2, 0] && bars[1].map(\.y1) == [0, 3])
  }

  @Test func cellTextStandsOutFromItsCell() throws {
    let chart = Chart { HeatmapMark(x: ["a", "b"], y: ["c", "c"], value: [0.0, 1]).cellText() }
    let shapes = try Resolver.resolve(chart).layers[0].shapes
    guard case .rectangles(_, let style) = shapes[0], case .texts(let texts) = shapes[1] else {
      return #expect(Bool(false))
    }
    for (text, fill) in zip(texts, style.fills) {
      guard case .fixed(let ink) = text.paint.role, case .fixed(let cell) = fill.role else {
        return #expect(Bool(false))
      }
      #expect(ink.contrast(with: cell) >= 4.5)
    }
  }
}
