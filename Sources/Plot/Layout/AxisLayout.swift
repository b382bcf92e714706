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

  /// The labels that can stand side by side without touching: every one, every second, every third, ….
  ///
  /// - Parameter extents: The left and right edge of each label.
  static func thin(_ ticks: [Tick], extents: [(left: Double, right: Double)], gap: Double) -> [Tick] {
    guard ticks.count > 1 else { return ticks }
    // On a reversed axis the labels run from right to left.
    let isReversed = (extents.last?.left ?? 0) < (extents.first?.left ?? 0)
    let stride = (1...ticks.count).first { stride in
      var end = -Double.infinity
      let shown = Array(Swift.stride(from: 0, to: ticks.count, by: stride))
      return (isReversed ? shown.reversed() : shown).allSatisfy { number in
        defer { end = extents[number].right }
        return extents[number].left >= end + gap
      }
    }
    return Swift.stride(from: 0, to: ticks.count, by: stride ?? ticks.count).map { ticks[$0] }
  }
}
