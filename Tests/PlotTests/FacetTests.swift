import Foundation
import Testing

@testable import Plot

@Suite struct FacetTests {
  private let chart = Chart("All") {
    RuleMark(y: 0)
    PointMark(x: [1, 2, 3, 4], y: [10.0, 20, 30, 40], series: .column(["u", "v", "u", "v"]))
    LineMark(x: [0, 9], y: [1.0, 2])
  }

  @Test func aMarkWithTheRowsIsDividedAndOthersAreContext() throws {
    let figure = try chart.subtitle("s").caption("c").faceted(by: .categories(["b", "a", nil, "b"]))
    #expect(figure.panels.map(\.title) == ["b", "a", "missing"])
    #expect([figure.title, figure.subtitle, figure.caption] == ["All", "s", "c"])
    #expect(figure.panels.allSatisfy { $0.subtitle == nil && $0.caption == nil })
    #expect(figure.panels.map { $0.marks[0] } == Array(repeating: chart.marks[0], count: 3))
    #expect(figure.panels.map { $0.marks[2] } == Array(repeating: chart.marks[2], count: 3))
    let expected = [
      PointMark(x: [1, 4], y: [10.0, 40], series: .column(["u", "v"])),
      PointMark(x: [2], y: [20.0], series: .column(["v"])), PointMark(x: [3], y: [30.0], series: .column(["u"])),
    ]
    #expect(figure.panels.map { $0.marks[1] } == expected.map(\.mark))
    #expect(figure.xSharing == .all && figure.ySharing == .all && figure.sharesColor)
    let numbers = try chart.faceted(by: .numbers([3, 1, 3, 2]), label: "k", scales: .independentY)
    #expect(numbers.panels.map(\.title) == ["k = 1", "k = 2", "k = 3"])
    #expect(numbers.xSharing == .all && numbers.ySharing == .none)
  }

  @Test func twoColumnsMakeAGrid() throws {
    let rows = [("r", "a", 1.0), ("r", "b", 2), ("s", "b", 3)]
    let chart = Chart { BarMark(x: rows.map(\.1), y: rows.map(\.2)) }
    let figure = try chart.faceted(row: .categories(rows.map(\.0)), column: .categories(rows.map(\.1)))
    #expect(figure.columns == 2 && figure.rowTitles == ["r", "s"])
    #expect(figure.panels.map(\.title) == ["a", "b", nil, nil])
    #expect(figure.panels[2].marks == [BarMark(x: .categories([]), y: .numbers([])).mark])
    let texts = try figure.drawing().scene.nodes.flatMap(\.textBoxes)
    let plots = texts.filter { $0.string == "No data" }
    #expect(plots.count == 1)
    let titles = texts.filter { ["r", "s"].contains($0.string) }
    #expect(titles.count == 2 && titles[0].box.x == titles[1].box.x && titles[0].box.y < titles[1].box.y)
    #expect(titles.allSatisfy { title in texts.allSatisfy { $0.string == "r" || $0.box.x <= title.box.x } })
  }

  @Test func columnsThatFitNoMarkAreErrors() {
    let error = #expect(throws: PlotError.self) { try chart.faceted(by: .numbers([1, 2, 3])) }
    #expect(error?.code == .unequalColumns)
    #expect(error?.message.contains("PointMark has 4 rows, LineMark has 2 rows") == true)
    let many = Chart { LineMark(y: Array(0..<500)) }
    #expect(throws: PlotError.self) { try many.faceted(by: .numbers((0..<500).map(Double.init))) }
    #expect(throws: PlotError.self) { try chart.faceted(row: .numbers([1, 2, 3, 4]), column: .numbers([1])) }
  }

  @Test func dividedHistogramsHaveTheBinsOfAllRows() throws {
    let values = [0.0, 1, 2, 3, 10, 11, 12, 13]
    let figure = try Chart { HistogramMark(values, bins: .count(4)) }.faceted(
      by: .categories(["a", "a", "a", "a", "b", "b", "b", "b"]))
    let edges = figure.panels.map { panel -> Histogram.Bins? in
      if case .histogram(let mark) = panel.marks[0] { mark.bins } else { nil }
    }
    #expect(edges[0] == edges[1] && edges[0] != .count(4))
  }

