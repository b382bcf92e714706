import Foundation
import Testing

@testable import Plot

/// What stands at the edge of the plot, in tables of small cells, on axes without values and in crowds of annotations.
@Suite struct MarkLayoutTests {
  private func groups(_ chart: Chart, _ role: String) throws -> [Group] {
    func find(_ node: Node) -> [Group] {
      guard case .group(let group) = node else { return [] }
      return (group.role == role ? [group] : []) + group.nodes.flatMap(find)
    }
    return try chart.drawing().scene.nodes.flatMap(find)
  }

  private func frame(_ chart: Chart) throws -> ChartFrame {
    let resolved = try Resolver.resolve(chart)
    return try FrameLayout(
      chart: chart, resolved: resolved, setter: TextSetter(theme: chart.theme, fonts: .installed), margins: Margins()
    ).frame(Surroundings(top: 40, bottom: chart.heightInPoints - 16))
  }

  private func boxes(_ group: Group) -> [Rect] {
    group.nodes.compactMap { node in
      guard case .path(let path) = node else { return nil }
      let c = path.path.coordinates
      let (x, y) = (
        stride(from: 0, to: c.count, by: 2).map { c[$0] }, stride(from: 1, to: c.count, by: 2).map { c[$0] }
      )
      guard let left = x.min(), let right = x.max(), let top = y.min(), let bottom = y.max() else { return nil }
      return Rect(x: left, y: top, width: right - left, height: bottom - top)
    }
  }

  // MARK: Edges

  @Test(arguments: [AxisSpec.Scale.linear, .log, .squareRoot, .symlog]) func largeDotsAreWhole(
    scale: AxisSpec.Scale
  ) throws {
    for (width, height) in [(640.0, 400.0), (320, 240), (1200, 300)] {
      let chart = Chart { PointMark(x: [1, 5, 9], y: [1.0, 5, 10]).symbolSize([1.0, 1, 1]) }
        .xAxis(scale: scale).yAxis(scale: scale).size(width: width, height: height)
      let plot = try frame(chart).plot
      for dots in try groups(chart, "points") {
        for box in boxes(dots) {
          #expect(box.x >= plot.x - 4 && box.maxX <= plot.maxX + 4, "\(box) in \(plot)")
          #expect(box.y >= plot.y - 4 && box.maxY <= plot.maxY + 24, "\(box) in \(plot)")
        }
      }
    }
  }

  @Test func domainsOfSmallDotsAndGivenOnesStay() throws {
    let small = Chart { PointMark(x: [0, 8], y: [0.0, 10]) }
    let x = try Resolver.resolve(small).x
    #expect(x.domain == 0...8 && x.mayBeNice)
    let fixed = Chart { PointMark(x: [0, 8], y: [0.0, 10]).radius(12) }.xAxis(domain: 0...8)
    #expect(try Resolver.resolve(fixed).x.domain == 0...8)
    #expect(try Resolver.resolve(fixed).y.domain.lowerBound < -0.2)
    #expect(try Resolver.resolve(fixed.yAxis(padding: 0)).y.domain == 0...10)
  }

