import Testing

@testable import Plot

/// Points by value: colours, sizes, shapes, and counts where there are too many.
@Suite struct PointTests {
  private func clouds(_ chart: Chart) throws -> [PointCloud] {
    try Resolver.resolve(chart).layers.flatMap(\.shapes).compactMap { shape in
      if case .points(let cloud) = shape { cloud } else { nil }
    }
  }

  private func groups(_ chart: Chart, _ role: String) throws -> [Group] {
    func find(_ node: Node) -> [Group] {
      guard case .group(let group) = node else { return [] }
      return (group.role == role ? [group] : []) + group.nodes.flatMap(find)
    }
    return try chart.drawing().scene.nodes.flatMap(find)
  }

  // MARK: Counts

  @Test func aboveTwentyThousandPointsAreCounted() throws {
    #expect(try clouds(MarkSamples.binned(20_001)).allSatisfy { $0.binning != nil })
    #expect(try clouds(MarkSamples.binned(20_000)).allSatisfy { $0.binning == nil })
  }

  @Test func countingCanBeForcedOnAndOff() throws {
    let many = [Double](repeating: 1, count: 20_001)
    #expect(try clouds(Chart { PointMark(x: many, y: many).binned(false) })[0].binning == nil)
    #expect(try clouds(Chart { PointMark(x: [1], y: [1]).binned() })[0].binning != nil)
    #expect(try clouds(Chart { PointMark(x: many, y: many).symbolSize(many) })[0].binning == nil)
  }

