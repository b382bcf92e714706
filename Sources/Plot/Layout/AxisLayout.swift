/// Chooses an axis' domain and ticks for a length.
enum AxisLayout {
  /// - Parameters:
  ///   - length: The length of the axis, in points.
  ///   - pointsPerTick: The distance between labels to aim for.
  static func scaleAndTicks(
    _ axis: ResolvedAxis, length: Double, pointsPerTick: Double
  ) -> (scale: Scale, ticks: [Tick]) {
    let wanted = max(2, Int((length / pointsPerTick).rounded()))
    switch axis.kind {
    case .band:
      return (.band(axis.bands), axis.bands.enumerated().map { Tick(value: Double($0), label: $1) })
    case .log:
      let domain = axis.mayBeNice ? LogTicks.nice(axis.domain) : axis.domain
      let (major, minor) = LogTicks.values(in: domain, wanted: wanted)
      let labelled = Set(major)
      let between = minor.filter { !labelled.contains($0) }.map { Tick(value: $0, label: "", isMinor: true) }
      return (.log(domain), major.map { Tick(value: $0, label: NumberLabel.short($0)) } + between)
    case .linear:
      var step = LinearTicks.step(extent: axis.domain.upperBound - axis.domain.lowerBound, wanted: wanted)
      if axis.isWhole { step = max(1, step == 2.5 ? 2 : step) }
      let domain = axis.mayBeNice ? LinearTicks.nice(axis.domain, step: step) : axis.domain
      let values = LinearTicks.values(in: domain, step: step)
      // Extents beyond what steps can divide still show where they begin and end.
      return (.linear(domain), ticks(values.count >= 2 ? values : [domain.lowerBound, domain.upperBound]))
    }
  }

  private static func ticks(_ values: [Double]) -> [Tick] {
    zip(values, NumberLabel.labels(values)).map { Tick(value: $0, label: $1) }
  }

  /// The labels that can stand side by side without touching: every one, every second, every third, ….
  ///
  /// - Parameter extents: The left and right edge of each label.
  static func thin(_ ticks: [Tick], extents: [(left: Double, right: Double)], gap: Double) -> [Tick] {
    guard ticks.count > 1 else { return ticks }
    let stride = (1...ticks.count).first { stride in
      var end = -Double.infinity
      return Swift.stride(from: 0, to: ticks.count, by: stride).allSatisfy { number in
        defer { end = extents[number].right }
        return extents[number].left >= end + gap
      }
    }
    return Swift.stride(from: 0, to: ticks.count, by: stride ?? ticks.count).map { ticks[$0] }
  }
}
