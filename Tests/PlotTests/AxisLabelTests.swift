import Foundation
import Testing

@testable import Plot

/// Labels that stand together on an axis: one form, no duplicates, no overlap.
@Suite struct AxisLabelTests {
  private func labels(
    _ kind: ResolvedAxis.Kind, _ domain: ClosedRange<Double>, format: NumberFormat = .automatic
  ) -> [String] {
    let axis = ResolvedAxis(kind: kind, domain: domain)
    let (_, ticks) = AxisLayout.scaleAndTicks(
      axis, spec: AxisSpec(format: format), length: 560, pointsPerTick: 80)
    return ticks.filter { !$0.isMinor }.map(\.label)
  }

  @Test func logarithmicLabelsHaveOneForm() {
    #expect(labels(.log, 1e-5...1) == ["10⁻⁵", "10⁻⁴", "10⁻³", "10⁻²", "10⁻¹", "10⁰"])
    #expect(labels(.log, 0.0003...0.03) == ["0.0005", "0.001", "0.002", "0.005", "0.01", "0.02"])
    #expect(labels(.log, 1...1e6) == ["1", "10", "100", "1k", "10k", "100k", "1M"])
    #expect(labels(.log, 1.02...1.08).count >= 4)
    #expect(labels(.log, 95...1000) == ["100", "200", "500", "1000"])
    #expect(labels(.log, 1e-300 / 1e22...1e-300).allSatisfy { $0.count <= 7 })
  }

  @Test func unevenStepsShareAUnitAndNoNeedlessDigits() {
    #expect(labels(.squareRoot, 0...70_000).prefix(3) == ["0", "2k", "10k"])
    #expect(NumberLabel.unevenLabels([0, 2500, 10_000, 70_000]) == ["0", "2.5k", "10k", "70k"])
    #expect(NumberLabel.unevenLabels([-0.001, 0, 1e-5]) == ["−10⁻³", "0", "10⁻⁵"])
    #expect(NumberFormat.percent().labels([0.001, 0.01, 1], areEven: false) == ["0.1%", "1%", "100%"])
    #expect(NumberFormat.si.labels([0.001, 1, 20_000], areEven: false) == ["1m", "1", "20k"])
    #expect(NumberFormat.exponent.labels([0.001, 1, 20_000], areEven: false) == ["10⁻³", "10⁰", "2·10⁴"])
  }

