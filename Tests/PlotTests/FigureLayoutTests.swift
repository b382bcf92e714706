import Testing

@testable import Plot

@Suite struct FigureLayoutTests {
  private static let laidOut = SampleFigures.all.filter { !["one by one", "too small"].contains($0.name) }

  /// No text leaves the page and none overlaps another, whatever the panels.
  @Test(arguments: laidOut.map(\.name))
  func textsAreInsideThePageAndApart(name: String) throws {
    let figure = try #require(SampleFigures.all.first { $0.name == name }?.figure)
    for panels in [figure, figure.panelLabels(.letters).legend(.bottom), figure.legend(.panels).sharedX().sharedY()] {
      let scene = try panels.drawing().scene
      let boxes = scene.nodes.flatMap(\.textBoxes)
      for (text, box) in boxes {
        #expect(box.x >= 0 && box.maxX <= scene.width + 0.01, "“\(text)” leaves the page: \(box)")
        #expect(box.y >= 0 && box.maxY <= scene.height + 0.01, "“\(text)” leaves the page: \(box)")
      }
      for (number, first) in boxes.enumerated() {
        for second in boxes.dropFirst(number + 1) {
          #expect(!first.1.insetBy(0.5).intersects(second.1), "“\(first.0)” overlaps “\(second.0)”")
        }
      }
    }
  }

  /// The plots of a column share left and right edges, those of a row upper and lower ones, and all have one size
  /// but plots of fixed shape.
  @Test(arguments: laidOut.map(\.name).filter { $0 != "empty" })
  func plotsAreAligned(name: String) throws {
    let figure = try #require(SampleFigures.all.first { $0.name == name }?.figure)
    let plots = try plots(of: figure)
    let grid = FigureGrid(count: figure.panels.count, columns: figure.columns)
    #expect(plots.count == figure.panels.count)
    for (number, plot) in plots.enumerated() {
      let above = plots[grid.column(number)]
      let first = plots[grid.first(inRowOf: number)]
      #expect(abs(plot.x - above.x) < 1e-9 && abs(plot.maxX - above.maxX) < 1e-9, "panel \(number + 1)")
      #expect(abs(plot.y - first.y) < 1e-9 && abs(plot.maxY - first.maxY) < 1e-9, "panel \(number + 1)")
      guard name != "heatmaps" else { continue }
      #expect(abs(plot.width - plots[0].width) < 1e-9 && abs(plot.height - plots[0].height) < 1e-9)
    }
  }

  @Test func sharedDomainsAreOne() throws {
    let figure = Figure(columns: 2) {
      Chart { LineMark(x: [0, 10], y: [0.0, 1]) }
      Chart { LineMark(x: [5, 20], y: [-5.0, 7]) }
      Chart { LineMark(x: [8], y: [100.0]) }
    }
    let all = try ResolvedFigure(figure.sharedX().sharedY(), theme: .light)
    #expect(all.panels.allSatisfy { $0.x.domain == 0...20 && $0.y.domain == -5...100 })
    #expect(all.panels.map(\.x.isLabelled) == [false, true, true])
    #expect(all.panels.map(\.y.isLabelled) == [true, false, true])
    let rows = try ResolvedFigure(figure.sharedX(.columns).sharedY(.rows), theme: .light)
    #expect(rows.panels.map(\.x.domain) == [0...10, 5...20, 0...10])
    #expect(rows.panels[0].y.domain == -5...7 && rows.panels[1].y.domain == -5...7)
    let none = try ResolvedFigure(figure, theme: .light)
    #expect(none.panels.map(\.x.domain) != all.panels.map(\.x.domain))
    #expect(none.panels.allSatisfy { $0.x.isLabelled && $0.y.isLabelled })
  }

  @Test func aFixedDomainHoldsForAllThatShareIt() throws {
    let figure = Figure {
      Chart { LineMark(y: [0.0, 1]) }.yAxis(domain: 0...3)
      Chart { LineMark(y: [-5.0, 7]) }
    }.sharedY()
    let resolved = try ResolvedFigure(figure, theme: .light)
    #expect(resolved.panels.allSatisfy { $0.y.domain == 0...3 && !$0.y.mayBeNice })
  }