  /// A colour bar says what cells are, and who asks for cells knows.
  @Test func countingIsRemarkedOnWhereNothingElseTellsOfIt() throws {
    func remarks(_ marks: [Mark]) throws -> [String] { try Chart { marks }.drawing().diagnostics.map(\.message) }
    let many = (0...20_000).map(Double.init)
    let points = PointMark(x: many, y: many)
    #expect(try remarks([points.mark]).isEmpty)
    #expect(try remarks([points.binned().mark, points.binned().mark]).isEmpty)
    let two = try remarks([points.mark, points.mark])
    #expect(
      two.count == 2 && two[0].hasPrefix("20001 points are too many") && two[0].hasSuffix("how many lie in each."))
    let hidden = try Chart { points }.legend(.hidden).drawing()
    #expect(hidden.diagnostics.count == 1)
    let means = try remarks([points.foregroundStyle(by: .value("v", many)).mark])
    #expect(means.count == 1 && means[0].hasSuffix("their mean in each."))
  }

  /// The size of the picture does not grow with the number of points.
  @Test func anImageOfManyPointsIsSmall() throws {
    let svg = try MarkSamples.binned(60_000).drawing().svg()
    #expect(svg.utf8.count < 300_000 && svg.contains("Points a cell"))
  }

  @Test func everyPointIsCountedOnce() throws {
    let chart = Chart {
      PointMark(x: [0, 0, 0, 5, 10, .nan, 3], y: [0, 0, 0, 5, 10, 1, .infinity]).binned()
    }.xAxis(domain: 0...10).yAxis(domain: 0...10)
    let bar = try groups(chart, "color bar").flatMap(\.nodes)
    let labels = bar.compactMap { node in if case .text(let text) = node { text.shaped.string } else { nil } }
    #expect(labels == ["Points a cell", "1", "2", "3"])
    // A ground, and one path for each of the counts 1 and 3.
    #expect(try groups(chart, "points").flatMap(\.nodes).count == 3)
  }

  @Test func countsOfAWideRangeAreLogarithmic() throws {
    func scale(_ count: Int) throws -> ColorScale {
      let resolved = try Resolver.resolve(Chart { PointMark(x: [0, 1], y: [0, 1]).binned() })
      let x = [Double](repeating: 0, count: count) + [1]
      let cloud = PointCloud(x: x, y: x, radii: [1], fills: [Paint(.ink)], binning: .init(isWanted: true))
      let frame = try FrameLayout(
        chart: Chart {}, resolved: resolved, setter: TextSetter(theme: .light, fonts: .installed), margins: Margins()
      ).frame(Surroundings(top: 40, bottom: 360))
      return PointGrid(cloud, frame).scale(.blues)
    }
    let (few, many) = (try scale(50), try scale(51))
    #expect(!few.isLogarithmic && few.domain == 1...50)
    #expect(many.isLogarithmic && many.domain == 1...51)
  }

  @Test func aSinglePointStandsOutFromThePaper() throws {
    for theme in Theme.all {
      let scheme = theme.sequentialScheme.standingOut(from: theme.paper, contrast: 1.4)
      #expect(scheme.color(at: 0).contrast(with: theme.paper) >= 1.39, "\(theme.name)")
    }
  }

  // MARK: Values

  @Test func coloursFollowTheValues() throws {
    let chart = Chart { PointMark(x: [1, 2, 3], y: [1, 2, 3]).foregroundStyle(by: .value("Loss", [4.0, .nan, 8])) }
    let resolved = try Resolver.resolve(chart)
    let scale = try #require(resolved.colorKey?.scale)
    #expect(resolved.colorKey?.title == "Loss" && scale.domain == 4...8)
    let expected = [4.0, .nan, 8].map { Paint(.fixed(scale.color(for: $0))) }
    #expect(try clouds(chart)[0].fills == expected && Set(expected).count == 3)
  }

  @Test func namesBecomeSeries() throws {
    let chart = Chart { PointMark(x: [1, 2], y: [1, 2]).foregroundStyle(by: .value("Cell", ["LSTM", "GRU"])) }
    #expect(try Resolver.resolve(chart).series.map(\.name) == ["LSTM", "GRU"])
  }

  @Test func aLineHasOneColour() throws {
    let lines = Chart {
      for loss in [0.0, 0.5, 1] { LineMark(y: [loss, 1]).foregroundStyle(by: .value("loss", loss)) }
    }
    let colours = try Resolver.resolve(lines).layers.map { layer -> Paint? in
      if case .line(let line)? = layer.shapes.first { line.stroke.paint } else { nil }
    }
    #expect(Set(colours).count == 3)
    let many = Chart { LineMark(y: [1.0, 2]).foregroundStyle(by: .value("loss", [1.0, 2])) }
    #expect(#expect(throws: PlotError.self) { try many.drawing() }?.code == .unsuitableColumn)
    let unequal = Chart { PointMark(x: [1, 2, 3], y: [1, 2, 3]).foregroundStyle(by: .value("loss", [1.0, 2])) }
    #expect(#expect(throws: PlotError.self) { try unequal.drawing() }?.code == .unequalColumns)
  }

  /// Dark blue lines vanish on dark paper, yellow ones on white.
  @Test(arguments: Theme.all) func schemesOfThinMarksStandOut(theme: Theme) throws {
    let runs = try Chart.parallelCoordinates(
      [("a", .numbers([1, 2, 3]))], metric: "loss", results: [0, 0.5, 1]
    ).theme(theme)
    let scheme = try #require(try Resolver.resolve(runs).colorKey?.scale.scheme)
    for step in 0...20 {
      #expect(scheme.color(at: Double(step) / 20).contrast(with: theme.paper) >= 1.95)
    }
    let diverging = theme.divergingScheme.strengthened(against: theme.paper)
    for color in diverging.colors { #expect(color.contrast(with: theme.paper) >= 2) }
    #expect(diverging.colors.first == theme.divergingScheme.colors.first)
  }

  @Test func sizesHaveALegend() throws {
    #expect(SizeBar.values(from: 0.5, upTo: 20) == [20, 5, 1])
    #expect(SizeBar.values(from: 0.1, upTo: 0.9) == [0.5, 0.2])
    #expect(SizeBar.values(from: 10, upTo: 20) == [20, 10] && SizeBar.values(from: 3, upTo: 3) == [3])
    let texts = try groups(MarkSamples.sizesAndSymbols, "size legend").flatMap(\.nodes).compactMap { node in
      if case .text(let text) = node { text.shaped.string } else { nil }
    }
    #expect(texts.first == "Hours" && texts.contains("5") && texts.contains("1"))
    let two = Chart {
      PointMark(x: [1], y: [1]).symbolSize([1.0])
      PointMark(x: [2], y: [2]).symbolSize([4.0])
    }
    #expect(try clouds(two).map(\.radii) == [[6], [12]])
  }

  @Test func shapesStandForNames() throws {
    let resolved = try Resolver.resolve(MarkSamples.sizesAndSymbols)
    #expect(resolved.symbolKeys.map(\.name) == ["LSTM", "GRU", "RNN"])
    #expect(resolved.symbolKeys.map(\.sample) == [.point(.circle), .point(.square), .point(.triangle)])
    let texts = try groups(MarkSamples.sizesAndSymbols, "legend").flatMap(\.nodes).compactMap { node in
      if case .text(let text) = node { text.shaped.string } else { nil }
    }
    #expect(texts == ["small", "large", "LSTM", "GRU", "RNN"])
  }

  /// One legend where colours and shapes stand for the same names.
  @Test func shapesOfSeriesAreInTheirLegend() throws {
    let names = ["a", "b", "a"]
    let chart = Chart {
      PointMark(x: [1, 2, 3], y: [1, 2, 3], series: .column(names)).symbol(by: .value("", names))
    }
    let resolved = try Resolver.resolve(chart)
    #expect(resolved.symbolKeys.isEmpty && resolved.series.map(\.sample) == [.point(.circle), .point(.square)])
  }

  @Test func withoutColourSeriesHaveShapes() throws {
    let chart = Chart {
      PointMark(x: [1], y: [1], series: "a")
      PointMark(x: [2], y: [2], series: "b")
    }.theme(.print)
    #expect(try clouds(chart).map(\.symbol) == [.circle, .square])
    #expect(try Resolver.resolve(chart).series.map(\.sample) == [.point(.circle), .point(.square)])
    #expect(try clouds(chart.theme(.light)).map(\.symbol) == [.circle, .circle])
    for marks in [chart.marks, chart.marks.reversed()] {
      let lines = Chart {
        marks
        LineMark(y: [1.0, 2], series: "b")
      }.theme(.print)
      let key = try #require(try Resolver.resolve(lines).series.first { $0.name == "b" })
      #expect(key.sample == .line && key.marker == key.symbol && key.marker != nil)
    }
  }

  @Test func labelsCanBeReplaced() throws {
    let chart = MarkSamples.sizesAndSymbols.mapTexts { _ in "x" }
    #expect(try Resolver.resolve(chart).sizeKey?.title == "x")
    #expect(try Resolver.resolve(MarkSamples.colourByValue.mapTexts { _ in "x" }).colorKey?.title == "x")
    let words = Chart { TextMark(x: [1], y: [1], text: ["a"]).annotation("b") }.mapTexts { _ in "x" }
    #expect(words.marks[0].lowered.style.annotation == "x")
  }
}