  @Test func numbersFarFromZeroSayHowMuchMoreTheyAreThanTheFirst() {
    #expect(
      labels(.linear, 1e9...1e9 + 0.01) == [
        "1000000000.000", "+0.002", "+0.004", "+0.006", "+0.008", "+0.010",
      ])
    #expect(labels(.linear, 1.7e9...1.7e9 + 400).prefix(3) == ["1700000000", "+50", "+100"])
    #expect(NumberFormat.automatic.prefix("$").labels([5e9, 5e9 + 1, 5e9 + 2]) == ["$5000000000", "+$1", "+$2"])
    #expect(labels(.linear, 1e6...1.0001e6).first == "1000000")
  }

  @Test func theLeastNumbersHaveShortLabels() {
    #expect(labels(.linear, 0...5e-300 / 1e21).allSatisfy { $0.count <= 9 })
    #expect(labels(.linear, 0...1e-300 / 1e10).last == "1.0·10⁻³¹⁰")
  }

  @Test func labelsDifferWhateverTheDomain() {
    var random = SplitMix(state: 21)
    for _ in 0..<3000 {
      let extent = pow(10, (random.unit() - 0.5) * 40)
      let low = (random.unit() - 0.5) * extent * pow(10, random.unit() * 11)
      let domain = low...low + extent
      for kind in [ResolvedAxis.Kind.linear, .squareRoot, .symlog] {
        let labels = labels(kind, domain)
        #expect(Set(labels).count == labels.count && labels.count >= 2, "\(kind) \(domain): \(labels)")
        #expect(labels.allSatisfy { $0.count <= 22 }, "\(kind) \(domain): \(labels)")
      }
    }
  }

  @Test func theDateStaysWhenLabelsThinOut() {
    let ticks = (0..<8).map { Tick(value: Double($0), label: "\($0)", period: $0 < 3 ? "a" : "b") }
    let thinned = AxisLayout.thin(ticks.withContexts, centers: ticks.map { $0.value * 10 }, gap: 6) { _ in 12 }
    #expect(thinned.map(\.label) == ["0", "2", "4", "6"])
    #expect(thinned.map(\.context) == ["a", nil, "b", nil])
    let reversed = AxisLayout.thin(ticks.withContexts, centers: ticks.map { 90 - $0.value * 10 }, gap: 6) { _ in 12 }
    #expect(reversed.map(\.label) == ["6", "4", "2", "0"])
    #expect(reversed.map(\.context) == ["b", nil, "a", nil])
  }

  @Test func wideDatesMayReachUnderTheirNeighboursButNotIntoEachOther() {
    let ticks = (0..<4).map { Tick(value: Double($0), label: "x", period: $0 < 2 ? "wide" : "broad") }
    func width(_ text: String) -> Double { text == "x" ? 10 : 40 }
    let enough = AxisLayout.thin(ticks, centers: [0, 25, 50, 75], gap: 6, width: width)
    #expect(enough.map(\.context) == ["wide", nil, "broad", nil])
    let narrow = AxisLayout.thin(ticks, centers: [0, 20, 40, 60], gap: 6, width: width)
    #expect(narrow.map(\.value) == [0, 3] && narrow.map(\.context) == ["wide", "broad"])
  }

  /// Random names, numbers and sizes: no label of an axis touches another one, and none leaves the picture.
  @Test func labelsNeverOverlapNorLeaveThePicture() throws {
    var random = SplitMix(state: 99)
    let words = ["a", "linear", "gradient boosting", "지하철 호선", "x-ray/ct", "超長い名前です", "Ελλάδα", "1234", "שלום"]
    for round in 0..<120 {
      let count = 1 + Int(pow(random.unit(), 2) * 60)
      let names = (0..<count).map { number in
        let length = 1 + Int(random.unit() * 4)
        return (0..<length).map { _ in words[Int(random.unit() * Double(words.count)) % words.count] }
          .joined(separator: " ") + " \(number)"
      }
      let values = names.map { _ in random.unit() * 1e4 }
      var chart = Chart {
        if round % 3 == 0 { BarMark(x: values, y: names) } else { BarMark(x: names, y: values) }
      }
      chart.widthInPoints = 160 + random.unit() * 700
      chart.heightInPoints = 140 + random.unit() * 500
      if round % 4 == 1 { chart.x.position = .top }
      if round % 4 == 2 { chart.x.isReversed = true }
      try expectOrder(chart, "\(round)")
    }
  }

  @Test(arguments: [AxisSpec.Scale.linear, .log, .symlog, .squareRoot, .time])
  func labelsOfQuantitiesNeverOverlap(scale: AxisSpec.Scale) throws {
    var random = SplitMix(state: 5)
    for round in 0..<40 {
      let low = pow(10, random.unit() * 9)
      let values = [low, low * (1 + pow(10, random.unit() * 6 - 3))]
      var chart = Chart { LineMark(x: values, y: values) }
      chart.x.scale = scale
      chart.x.isReversed = round % 2 == 0
      chart.x.padding = round % 3 == 0 ? 0.1 : nil
      if round % 5 == 0 { chart.x.format = NumberFormat.decimal(3).unit("seconds") }
      chart.widthInPoints = 160 + random.unit() * 600
      chart.heightInPoints = 240
      try expectOrder(chart, "\(scale) \(values)")
    }
  }

  private func expectOrder(_ chart: Chart, _ comment: String) throws {
    func groups(_ node: Node, _ role: String) -> [Node] {
      guard case .group(let group) = node else { return [] }
      return group.role == role ? [node] : group.nodes.flatMap { groups($0, role) }
    }
    let scene = try chart.drawing().scene
    for role in ["x-axis", "y-axis"] {
      let boxes = scene.nodes.flatMap { groups($0, role) }.flatMap(TextBox.boxes)
      #expect(!boxes.isEmpty, "\(comment): no labels")
      for (number, box) in boxes.enumerated() {
        #expect(
          box.minX >= -0.5 && box.maxX <= scene.width + 0.5 && box.minY >= -0.5 && box.maxY <= scene.height + 0.5,
          "\(comment): \(box.text) \(box) outside \(scene.width) × \(scene.height)")
        for other in boxes[..<number] {
          #expect(!box.overlaps(other, by: 0.5), "\(comment): \(box.text) \(box) and \(other.text) \(other)")
        }
      }
    }
  }
}
