internal import Plot

/// The domains that charts of one name share when they stand side by side, so that what is higher in one is higher than
/// in the other.
///
/// An axis is shared if all charts have the same one and its values are numbers. Axes whose values are computed, such as
/// the counts of histograms or the sums of stacked bars, stay each chart's own.
struct SharedAxes {
  private var x: ClosedRange<Double>?
  private var y: ClosedRange<Double>?

  /// The axes of some charts; with fewer than two of them nothing is shared.
  init(_ charts: [Chart]) {
    guard charts.count > 1, let first = charts.first else { return }
    let values = charts.flatMap(\.marks).map(MarkValues.init)
    let hasSameX = Set(charts.map { SharedAxes.bare($0.x) }).count == 1
    let hasSameY = Set(charts.map { SharedAxes.bare($0.y) }).count == 1
    let xs = values.flatMap { $0.x ?? [.nan] }.filter(\.isFinite)
    let ys = values.flatMap { $0.y ?? [] }.filter(\.isFinite)
    // A line over the same values has the domains that all the marks have together.
    let extent = Chart { LineMark(x: Array(0..<ys.count).map(Double.init), y: ys) }.yAxis(first.y).forNarrowScreens
    if hasSameY, !ys.isEmpty, values.allSatisfy({ $0.y != nil }), first.y.domain == nil {
      y = (try? extent.drawing())?.lines?.y.domain
    }
    guard hasSameX, values.allSatisfy({ $0.x != nil }), !values.contains(where: \.hasBands) else { return }
    let ends = charts.compactMap(\.x.domain)
    let low = (xs + ends.map(\.lowerBound)).min()
    let high = (xs + ends.map(\.upperBound)).max()
    if let low, let high, low < high { x = low...high }
  }

  /// A chart with the shared axes.
  func applied(to chart: Chart) -> Chart {
    var chart = chart
    if let x { chart.x.domain = x }
    if let y { chart.y.domain = y }
    return chart
  }

  private static func bare(_ axis: AxisSpec) -> AxisSpec {
    var axis = axis
    axis.domain = nil
    return axis
  }
}

/// The numbers of a mark on both axes; nil where they are names or are computed.
private struct MarkValues {
  var x: [Double]?
  var y: [Double]?
  /// Whether numbers on x are bands.
  var hasBands = false

  init(_ mark: Mark) {
    switch mark {
    case .line(let mark) where mark.aggregation == nil && mark.smoothing == nil: set(mark.x, [mark.y])
    case .point(let mark): set(mark.x, [mark.y])
    case .text(let mark): set(mark.x, [mark.y])
    case .band(let mark): set(mark.x, [mark.low, mark.high])
    case .area(let mark) where mark.stacking == .unstacked || mark.series == nil: set(mark.x, [mark.y, .numbers([0])])
    case .bar(let mark) where mark.stacking == nil:
      set(mark.x, [mark.y, .numbers([0])])
      hasBands = true
    case .rule(let mark): (x, y) = (mark.x.map { [$0] } ?? [], mark.y.map { [$0] } ?? [])
    case .rectangle(let mark):
      x = mark.x.map { [$0.lowerBound, $0.upperBound] } ?? []
      y = mark.y.map { [$0.lowerBound, $0.upperBound] } ?? []
    default: break
    }
  }

  private mutating func set(_ x: Column, _ y: [Column]) {
    self.x = MarkValues.numbers(x)
    let columns = y.compactMap(MarkValues.numbers)
    self.y = columns.count == y.count ? columns.flatMap { $0 } : nil
  }

  private static func numbers(_ column: Column) -> [Double]? {
    switch column {
    case .numbers(let values), .seconds(let values): values
    case .categories: nil
    }
  }
}
