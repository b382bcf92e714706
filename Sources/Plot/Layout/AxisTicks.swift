/// The scale and the ticks of one axis, by its kind.
struct AxisTicks {
  let axis: ResolvedAxis
  let spec: AxisSpec
  /// How many labels to aim for.
  let wanted: Int
  let hasContextLine: Bool

  private var offset: Double { spec.utcOffsetInHours.isFinite ? spec.utcOffsetInHours * 3600 : 0 }
  private var padding: Double? { spec.padding.flatMap { $0.isFinite && $0 >= 0 && $0 <= 10 ? $0 : nil } }
  private var mayBeNice: Bool { axis.mayBeNice && padding == nil }

  func choose() -> (scale: Scale, ticks: [Tick]) {
    switch axis.kind {
    case .band: (.band(axis.bands), names)
    case .point: (.point(axis.bands, padding: padding ?? 0.5), names)
    case .log: log()
    case .linear: linear()
    case .symlog: symlog()
    case .squareRoot: squareRoot()
    case .time: time()
    }
  }

  /// Ticks at values of the user's.
  func explicit(_ values: [Double], on scale: Scale) -> [Tick] {
    let shown = values.filter { scale.domain?.contains($0) == true }.sorted()
    if axis.kind == .time && spec.format.style == .automatic {
      return shown.map { Tick(value: $0, label: DateLabel.string($0, style: .automatic, offset: offset)) }
    }
    return shared(shown, areEven: Self.areEven(shown))
  }

  // MARK: Kinds

  private var names: [Tick] {
    axis.bands.enumerated().map { Tick(value: Double($0), label: axis.bandLabels[$1] ?? $1) }
  }

  private func linear() -> (Scale, [Tick]) {
    let data = padded(.linear(axis.domain))
    let reach = mayBeNice ? ExtendedTicks.Reach.covering : .inside
    let values = ExtendedTicks.values(in: data, wanted: wanted, isWhole: axis.isWhole, reach: reach)
    // Extents beyond what steps can divide still show where they begin and end.
    guard let values, let first = values.first, let last = values.last else {
      return (.linear(data), shared([data.lowerBound, data.upperBound]))
    }
    return (.linear(mayBeNice ? min(first, data.lowerBound)...max(last, data.upperBound) : data), shared(values))
  }

  private func log() -> (Scale, [Tick]) {
    let data = padded(.log(axis.domain))
    let domain = mayBeNice ? LogTicks.nice(data) : data
    let (major, minor) = LogTicks.values(in: domain, wanted: wanted)
    let labelled = Set(major)
    let between = minor.filter { !labelled.contains($0) }.map { Tick(value: $0, label: "", isMinor: true) }
    return (.log(domain), shared(major, areEven: Self.areEven(major)) + between)
  }

  private func symlog() -> (Scale, [Tick]) {
    let given = spec.threshold.flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
    let threshold = given ?? SymlogTicks.threshold(for: axis.domain)
    let data = padded(.symlog(axis.domain, threshold: threshold))
    let domain = mayBeNice ? SymlogTicks.nice(data, threshold: threshold) : data
    let values = SymlogTicks.values(in: domain, threshold: threshold, wanted: wanted)
    return (.symlog(domain, threshold: threshold), shared(values, areEven: Self.areEven(values)))
  }

  /// Round steps, and finer ones next to 0, where the axis is wide.
  private func squareRoot() -> (Scale, [Tick]) {
    let (scale, ticks) = linear()
    let domain = scale.domain ?? axis.domain
    var values = ticks.map(\.value)
    if let first = values.first(where: { $0 > 0 }), values.contains(0) {
      let fine = ExtendedTicks.values(in: 0...first, wanted: 5) ?? []
      if let second = fine.dropFirst().first, second < first {
        values += [second, -second].filter(domain.contains)
      }
    }
    // The root magnifies what lies a rounding error outside.
    values = Set(values).filter(domain.contains).sorted()
    if values.count < 2 { values = [domain.lowerBound, domain.upperBound] }
    return (.squareRoot(domain), shared(values, areEven: Self.areEven(values)))
  }

  private func time() -> (Scale, [Tick]) {
    let data = padded(.linear(axis.domain))
    let ticks = TimeTicks(domain: data, wanted: wanted, offset: offset)
    let domain = mayBeNice ? ticks.nice(data) : data
    let values = ticks.values(in: domain)
    guard values.count >= 2 else { return (.linear(domain), ends(domain)) }
    if spec.format.style != .automatic { return (.linear(domain), shared(values)) }
    if hasContextLine {
      let labels = DateLabel.twoLevels(values, step: ticks.step, offset: offset)
      let ticks = zip(values, labels).map { Tick(value: $0, label: $1.label, period: $1.period) }
      return (.linear(domain), ticks.withContexts)
    }
    let labels = DateLabel.oneLevel(values, step: ticks.step, offset: offset)
    return (.linear(domain), zip(values, labels).map { Tick(value: $0, label: $1) })
  }

  /// Where no step fits: a date where the calendar reaches, else a number.
  private func ends(_ domain: ClosedRange<Double>) -> [Tick] {
    let values = [domain.lowerBound, domain.upperBound]
    guard values.allSatisfy({ abs($0) < CivilTime.limit }), spec.format.style == .automatic else {
      return shared(values)
    }
    let labels = values.map { DateLabel.string($0, style: .isoDateTime, offset: offset) }
    let difference = NumberLabel.short(domain.upperBound - domain.lowerBound)
    return [
      Tick(value: values[0], label: labels[0]),
      Tick(value: values[1], label: labels[0] == labels[1] ? "+\(difference)\u{A0}s" : labels[1]),
    ]
  }

  // MARK: Parts

  private func padded(_ scale: Scale) -> ClosedRange<Double> {
    padding.flatMap { scale.padded(by: $0).domain } ?? axis.domain
  }

  private func shared(_ values: [Double], areEven: Bool = true) -> [Tick] {
    zip(values, spec.format.labels(values, offset: offset, areEven: areEven)).map { Tick(value: $0, label: $1) }
  }

  /// Whether the values are steps of one size.
  private static func areEven(_ values: [Double]) -> Bool {
    let steps = zip(values, values.dropFirst()).map { $1 - $0 }
    guard let first = steps.first else { return true }
    return steps.count > 1 && steps.allSatisfy { abs($0 - first) <= 1e-6 * first }
  }
}
