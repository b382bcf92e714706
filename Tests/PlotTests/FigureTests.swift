import Foundation
import Testing

@testable import Plot

@Suite struct FigureTests {
  private let figure = Figure("Two", columns: 2) {
    Chart("First") {
      LineMark(y: [1.0, 2], series: "a")
      LineMark(y: [3.0, .nan], series: "b")
    }
    Chart("Second") { LineMark(y: [10.0, 20], series: "b") }
  }

  @Test func theBuilderTakesChoicesAndLoops() {
    let isWanted = true
    let built = Figure {
      if isWanted { Chart("1") {} } else { Chart("no") {} }
      for number in 2...3 { Chart("\(number)") {} }
      [Chart("4") {}]
      if !isWanted { Chart("no") {} }
    }
    #expect(built.panels.map(\.title) == ["1", "2", "3", "4"])
  }

  @Test func aFigureSurvivesJSON() throws {
    let full = figure.subtitle("s").caption("c").theme(.dark).size(width: 300, height: 200).sharedX().sharedY(.rows)
      .legend(.bottom).panelLabels(.capitals).spacing(10).alternativeText("alt")
    for figure in [figure, full] {
      let json = try JSONEncoder().encode(figure)
      #expect(try JSONDecoder().decode(Figure.self, from: json) == figure)
    }
  }

  @Test func errorsNameThePanel() {
    let wrong = Figure {
      Chart("Right") {}
      Chart("Wrong") { LineMark(x: [1, 2], y: [1.0]) }
    }
    let error = #expect(throws: PlotError.self) { try wrong.drawing() }
    #expect(error?.code == .unequalColumns)
    #expect(error?.message.hasPrefix("Panel 2 “Wrong”: ") == true)
    let huge = Figure { Chart("Huge") {}.size(width: .nan, height: 10) }
    #expect(throws: PlotError.self) { try huge.drawing() }
    #expect(throws: PlotError.self) { try figure.size(width: .infinity, height: 10).drawing() }
    #expect(throws: PlotError.self) { try figure.size(width: 0, height: 0).drawing() }
  }

  @Test func diagnosticsNameThePanel() throws {
    let messages = try figure.drawing().diagnostics.map(\.message)
    #expect(messages == ["Panel 1 “First”: 1 value is missing or infinite and not drawn."])
  }

  @Test func theDescriptionHasThoseOfThePanels() throws {
    let text = try figure.panelLabels(.letters).drawing().alternativeText
    #expect(text.hasPrefix("Figure of 2 panels. a, First: Line chart. a 1 → 2; b 3. b, Second: Line chart. b 10 → 20."))
    let hundred = try #require(SampleFigures.all.first { $0.name == "a hundred" }?.figure)
    #expect(try hundred.drawing().alternativeText.hasSuffix("And 88 more panels."))
    #expect(try figure.alternativeText("mine").drawing().alternativeText == "mine")
  }

  @Test func lettersGoOnAfterZ() {
    let labels = [0, 25, 26, 51, 52, 701, 702].map { PanelName.label($0, .letters) }
    #expect(labels == ["a", "z", "aa", "az", "ba", "zz", "aaa"])
    #expect(PanelName.label(1, .capitals) == "B")
    #expect(PanelName.label(1, .numbers) == "2")
    #expect(PanelName.label(1, .none) == nil)
  }

  @Test func aSeriesHasOneColourInAllPanels() throws {
    let resolved = try ResolvedFigure(figure, theme: .light)
    #expect(resolved.panels[0].series.map(\.paint.role) == [.series(0), .series(1)])
    #expect(resolved.panels[1].series.map(\.paint.role) == [.series(1)])
    #expect(resolved.legend.map(\.name) == ["a", "b"])
  }