  @Test func wordsAtTheEndsAreWhole() throws {
    let scene = try MarkSamples.largeDots.drawing().scene
    let frame = try frame(MarkSamples.largeDots)
    let words = scene.nodes.flatMap(\.textBoxes).filter {
      $0.string.hasPrefix("a long") || $0.string.hasPrefix("one at")
    }
    #expect(words.count == 2)
    for (string, box) in words { #expect(box.x >= frame.plot.x && box.maxX <= frame.plot.maxX, "\(string)") }
  }

  @Test func aMarkedPointAtTheEdgeIsWhole() throws {
    let chart = Chart {
      LineMark(y: [3.0, 2, 1])
      PointMark(x: [2], y: [1.0]).annotation("best")
    }
    let marked = try #require(try groups(chart, "marked points").first)
    let clip = try #require(marked.clip)
    let box = try #require(try groups(chart, "points").first.map(boxes)?.first)
    #expect(box.maxX + 0.75 <= clip.maxX && box.maxX > clip.maxX - 7)
  }

  // MARK: Tables

  @Test func gapsShrinkWithTheCells() throws {
    func gap(_ side: Int) throws -> Double {
      let cells = try #require(try groups(MarkSamples.cells(side), "heatmap").first.map(boxes))
      return cells[1].x - cells[0].maxX
    }
    let gaps = [try gap(10), try gap(30), try gap(110)]
    #expect(abs(gaps[0] - 1) < 1e-9)
    #expect(gaps[1] > 0.2 && gaps[1] < 0.9)
    // Cells of an image overlap.
    #expect(abs(gaps[2] + 0.5) < 1e-9)
  }

  // MARK: No values

  @Test func axesWithoutValuesHaveNoNumbers() throws {
    let texts = try MarkSamples.emptyAxes.drawing().scene.nodes.flatMap(\.textBoxes).map(\.string)
    #expect(texts == ["Nothing yet", "1", "2", "3", "Epoch", "Loss", "No data"])
    let nothing = try Chart {}.drawing().scene.nodes.flatMap(\.textBoxes).map(\.string)
    #expect(nothing == ["No data"])
    let given = try Chart {}.xAxis(domain: 0...10).drawing().scene.nodes.flatMap(\.textBoxes).map(\.string)
    #expect(given.contains("10"))
    let negative = Chart { LineMark(y: [0.0, -1]) }.yAxis(scale: .log)
    #expect(try negative.drawing().scene.nodes.flatMap(\.textBoxes).contains { $0.string == "No data" })
  }

  // MARK: Annotations

  private func segments(_ chart: Chart) throws -> [(Point, Point)] {
    try groups(chart, "annotation").flatMap(\.nodes).compactMap { node in
      guard case .path(let path) = node, path.stroke != nil else { return nil }
      let c = path.path.coordinates
      return (Point(c[0], c[1]), Point(c[2], c[3]))
    }
  }

  @Test func arrowsOfACrowdDoNotCross() throws {
    let arrows = try segments(MarkSamples.checkpoints)
    #expect(try groups(MarkSamples.checkpoints, "annotation").count == 7 && arrows.count >= 3)
    func side(_ p: Point, _ q: Point, _ r: Point) -> Double { (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x) }
    for (number, a) in arrows.enumerated() {
      for b in arrows.dropFirst(number + 1) {
        let isCrossed =
          side(a.0, a.1, b.0) * side(a.0, a.1, b.1) < 0 && side(b.0, b.1, a.0) * side(b.0, b.1, a.1) < 0
        #expect(!isCrossed)
      }
    }
  }

  /// No white hole in a shaded range, and no text on a line where there is room.
  @Test func annotationsOverShadesHaveNoPaper() throws {
    let annotations = try groups(MarkSamples.shadedRange, "annotation")
    #expect(annotations.count == 2)
    for annotation in annotations {
      #expect(!annotation.nodes.contains { if case .path(let path) = $0 { path.fill?.role == .paper } else { false } })
    }
    let plain = Chart { RuleMark(x: 1).annotation("rule") }
    #expect(try groups(plain, "annotation")[0].nodes.count == 2)
  }

  @Test(arguments: [MarkSamples.bestOverNoise, MarkSamples.checkpoints]) func annotationsCoverNoLine(
    chart: Chart
  ) throws {
    let occupancy = Occupancy(try Resolver.resolve(chart).layers.filter { $0.role.hasPrefix("line") }, try frame(chart))
    for (string, box) in try groups(chart, "annotation").flatMap(\.nodes).flatMap(\.textBoxes) {
      #expect(occupancy.count(in: box) == 0, "\(string)")
    }
  }

  @Test func opaqueAreasAreData() throws {
    let chart = Chart { AreaMark(x: [0, 10], y: [10.0, 10]) }.yAxis(domain: 0...20)
    let resolved = try Resolver.resolve(chart)
    let frame = try frame(chart)
    let plot = frame.plot
    let occupancy = Occupancy(resolved.layers, frame)
    #expect(occupancy.count(in: Rect(x: plot.midX, y: plot.maxY - 30, width: 20, height: 20)) > 20)
    #expect(occupancy.count(in: Rect(x: plot.midX, y: plot.y + 10, width: 20, height: 20)) == 0)
    let huge = Chart { AreaMark(x: [0, 10, 20], y: [1e308, -1e308, Double.infinity]) }.yAxis(domain: 0...1)
    _ = try Chart { huge.marks + [PointMark(x: [5], y: [0.5]).annotation("here").mark] }.drawing()
  }
}
