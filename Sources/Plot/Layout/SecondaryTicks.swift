/// The labels of a second y axis: round numbers of its own unit, at the places of the first axis' values.
struct SecondaryTicks {
  private let transform: SecondaryAxis.Transform
  private let scale: Scale
  private let setter: TextSetter
  private let axis: ResolvedAxis

  /// - Returns: `nil` when the chart has no second axis, or when it would not have two ends: names, a transform that makes
  ///   all values equal, a reciprocal of values on both sides of 0.
  init?(_ chart: Chart, _ kind: ResolvedAxis.Kind, _ scale: Scale, setter: TextSetter) {
    guard let transform = chart.secondaryY?.forward, var domain = scale.domain else { return nil }
    var axis = ResolvedAxis()
    if case .reciprocal = transform {
      // It runs away towards 0: the labels begin a little beside it.
      let (low, high) = (domain.lowerBound, domain.upperBound)
      if low == 0 { domain = high / 20...high } else if high == 0 { domain = low...low / 20 }
      guard domain.lowerBound.sign == domain.upperBound.sign else { return nil }
      axis.kind = .log
    }
    guard let first = transform(domain.lowerBound), let last = transform(domain.upperBound), first != last else {
      return nil
    }
    axis.domain = min(first, last)...max(first, last)
    if kind == .log { axis.kind = .log }
    if axis.domain.lowerBound <= 0 { axis.kind = .linear }
    self.transform = transform
    self.scale = scale
    self.setter = setter
    self.axis = axis
  }

  /// The labels, with the first axis' values as their places.
  func labels(height: Double) throws -> AxisLabels {
    let size = setter.theme.labelSize
    let (_, ticks) = AxisLayout.scaleAndTicks(
      axis, length: height, pointsPerTick: Spacing.pointsPerYTick * max(1, size / 11))
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