  @Test func bandsAreSharedInOneOrder() throws {
    let figure = Figure {
      Chart { BarMark(x: ["b", "a"], y: [1, 2]) }
      Chart { BarMark(x: ["c", "a"], y: [3, 4]) }
    }
    let resolved = try ResolvedFigure(figure.sharedX(), theme: .light)
    #expect(resolved.panels.allSatisfy { $0.x.bands == ["b", "a", "c"] })
    let alone = try ResolvedFigure(figure, theme: .light)
    #expect(alone.panels.map(\.x.bands) == [["b", "a"], ["c", "a"]])
  }

  /// Half of the time since 1970 on both sides would mean nothing.
  @Test func aSharedInstantHasADayAroundIt() throws {
    let chart = Chart { LineMark(x: .seconds([1_700_000_000]), y: .numbers([1])) }
    let figure = Figure {
      chart
      chart
    }.sharedX()
    let domain = try ResolvedFigure(figure, theme: .light).panels[0].x.domain
    #expect(domain == 1_699_956_800...1_700_043_200)
  }

  @Test func differentScalesAreNotShared() throws {
    let figure = Figure {
      Chart { BarMark(x: ["b", "a"], y: [1, 2]) }
      Chart { LineMark(y: [3, 4]) }
      Chart {}
    }.sharedX()
    let drawing = try figure.drawing()
    #expect(
      drawing.diagnostics.map(\.message) == ["Panels 1, 2 have different scales on x and cannot share a domain."])
  }

  @Test func oddSizesAreDrawn() throws {
    for name in ["one by one", "too small", "empty"] {
      let figure = try #require(SampleFigures.all.first { $0.name == name }?.figure)
      let drawing = try figure.drawing()
      #expect(try drawing.png(scale: 1).count > 50)
      #expect(drawing.diagnostics.contains { $0.message.contains("too small") } == (name != "empty"))
    }
    for columns in [Int.min, -1, 0, 1, 3, Int.max] {
      #expect(
        try Figure(columns: columns) {
          Chart {}; Chart {}
        }.drawing().scene.width >= 640)
    }
    for spacing in [-Double.infinity, -5, 0, 1e9, .nan] {
      #expect(throws: Never.self) {
        try Figure {
          Chart {}; Chart {}
        }.spacing(spacing).drawing()
      }
    }
  }

  @Test func theSizeComesFromTheChartsOrTheFigure() throws {
    let figure = Figure(columns: 2) {
      Chart {}.size(width: 300, height: 200)
      Chart {}.size(width: 250, height: 220)
      Chart {}
    }.panelSize(width: 320, height: 240)
    let scene = try figure.drawing().scene
    #expect(scene.width == 640 && scene.height == 480)
    let fixed = try figure.size(width: 500, height: 400).title("Higher").drawing().scene
    #expect(fixed.width == 500 && fixed.height == 400)
    #expect(try figure.title("Higher").drawing().scene.height > 480)
  }

  @Test func spacingMovesPanelsApart() throws {
    let figure = Figure(columns: 2) {
      Chart {}; Chart {}
    }
    func gap(_ spacing: Double) throws -> Double {
      let plots = try plots(of: figure.spacing(spacing))
      return plots[1].x - plots[0].maxX
    }
    #expect(try abs(gap(60) - gap(20) - 40) < 1.01)
  }

  /// The boxes of the plots: what the marks are clipped to, without the room for line ends.
  private func plots(of figure: Figure) throws -> [Rect] {
    func clips(_ node: Node) -> [Rect] {
      guard case .group(let group) = node else { return [] }
      return (group.role == "marks" ? group.clip.map { [$0.insetBy(4)] } ?? [] : []) + group.nodes.flatMap(clips)
    }
    return try figure.drawing().scene.nodes.flatMap(clips)
  }
}

extension Node {
  /// Every text with its box, from the top of capitals to the base line: descenders may reach into the space below.
  var textBoxes: [(string: String, box: Rect)] {
    switch self {
    case .group(let group): group.nodes.flatMap(\.textBoxes)
    case .path: []
    case .text(let text):
      [
        (
          text.shaped.string,
          Rect(x: text.start.x, y: text.start.y - 0.73 * text.size, width: text.width, height: 0.73 * text.size)
        )
      ]
    }
  }
}