  @Test func everythingWithAValueARowIsDivided() throws {
    let chart = Chart {
      PointMark(x: [1, 2, 3], y: [4, 5, 6]).symbolSize([1, 2, 3]).symbol(by: .value("cell", ["a", "b", "a"]))
        .foregroundStyle(by: .value("loss", [0.1, 0.2, 0.4]))
      TextMark(x: [1, 2, 3], y: [4, 5, 6], text: ["p", "q", "r"])
      HeatmapMark(x: ["1", "2", "3"], y: ["1", "2", "3"], value: [1, 2, 3]).cellText()
      BandMark(x: [1, 2, 3], low: [0, 0, 0], high: [1, 2, 3], series: .column(["s", "t", "s"]))
    }
    let figure = try chart.faceted(by: .categories(["u", "v", "u"]))
    guard case .point(let points) = figure.panels[0].marks[0], case .text(let words) = figure.panels[0].marks[1],
      case .heatmap(let cells) = figure.panels[0].marks[2], case .band(let band) = figure.panels[0].marks[3]
    else { return #expect(Bool(false)) }
    #expect(points.size == .numbers([1, 3]) && points.symbolNames == .categories(["a", "a"]))
    #expect(points.style.colorBy?.values.column == .numbers([0.1, 0.4]))
    #expect(words.text == ["p", "r"] && cells.value == .numbers([1, 3]) && cells.text?.count == 2)
    #expect(band.high == .numbers([1, 3]) && band.series == .column(["s", "s"]))
    let coloured = try Chart { chart.marks[0] }.faceted(by: .categories(["u", "v", "u"])).drawing()
    #expect(coloured.diagnostics.isEmpty)
    #expect(coloured.scene.nodes.reduce(0) { $0 + bars($1) } == 1)
  }

  // MARK: Shared colours

  private func heatmap(_ values: [Double], _ scheme: ColorScheme? = nil) -> Chart {
    var mark = HeatmapMark(x: ["a", "b"], y: ["c", "c"], value: values).valueTitle("Value")
    if let scheme { mark.colorScale = ColorScale(scheme, domain: 0...1) }
    return Chart { mark }
  }

  private func bars(_ node: Node) -> Int {
    guard case .group(let group) = node else { return 0 }
    return group.role == "color bar" ? 1 : group.nodes.reduce(0) { $0 + bars($1) }
  }

  @Test func numbersHaveOneColourInAllPanels() throws {
    let figure = Figure {
      heatmap([-1, 3])
      heatmap([2, 8])
    }
    let alone = try figure.drawing().scene
    #expect(alone.nodes.reduce(0) { $0 + bars($1) } == 2)
    let resolved = try ResolvedFigure(figure.sharedColor(), theme: .light)
    #expect(resolved.colorKey?.scale.domain == -1...8 && resolved.colorKey?.title == "Value")
    for placement in [Figure.LegendPlacement.automatic, .top, .bottom, .hidden] {
      let shared = try figure.sharedColor().legend(placement).drawing().scene
      #expect(shared.nodes.reduce(0) { $0 + bars($1) } == (placement == .hidden ? 0 : 1))
      for (text, box) in shared.nodes.flatMap(\.textBoxes) {
        #expect(box.x >= 0 && box.maxX <= shared.width && box.y >= 0 && box.maxY <= shared.height, "\(text)")
      }
    }
    let mixed = try Figure {
      heatmap([-1, 3])
      heatmap([2, 8], .viridis)
    }.sharedColor().drawing()
    #expect(mixed.diagnostics.map(\.message) == ["Panel 2 has colours of another scale and does not share them."])
    #expect(mixed.scene.nodes.reduce(0) { $0 + bars($1) } == 2)
  }

  @Test func aColourBarStandsWhereItsChartSays() throws {
    for (legend, place) in [(Legend.automatic, "right"), (.top, "top"), (.bottom, "bottom"), (.right, "right")] {
      let scene = try heatmap([0, 4]).legend(legend).drawing().scene
      let texts = scene.nodes.flatMap(\.textBoxes)
      let four = try #require(texts.first { Double($0.string) == 4 }?.box)
      let cells = try #require(texts.first { $0.string == "a" }?.box)
      #expect((four.x > 600) == (place == "right"), "\(place)")
      if place == "bottom" { #expect(four.y > cells.maxY) } else { #expect(four.y < cells.y) }
    }
    #expect(try heatmap([0, 4]).legend(.hidden).drawing().scene.nodes.reduce(0) { $0 + bars($1) } == 0)
    let narrow = try heatmap([0, 4]).size(width: 200, height: 200).drawing().scene
    #expect(try #require(narrow.nodes.flatMap(\.textBoxes).first { $0.string == "Value" }).box.x == Spacing.margin)
  }

  // MARK: Axes

  @Test func aSharedSecondAxisStandsOnce() throws {
    let panel = Chart { LineMark(y: [10.0, 20]) }.yAxis("°C")
      .secondaryYAxis("°F", forward: .linear(factor: 1.8, offset: 32)).size(width: 300, height: 200)
    let figure = Figure {
      panel; panel; panel
    }
    func places(_ text: String, _ figure: Figure) throws -> [Double] {
      let scene = try figure.drawing().scene
      return scene.nodes.flatMap(\.textBoxes).filter { $0.string == text }.map { $0.box.x / scene.width }
    }
    #expect(try places("°F", figure).count == 3)
    let shared = try places("°F", figure.sharedY())
    #expect(shared.count == 1 && shared[0] > 0.9)
    #expect(try places("°C", figure.sharedY()).allSatisfy { $0 < 0.1 })
    let trailing = Figure {
      panel.yAxisPosition(.trailing)
      panel.yAxisPosition(.trailing)
    }.sharedY()
    #expect(try places("°C", trailing).allSatisfy { $0 > 0.9 } && places("°F", trailing).allSatisfy { $0 < 0.1 })
  }

  @Test func aSquarePlotIsCentredAndHasLikeTicksOnBothAxes() throws {
    let square = Chart { PointMark(x: [0.0, 0.5], y: [0.0, 0.5]) }.xAxis("x", domain: 0...1).yAxis("y", domain: 0...1)
      .plotAspectRatio(1).size(width: 640, height: 480)
    let resolved = try Resolver.resolve(square)
    let layout = FrameLayout(
      chart: square, resolved: resolved, setter: TextSetter(theme: .light, fonts: .installed))
    let frame = try layout.frame(Surroundings(top: 16, bottom: 464))
    #expect(frame.plot.width == frame.plot.height)
    let left = frame.yTitleLeft - Spacing.margin
    #expect(left > 50 && abs(left - (640 - Spacing.margin - frame.plot.maxX)) < 12)
    #expect(frame.xTicks.map(\.label) == frame.yTicks.map(\.label) && frame.xTicks.count >= 5)
  }

  @Test func aFigureOfFacetsSurvivesJSON() throws {
    let figure = try chart.faceted(row: .categories(["a", "b", "a", "b"]), column: .numbers([1, 2, 2, 1]))
    #expect(try JSONDecoder().decode(Figure.self, from: JSONEncoder().encode(figure)) == figure)
    #expect(try JSONDecoder().decode(Figure.self, from: Data(#"{"panels": []}"#.utf8)) == Figure {})
  }
}
