import Foundation
import Testing

@testable import Plot

/// Where axes, legends and annotations stand.
@Suite struct GuideTests {
  private func boxes(_ chart: Chart, _ role: String) throws -> [TextBox] {
    func groups(_ node: Node) -> [Node] {
      guard case .group(let group) = node else { return [] }
      return group.role == role ? [node] : group.nodes.flatMap(groups)
    }
    return try chart.drawing().scene.nodes.flatMap(groups).flatMap(TextBox.boxes)
  }

  private func chart(_ name: String) throws -> Chart {
    try #require(GuideSamples.all.first { $0.name == name }?.chart)
  }

  @Test func namesAreWrappedBeforeTheyAreTilted() throws {
    let wrapped = try boxes(try chart("names wrapped"), "x-axis").map(\.text)
    #expect(wrapped.contains("gradient") && wrapped.contains("boosting"))
    #expect(try chart("names wrapped").drawing().scene.nodes.flatMap(texts).allSatisfy { $0.rotation == 0 })
    let tilted = try chart("names tilted").drawing().scene.nodes.flatMap(texts).filter { $0.rotation == -45 }
    #expect(tilted.map(\.shaped.string) == GuideSamples.models)
  }

  @Test func allOfFortyNamesAreShown() throws {
    let names = (0..<40).map { "category \($0)" }
    #expect(try boxes(GuideSamples.bars(names: names), "x-axis").map(\.text) == names)
  }

  @Test func numbersThinOutInsteadOfTilting() throws {
    let chart = Chart { BarMark(x: Array(1000..<1080), y: Array(0..<80)) }
    let labels = try chart.drawing().scene.nodes.flatMap(texts)
    #expect(labels.allSatisfy { $0.rotation == 0 } && labels.contains { $0.shaped.string == "1000" })
  }

  /// Shaping all of them would take minutes.
  @Test func aMillionNamesThinOut() throws {
    let ticks = (0..<1_000_000).map { Tick(value: Double($0), label: "a rather long category \($0)") }
    let names = NameLabels(
      ticks: ticks, scale: .band(ticks.map(\.label)), setter: TextSetter(theme: .light, fonts: .installed))
    let row = try names.row(width: 600, most: 100, overhang: 100, risesFromAxis: false)
    let column = try names.column(height: 300, most: 100)
    #expect((2...20).contains(row.labels.count) && (10...30).contains(column.labels.count))
  }

  @Test func axesStandOnTheirSides() throws {
    let swapped = try chart("axes swapped")
    #expect(try boxes(swapped, "x-axis").allSatisfy { $0.maxY < 140 })
    #expect(try boxes(swapped, "y-axis").allSatisfy { $0.minX > 600 })
    let plain = swapped.xAxisPosition(.bottom).yAxisPosition(.leading)
    #expect(try boxes(plain, "x-axis").allSatisfy { $0.minY > 340 })
    #expect(try boxes(plain, "y-axis").allSatisfy { $0.maxX < 60 })
  }

  @Test func aSecondAxisHasRoundNumbersOfItsOwn() throws {
    let labels = try boxes(try chart("fahrenheit"), "secondary y-axis").map(\.text)
    #expect(labels.contains { Double($0).map { $0.truncatingRemainder(dividingBy: 2.5) == 0 } == true })
    #expect(try boxes(try chart("reciprocal"), "secondary y-axis").count > 3)
    #expect(try boxes(try chart("fahrenheit").secondaryYAxis(forward: nil), "secondary y-axis").isEmpty)
    for transform in [
      SecondaryAxis.Transform.linear(factor: 0), .linear(factor: .nan), .percent(of: 0), .reciprocal(numerator: 0),
    ] {
      #expect(try boxes(try chart("fahrenheit").secondaryYAxis(forward: transform), "secondary y-axis").isEmpty)
    }
  }

  @Test(arguments: [-40, 0, 36.6]) func transformsHaveInverses(value: Double) throws {
    for transform in [
      SecondaryAxis.Transform.linear(factor: 1.8, offset: 32), .reciprocal(numerator: 60), .percent(of: 400),
    ] {
      guard let forward = transform(value), let back = transform.inverse(forward) else {
        #expect(value == 0)
        continue
      }
      #expect(abs(back - value) < 1e-12 * max(1, abs(value)))
    }
    #expect(SecondaryAxis.Transform.linear(factor: 1.8, offset: 32)(100) == 212)
  }

  @Test func legendsStandWhereTheyAreAsked() throws {
    let (right, bottom) = (try chart("legend right"), try chart("legend bottom"))
    #expect(try boxes(right, "legend").allSatisfy { $0.minX > 520 })
    let labels = try boxes(bottom, "x-axis").map(\.maxY).max() ?? 0
    #expect(try boxes(bottom, "legend").allSatisfy { $0.minY > labels })
    #expect(try boxes(try chart("legend inside"), "inside").count == 4)
    #expect(try boxes(try chart("legend of many"), "legend").contains { $0.text.hasSuffix(" more") })
  }

  @Test func everyAnnotationIsShown() throws {
    #expect(try boxes(try chart("annotated"), "annotation").count == 11)
    let crowd = Chart { for _ in 0..<300 { PointMark(x: [1], y: [1]).annotation("the same place") } }
    let drawing = try crowd.size(width: 200, height: 150).drawing()
    #expect(drawing.diagnostics.contains { $0.message.contains("no room for the annotation") })
  }

  @Test func guidesSurviveJSON() throws {
    for (name, chart) in GuideSamples.all {
      let json = try JSONEncoder().encode(chart)
      #expect(try JSONDecoder().decode(Chart.self, from: json) == chart, "\(name)")
    }
    let json = String(decoding: try JSONEncoder().encode(try chart("legend right")), as: UTF8.self)
    #expect(json.contains(#""legend":"right""#))
  }

  private func texts(_ node: Node) -> [TextNode] {
    switch node {
    case .group(let group): group.nodes.flatMap(texts)
    case .path: []
    case .text(let text): [text]
    }
  }
}
