/// Room at the ends of an axis of quantities for large dots and words that would be cut at the edge of the plot or run
/// over the other axis.
///
/// The length of the axis is not known yet; a plot a little smaller than usual is assumed, so that there is rather too
/// much room than too little. Dots of up to 5 points need none: the plot's clip lets them stand out.
struct EdgeRoom {
  private let length: Double
  private let axisName: AxisName
  private let spec: AxisSpec
  private let layers: [Layer]
  private let labelSize: Double

  init(_ name: AxisName, _ chart: Chart, _ layers: [Layer]) {
    axisName = name
    spec = name == .x ? chart.x : chart.y
    length = name == .x ? max(chart.widthInPoints - 90, 100) : max(chart.heightInPoints - 120, 80)
    self.layers = layers
    labelSize = chart.theme.labelSize
  }

  func extend(_ axis: inout ResolvedAxis) {
    guard let scale = scale(axis) else { return }
    let room = room(scale)
    guard room.low > 0 || room.high > 0 else { return }
    guard let low = scale.padded(by: room.low).domain?.lowerBound,
      let high = scale.padded(by: room.high).domain?.upperBound
    else { return }
    axis.domain = low...high
    // Round ends would be yet further away, with labels where no value can be.
    axis.mayBeNice = false
    axis.hasEdgeRoom = true
  }

  private func scale(_ axis: ResolvedAxis) -> Scale? {
    switch axis.kind {
    case .linear, .time: .linear(axis.domain)
    case .log: .log(axis.domain)
    case .squareRoot: .squareRoot(axis.domain)
    case .symlog: .symlog(axis.domain, threshold: spec.threshold ?? SymlogTicks.threshold(for: axis.domain))
    case .band, .point: nil
    }
  }

  /// What is missing at both ends, as shares of the domain.
  private func room(_ scale: Scale) -> (low: Double, high: Double) {
    let marks = layers.flatMap(\.shapes).flatMap(extents)
    var (low, high) = (0.0, 0.0)
    // Room at the ends makes the rest narrower, which needs a little more room.
    for _ in 0..<3 {
      let points = length / (1 + low + high)
      for mark in marks {
        guard let place = scale.fraction(mark.value) else { continue }
        low = max(low, min(mark.reach / points - place, 0.5))
        high = max(high, min(mark.reach / points - (1 - place), 0.5))
      }
    }
    return (low, high)
  }

  /// Values and how far what stands there reaches to both sides, in points.
  private func extents(_ shape: Shape) -> [(value: Double, reach: Double)] {
    switch shape {
    case .points(let cloud):
      guard let largest = cloud.radii.max(), largest > 5 else { return [] }
      let values = axisName == .x ? cloud.x : cloud.y
      let factor = cloud.symbol == .circle ? 1 : 1.3
      return values.indices.lazy.filter { values[$0].isFinite }.map {
        (values[$0], cloud.radii[min($0, cloud.radii.count - 1)] * factor)
      }
    case .texts(let texts):
      return texts.prefix(10_000).map { text in
        // About the width of most letters; the exact one does not matter.
        let half = axisName == .x ? min(0.3 * labelSize * Double(text.text.count), length / 5) : 0.7 * labelSize
        return (axisName == .x ? text.place.x : text.place.y, half)
      }
    case .line, .area, .rectangles, .segments, .ticks: return []
    }
  }
}