  /// The third panel ties the first two together after they were resolved.
  @Test func coloursAgreeAcrossAChainOfPanels() throws {
    let chain = Figure {
      Chart { LineMark(y: [1.0, 2], series: "a") }
      Chart { LineMark(y: [1.0, 2], series: "b") }
      Chart {
        LineMark(y: [1.0, 2], series: "b")
        LineMark(y: [1.0, 2], series: "a")
        LineMark(y: [1.0, 2], series: "c").foregroundStyle(Color(0xFF0000))
      }
      Chart { LineMark(y: [1.0, 2], series: "c") }
      Chart { LineMark(y: [1.0, 2], series: "alone") }
    }.legend(.panels)
    let roles = try ResolvedFigure(chain, theme: .light).panels.map { $0.series.map(\.paint.role) }
    #expect(roles[0] == [.series(0)] && roles[1] == [.series(1)])
    #expect(roles[2] == [.series(1), .series(0), .fixed(Color(0xFF0000))])
    #expect(roles[3] == [.fixed(Color(0xFF0000))])
    // Nothing in common with the others, and no legend shared with them.
    #expect(roles[4] == [.series(0)])
    let together = try ResolvedFigure(chain.legend(.top), theme: .light)
    #expect(together.panels[4].series.map(\.paint.role) == [.series(3)])
    #expect(together.legend.count == 4)
  }

  @Test func aLegendStandsOnceWhereSeriesAgree() throws {
    func count(_ placement: Figure.LegendPlacement) throws -> Int {
      try figure.legend(placement).drawing().scene.nodes.flatMap(\.textBoxes).count {
        $0.string == "a" || $0.string == "b"
      }
    }
    #expect(try count(.automatic) == 2)
    #expect(try count(.top) == 2)
    #expect(try count(.bottom) == 2)
    #expect(try count(.hidden) == 0)
    // A chart of one series has no legend; b's line in the first panel ends early, so that its legend is at the top.
    #expect(try count(.panels) == 2)
  }

  @Test func idsAreUnique() throws {
    let svg = try figure.drawing().svg()
    let ids = svg.matches(of: /\bid="([^"]*)"/).map { String($0.output.1) }
    #expect(ids.count >= 4)
    #expect(Set(ids).count == ids.count)
  }

  @Test func facetsAreInOrderOfAppearance() throws {
    let facets = Figure.facets(SampleFigures.rows, by: \.cell) { rows in
      Chart { LineMark(rows, x: \.epoch, y: \.loss, series: .column(rows.map(\.split))) }
    }
    #expect(facets.panels.map(\.title) == ["SimpleRNN", "LSTM", "GRU", "Transformer", "MLP"])
    #expect(facets.xSharing == .all && facets.ySharing == .all)
    let resolved = try ResolvedFigure(facets, theme: .light)
    // The panel without training keeps validation's colour.
    #expect(resolved.panels[4].series.map(\.paint.role) == [.series(1)])
    let optional = Figure.facets([1, nil, 2] as [Int?], by: \.self) { _ in Chart {} }
    #expect(optional.panels.map(\.title) == ["1", "missing", "2"])
  }

  @Test func facetsOfAChartKeepItsColoursAndRules() throws {
    let chart = Chart("All") {
      RuleMark(y: 0)
      LineMark(x: [0, 1, 0, 1], y: [1.0, 2, 3, 4], series: .column(["a", "a", "b", "b"]))
      BandMark(x: [0, 1], low: [0.0, 1], high: [1.0, 2], series: "b")
    }
    let facets = chart.facetedBySeries()
    #expect(facets.title == "All")
    #expect(facets.panels.map(\.title) == ["a", "b"])
    #expect(facets.panels.map(\.marks.count) == [2, 3])
    let resolved = try ResolvedFigure(facets, theme: .light)
    #expect(resolved.panels.map { $0.series.map(\.paint.role) } == [[.series(0)], [.series(1)]])
    #expect(Chart { LineMark(y: [1.0]) }.facetedBySeries().panels.count == 1)
  }

  @Test func drawingIsDeterministic() async throws {
    let figure = try #require(SampleFigures.all.first { $0.name == "facets" }?.figure)
    let first = try figure.drawing()
    let (png, svg, pdf) = (try first.png(), first.svg(), try first.pdf())
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      for _ in 0..<4 {
        tasks.addTask {
          let again = try figure.drawing()
          #expect(again.svg() == svg)
          #expect(try again.png() == png)
          #expect(try again.pdf() == pdf)
        }
      }
      try await tasks.waitForAll()
    }
  }
}
