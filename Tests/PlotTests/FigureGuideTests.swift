import Testing

@testable import Plot

@Suite struct FigureGuideTests {
  private let figure = Figure("Title") {
    Chart("One") { LineMark(y: [5.0, 6]) }.yAxis(includesZero: true)
    Chart("Two") { LineMark(y: [7.0, 8]) }
  }

  @Test func lettersTitlesAndCaptionAreDrawn() throws {
    let texts = try figure.caption("Source").panelLabels(.letters).drawing().scene.nodes.flatMap(\.textBoxes)
    #expect(texts.contains { $0.string == "a\u{A0}\u{A0}One" } && texts.contains { $0.string == "b\u{A0}\u{A0}Two" })
    #expect(texts.contains { $0.string == "Source" })
    let sizes = ["Title", "a\u{A0}\u{A0}One"].map { name in texts.first { $0.string == name }?.box.height ?? 0 }
    #expect(sizes[0] > sizes[1])
  }

  @Test func oneChartThatIncludesZeroDoesSoForAll() throws {
    let resolved = try ResolvedFigure(figure.sharedY(), theme: .light)
    #expect(resolved.panels.map(\.y.domain) == [0...8, 0...8])
  }

  @Test func aFigureWithoutRoomHasNoPanelTitles() throws {
    let resolved = try ResolvedFigure(figure, theme: .light).withoutTexts()
    #expect(resolved.charts.allSatisfy { $0.title == nil && $0.y.title == nil })
  }
}
