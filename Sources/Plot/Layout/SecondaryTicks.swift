/// The labels of a second y axis: round numbers of its own unit, at the places of the first axis' values.
struct SecondaryTicks {
  private let transform: SecondaryAxis.Transform
  private let scale: Scale
  private let setter: TextSetter
  private let axis: ResolvedAxis

  /// - Returns: `nil` when the chart has no second axis, or when its values have no end there: names, a transform that
  ///   makes all values equal, a reciprocal across 0.
  init?(_ chart: Chart, _ scale: Scale, setter: TextSetter) {
    guard let transform = chart.secondaryY?.forward, let domain = scale.quantities,
      let first = transform(domain.lowerBound), let last = transform(domain.upperBound), first != last
    else { return nil }
    if case .reciprocal = transform, domain.lowerBound <= 0, domain.upperBound >= 0 { return nil }
    self.transform = transform
    self.scale = scale
    self.setter = setter
    var axis = ResolvedAxis()
    axis.domain = min(first, last)...max(first, last)
    if case .log = scale, axis.domain.lowerBound > 0 { axis.kind = .log }
    self.axis = axis
  }

  /// The labels, with the first axis' values as their places.
  func labels(height: Double) throws -> AxisLabels {
    let size = setter.theme.labelSize
    let (_, ticks) = AxisLayout.scaleAndTicks(axis, length: height, pointsPerTick: Spacing.pointsPerYTick)
    let places = ticks.filter { !$0.label.isEmpty }.compactMap { tick -> (tick: Tick, value: Double, y: Double)? in
      guard let value = transform.inverse(tick.value), let fraction = scale.fraction(value),
        (-1e-9...1 + 1e-9).contains(fraction)
      else { return nil }
      return (tick, value, fraction * height)
    }
    var labels = AxisLabels()
    var last = -Double.infinity
    for place in places.sorted(by: { $0.y < $1.y }) where place.y >= last + size * 1.3 {
      labels.labels.append(AxisLabels.Label(value: place.value, lines: [place.tick.label]))
      labels.depth = max(labels.depth, try setter.width(place.tick.label, size: size))
      last = place.y
    }
    return labels
  }
}

extension Scale {
  /// The domain of a scale of quantities.
  fileprivate var quantities: ClosedRange<Double>? {
    switch self {
    case .linear(let domain), .log(let domain): domain
    case .band: nil
    }
  }
}
