import Testing

@testable import Plot

@Suite struct ColumnSummaryTests {
  /// What reading row by row tells.
  private func check(_ values: [Double], _ comment: Comment) {
    let summary = ColumnSummary(values)
    #expect(summary.isFinite == values.allSatisfy(\.isFinite), comment)
    guard summary.isFinite else {
      #expect(!summary.isWhole && !summary.isOrdered, comment)
      return
    }
    let pairs = zip(values, values.dropFirst())
    #expect(summary.isWhole == values.allSatisfy { $0.rounded() == $0 }, comment)
    #expect(summary.isOrdered == (pairs.allSatisfy { $0 <= $1 } || pairs.allSatisfy { $0 >= $1 }), comment)
    #expect(summary.low == values.min() ?? .infinity && summary.high == values.max() ?? -.infinity, comment)
    let first = values.isEmpty ? 0 : nil
    #expect(summary.lowRow == first ?? values.firstIndex { $0 == summary.low }, comment)
    #expect(summary.highRow == first ?? values.firstIndex { $0 == summary.high }, comment)
  }

  /// One odd value at every place of columns of all lengths around those that are read at a time.
  @Test(arguments: [0, 1, 2, 3, 4, 5, 7, 8, 9, 12, 13, 1023, 1024, 1025, 1030])
  func oddValuesAreSeenEverywhere(_ count: Int) {
    let rising = (0..<count).map(Double.init)
    check(rising, "rising")
    check(rising.reversed(), "falling")
    for row in count > 100 ? [0, 1, 500, 1021, 1022, count - 2, count - 1] : Array(0..<count) {
      for odd in [Double.nan, .infinity, -.infinity, 0.5, -7, 1e300, -0.0, 0x1p52 + 1, 0x1p53, 0x1p52 - 0.5] {
        var values = rising
        values[row] = odd
        check(values, "\(odd) in row \(row)")
      }
    }
  }

  /// The first of equal values is the one that counts, with its sign.
  @Test func zerosKeepTheirSigns() {
    #expect(ColumnSummary([0, -0.0]).low.sign == .plus)
    #expect(ColumnSummary([-0.0, 0]).low.sign == .minus)
    #expect(ColumnSummary([-0.0, 0]).high.sign == .minus)
  }

  /// A line that rises in one stretch and falls in the next turns back.
  @Test func turnsBetweenStretchesAreSeen() {
    let up = (0..<1024).map(Double.init)
    #expect(!ColumnSummary(up + up.reversed()).isOrdered)
    #expect(!ColumnSummary(up + up).isOrdered)
    #expect(ColumnSummary(up + up.map { $0 + 1023 }).isOrdered)
  }
}

@Suite struct AxisPlacementTests {
  /// The places are those of the plane to the last bit, whatever the scale.
  @Test(arguments: [
    Scale.linear(-3.7...1e6 / 7), .linear(-1e308...1.7e308), .linear(2...2), .reversed(.linear(0...3)), .log(0.1...1e5),
    .symlog(-10...100, threshold: 0.3), .band(["a", "b", "c"]),
  ])
  func placesAreThoseOfThePlane(_ scale: Scale) {
    let plane = PlotPlane(plot: Rect(x: 41.3, y: 17.1, width: 447.9, height: 283.3), xScale: scale, yScale: scale)
    var random = SplitMix(state: 11)
    for value in (0..<1000).map({ _ in (random.unit() - 0.2) * 1e5 }) + [0, -0.0, 1, 1e300, -1e300] {
      #expect(AxisPlacement(plane, .x)(value).bitPattern == (plane.x(value) ?? 0).bitPattern)
      #expect(AxisPlacement(plane, .y)(value).bitPattern == (plane.y(value) ?? 0).bitPattern)
    }
  }
}
