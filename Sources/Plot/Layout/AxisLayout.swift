/// Chooses an axis' domain and ticks for a length.
enum AxisLayout {
  /// - Parameters:
  ///   - spec: What the chart says about the axis.
  ///   - length: The length of the axis, in points.
  ///   - pointsPerTick: The distance between labels to aim for.
  ///   - hasContextLine: Whether the axis has a second line under its labels, for the date under hours.
  static func scaleAndTicks(
    _ axis: ResolvedAxis, spec: AxisSpec = AxisSpec(), length: Double, pointsPerTick: Double,
    hasContextLine: Bool = false
  ) -> (scale: Scale, ticks: [Tick]) {
    // Two labels seldom show 0; the third needs little room.
    let least = length < pointsPerTick * 1.5 ? 2 : 3
    let wanted = min(max(least, Int((length / pointsPerTick).rounded())), 100)
    let request = AxisTicks(axis: axis, spec: spec, wanted: wanted, hasContextLine: hasContextLine)
    var (scale, ticks) = request.choose()
    if let values = spec.values, !scale.hasBands { ticks = request.explicit(values, on: scale) }
    if spec.isReversed { scale = .reversed(scale) }
    return (scale, ticks)
  }

  /// The labels that can stand side by side without touching: every one, every second, every third, …, the larger unit of
  /// time under the first of each.
  ///
  /// - Parameters:
  ///   - centers: Where each label has its middle, rising or falling.
  ///   - width: Measures a text.
  static func thin(
    _ ticks: [Tick], centers: [Double], gap: Double, width: (String) throws -> Double
  ) rethrows -> [Tick] {
    guard ticks.count > 1 else { return ticks }
    // On a reversed axis the labels run from right to left, and are still read from the left.
    let isReversed = (centers.last ?? 0) < (centers.first ?? 0)
    for stride in 1...ticks.count {
      let numbers = Array(Swift.stride(from: 0, to: ticks.count, by: stride))
      let ordered = isReversed ? numbers.reversed() : numbers
      let shown = ordered.map { ticks[$0] }
      let labelled = shown.contains { $0.period != nil } ? shown.withContexts : shown
      if try fits(labelled, at: ordered.map { centers[$0] }, gap: gap, width: width) { return labelled }
    }
    return Array(ticks.prefix(1))
  }

  /// Whether neither the labels nor the larger units of time under them touch each other.
  private static func fits(
    _ ticks: [Tick], at centers: [Double], gap: Double, width: (String) throws -> Double
  ) rethrows -> Bool {
    var ends = (label: -Double.infinity, context: -Double.infinity)
    for (tick, center) in zip(ticks, centers) {
      let half = try width(tick.label) / 2
      guard center - half >= ends.label + gap else { return false }
      ends.label = center + half
      guard let context = tick.context else { continue }
      let contextHalf = try width(context) / 2
      guard center - contextHalf >= ends.context + gap else { return false }
      ends.context = center + contextHalf
    }
    return true
  }
}
