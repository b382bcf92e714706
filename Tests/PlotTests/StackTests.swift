import Testing

@testable import Plot

/// Stacks over several marks, against sums made by hand.
@Suite struct StackTests {
  private func bars(_ chart: Chart) throws -> [[DataRectangle]] {
    try Resolver.resolve(chart).layers.map { layer in
      if case .rectangles(let bars, _)? = layer.shapes.first { bars } else { [] }
    }
  }

  private func areas(_ chart: Chart) throws -> [AreaBand] {
    try Resolver.resolve(chart).layers.flatMap(\.shapes).compactMap { shape in
      if case .area(let area) = shape { area } else { nil }
    }
  }

  @Test func barsOfSeveralMarksShareAStack() throws {
    let bars = try bars(MarkSamples.stackedMarks)
    #expect(bars[0].map(\.y0) == [0, 0, -1] && bars[0].map(\.y1) == [1, 2, 0])
    #expect(bars[1].map(\.y0) == [1, 2, -3] && bars[1].map(\.y1) == [4, 6, -1])
    #expect(bars[2].map(\.y0) == [-1, 0] && bars[2].map(\.y1) == [0, 2])
    #expect(Set(bars.joined().map(\.x0)).count == 3)
  }

  @Test func seriesColumnsAndNamedMarksShareAStack() throws {
    let chart = Chart {
      BarMark(x: ["a", "a"], y: [1.0, 2], series: .column(["u", "v"])).stacked()
      BarMark(x: ["a"], y: [4.0], series: "w").stacked()
      BarMark(x: ["a"], y: [9.0], series: "beside")
    }
    let first = try bars(chart).compactMap(\.first)
    #expect(first.map(\.y0) == [0, 1, 3, 0])
    #expect(first.map(\.y1) == [1, 3, 7, 9])
  }

  @Test func sharesAreOfAllMarks() throws {
    let chart = Chart {
      BarMark(x: [1.0], y: ["a"], series: "u").stacked(.normalized)
      BarMark(x: [3.0], y: ["a"], series: "v").stacked(.normalized)
    }
    let first = try bars(chart).compactMap(\.first)
    #expect(first.map(\.x0) == [0, 0.25])
    #expect(first.map(\.x1) == [0.25, 1])
  }

  @Test func areasOfSeveralMarksShareAStack() throws {
    let areas = try areas(MarkSamples.stackedAreas)
    #expect(areas.map(\.x) == [[0, 1, 2, 3], [0, 1, 2, 3]])
    #expect(areas[0].low == [0, 0, 0, 0] && areas[0].high == [1, 2, 1, 3])
    #expect(areas[1].low == [1, 2, 1, 3] && areas[1].high == [3, 2, 2, 4])
  }

  @Test func negativeAreasLieBelowZero() throws {
    let chart = Chart {
      AreaMark(x: [0, 1], y: [-1.0, -2], series: "a")
      AreaMark(x: [0, 1], y: [-3.0, 5], series: "b")
    }
    let second = try areas(chart)[1]
    #expect(second.low == [-4, 0] && second.high == [-1, 5])
  }

  @Test func unnamedAndUnstackedAreasStandForThemselves() throws {
    let chart = Chart {
      AreaMark(y: [1.0, 2])
      AreaMark(y: [1.0, 2], series: "a")
      AreaMark(y: [3.0, 4], series: "b").stacked(.unstacked)
    }
    #expect(try areas(chart).map(\.low) == [[0, 0], [0, 0], [0, 0]])
    #expect(try areas(chart).map(\.high) == [[1, 2], [1, 2], [3, 4]])
  }
}
