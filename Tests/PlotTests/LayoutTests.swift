import Testing

@testable import Plot

@Suite struct LayoutTests {
  /// No text leaves the page and none overlaps another, whatever the data.
  @Test(arguments: SampleCharts.all.filter { $0.chart.widthInPoints > 100 }.map(\.name))
  func textsAreInsideThePageAndApart(name: String) throws {
    let chart = try #require(SampleCharts.all.first { $0.name == name }?.chart)
    let scene = try chart.drawing().scene
    let boxes = scene.nodes.flatMap(TextBox.boxes)
    for box in boxes {
      #expect(box.minX >= 0 && box.maxX <= scene.width + 0.01, "“\(box.text)” leaves the page: \(box)")
      #expect(box.minY >= 0 && box.maxY <= scene.height + 0.01, "“\(box.text)” leaves the page: \(box)")
    }
    for (number, first) in boxes.enumerated() {
      for second in boxes.dropFirst(number + 1) {
        #expect(!first.overlaps(second, by: 0.5), "“\(first.text)” overlaps “\(second.text)”")
      }
    }
  }

  @Test func everyCoordinateIsNearThePage() throws {
    for (name, chart) in SampleCharts.all {
      let scene = try chart.drawing().scene
      for path in scene.nodes.flatMap(paths) {
        for coordinate in path.coordinates { #expect(abs(coordinate) < 2000, "\(name)") }
      }
    }
  }

  @Test func aLongLineIsReduced() throws {
    var random = SplitMix(state: 5)
    let chart = Chart { LineMark(y: (0..<100_000).map { _ in random.unit() }) }
    let points = try chart.drawing().scene.nodes.flatMap(paths).map(\.verbs.count).max() ?? 0
    #expect(points > 2000 && points < 5200)
  }

  @Test func gapsSplitALineAndLonePointsAreDots() throws {
    let chart = Chart { LineMark(y: [1, 2, Double.nan, 3, Double.nan, 4, 5]) }
    let verbs = try chart.drawing().scene.nodes.flatMap(paths).map(\.verbs)
    #expect(verbs.contains([.move, .line, .move, .line]))
    #expect(verbs.contains([.move, .curve, .curve, .curve, .curve, .close]))
  }

  @Test func namesStandAtLineEndsWhenTheyAreShort() throws {
    let chart = Chart {
      LineMark(y: [1.0, 2], series: "a")
      LineMark(y: [1.0, 3], series: "b")
    }
    let frameEnd = chart.widthInPoints - 60
    let boxes = try chart.drawing().scene.nodes.flatMap(textBoxes)
    #expect(boxes.filter { ["a", "b"].contains($0.0) }.allSatisfy { $0.1.x > frameEnd })
    let top = try chart.legend(.top).drawing().scene.nodes.flatMap(textBoxes)
    #expect(top.filter { ["a", "b"].contains($0.0) }.allSatisfy { $0.1.x < 200 })
    let hidden = try chart.legend(.hidden).drawing().scene.nodes.flatMap(textBoxes)
    #expect(!hidden.contains { ["a", "b"].contains($0.0) })
  }

  @Test func textIsShortenedToItsWidth() throws {
    let setter = TextSetter(theme: .light, fonts: .installed)
    let short = try setter.shorten("A rather long label", width: 50, size: 11)
    #expect(short.hasSuffix("…"))
    #expect(try setter.width(short, size: 11) <= 50)
    #expect(try setter.shorten("short", width: 50, size: 11) == "short")
    #expect(try setter.wrap("one two three four", width: 45, size: 11, limit: 9).count > 1)
  }

  @Test func aMissingGlyphIsReported() throws {
    let chart = Chart("Unassigned \u{0378} use") { LineMark(y: [1.0, 2]) }
    #expect(try chart.drawing().diagnostics.contains { $0.message.contains("\u{0378}") })
  }

  private func textBoxes(_ node: Node) -> [(String, Rect)] {
    switch node {
    case .group(let group): group.nodes.flatMap(textBoxes)
    case .path: []
    case .text(let text):
      // From the top of capitals to the base line: descenders may reach into the space between lines.
      [
        (
          text.shaped.string,
          Rect(x: text.start.x, y: text.start.y - 0.73 * text.size, width: text.width, height: 0.73 * text.size)
        )
      ]
    }
  }

  private func paths(_ node: Node) -> [Path] {
    switch node {
    case .group(let group): group.nodes.flatMap(paths)
    case .path(let path): [path.path]
    case .text: []
    }
  }
}
