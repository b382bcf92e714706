import Testing

@testable import Plot

@Suite struct DecimationTests {
  private func reduce(_ points: [Point], columnWidth: Double) -> [Point] {
    let rows = points.map(\.y).withUnsafeBufferPointer { y in
      Decimation.m4(y, rows: points.indices) { (points[$0].x / columnWidth).rounded(.down) }
    }
    return rows.map { points[$0] }
  }

  /// In each column the first, lowest, highest and last point stay, in their order, and nothing is invented.
  @Test func keepsTheFourPointsOfEachColumn() {
    var random = SplitMix(state: 7)
    let points = (0..<5000).map { Point(Double($0) * 0.01, random.unit() * 100) }
    let kept = reduce(points, columnWidth: 0.5)
    #expect(kept.count <= 4 * 101)
    for column in 0..<100 {
      let all = points.filter { Int(($0.x / 0.5).rounded(.down)) == column }
      let left = kept.filter { Int(($0.x / 0.5).rounded(.down)) == column }
      #expect(left.first == all.first && left.last == all.last)
      #expect(left.map(\.y).min() == all.map(\.y).min() && left.map(\.y).max() == all.map(\.y).max())
      #expect(left.map(\.x) == left.map(\.x).sorted())
    }
  }

  @Test func shortInputsAreUnchanged() {
    #expect(reduce([], columnWidth: 1) == [])
    #expect(reduce([Point(1, 1)], columnWidth: 1) == [Point(1, 1)])
    let two = [Point(1, 1), Point(1.2, 5)]
    #expect(reduce(two, columnWidth: 1) == two)
  }
}

@Suite struct LineClipperTests {
  private let box = Rect(x: 0, y: 0, width: 10, height: 10)

  @Test func aLineInsideIsItself() {
    let line = [Point(1, 1), Point(9, 9), Point(2, 3)]
    #expect(LineClipper.clip(line, to: box) == [line])
  }

  @Test func aLineThroughIsCutAtBothEdges() {
    #expect(LineClipper.clip([Point(-10, 5), Point(20, 5)], to: box) == [[Point(0, 5), Point(10, 5)]])
    #expect(LineClipper.clip([Point(-10, 5), Point(-5, 8)], to: box) == [])
  }

  @Test func leavingAndComingBackMakesTwoParts() {
    let parts = LineClipper.clip([Point(5, 5), Point(5, 1e12), Point(6, 1e12), Point(6, 5)], to: box)
    #expect(parts.count == 2)
    #expect(parts[0] == [Point(5, 5), Point(5, 10)])
    #expect(parts[1].last == Point(6, 5))
    for point in parts.joined() { #expect(box.insetBy(-1e-6).contains(point.x, point.y)) }
  }
}

@Suite struct EndLabelTests {
  @Test func labelsFarApartStayWhereTheyAre() {
    #expect(EndLabels.spread([10, 50, 90], gap: 14) == [10, 50, 90])
  }

  @Test func touchingLabelsMoveApartAroundTheirMean() {
    #expect(EndLabels.spread([50, 50], gap: 14) == [43, 57])
  }

  /// Whatever is wanted: in order, never closer than the gap, and no label moves when none touch.
  @Test func anyLabelsEndUpApart() {
    var random = SplitMix(state: 3)
    for count in 1...12 {
      let wanted = (0..<count).map { _ in random.unit() * 100 }.sorted()
      let placed = EndLabels.spread(wanted, gap: 14)
      for (a, b) in zip(placed, placed.dropFirst()) { #expect(b - a >= 14 - 1e-9) }
    }
  }
}

/// A small generator with a fixed stream for tests.
struct SplitMix {
  var state: UInt64

  mutating func unit() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((z ^ (z >> 31)) >> 11) * 0x1p-53
  }
}
