internal import Foundation

extension NumberFormat {
  /// More decimals than these are not written.
  private static let mostPlaces = 12

  /// Labels that share their form: the same decimals and prefix for all.
  ///
  /// - Parameters:
  ///   - offset: What clocks show beyond UTC, in seconds, for dates.
  ///   - areEven: Whether the values are steps of one size. Others, as on logarithmic axes, have decimals and prefixes of
  ///     their own, still in one form.
  func labels(_ values: [Double], offset: Double = 0, areEven: Bool = true) -> [String] {
    switch style {
    case .automatic where areEven: NumberLabel.labels(values).map { decorated($0) }
    case .automatic: NumberLabel.unevenLabels(values).map { decorated($0) }
    case .decimal: fixed(values, areEven: areEven).map { decorated($0) }
    case .percent: fixed(values.map { $0 * 100 }, areEven: areEven).map { decorated($0, mark: "%") }
    case .si where areEven: prefixed(values)
    case .si: values.flatMap { prefixed([$0]) }
    case .exponent where areEven: exponents(values).map { decorated($0) }
    case .exponent: values.flatMap { exponents([$0]) }.map { decorated($0) }
    case .date: values.map { decorated(DateLabel.string($0, style: dateStyle, offset: offset)) }
    }
  }

  /// One number by itself, as beside a mark.
  func string(_ value: Double, offset: Double = 0) -> String {
    if style == .automatic || !value.isFinite { return decorated(NumberLabel.short(value)) }
    return labels([value], offset: offset).first ?? ""
  }

  /// The format with what stands around the number replaced.
  func mapTexts(_ transform: (String) -> String) -> NumberFormat {
    with {
      $0.prefix = transform(prefix)
      $0.suffix = transform(suffix)
      $0.unit = unit.map(transform)
    }
  }

  private func fixed(_ values: [Double], areEven: Bool = true) -> [String] {
    let decimals =
      places.map { min(max($0, 0), Self.mostPlaces) } ?? NumberLabel.decimals(for: values, atMost: 15) ?? 12
    return values.map { value in
      guard value.isFinite else { return NumberLabel.short(value) }
      let text = NumberLabel.string(value, decimals: decimals)
      return areEven || places != nil ? text : NumberLabel.withoutTrailingZeros(text)
    }
  }

  private func exponents(_ values: [Double]) -> [String] {
    let largest = values.map(abs).max() ?? 0
    return largest > 0 && largest.isFinite ? NumberLabel.exponentLabels(values) : values.map(NumberLabel.short)
  }

  private static let prefixes: [(exponent: Int, name: String)] = [
    (12, "T"), (9, "G"), (6, "M"), (3, "k"), (0, ""), (-3, "m"), (-6, "µ"), (-9, "n"), (-12, "p"),
  ]

  private func prefixed(_ values: [Double]) -> [String] {
    let largest = values.map(abs).max() ?? 0
    guard largest > 0, largest.isFinite, largest < 1e16, largest >= 1e-13 else {
      return values.map { decorated(NumberLabel.short($0)) }
    }
    // A ten-millionth below the next prefix counts as that one.
    let chosen = Self.prefixes.first { largest * (1 + 1e-7) >= pow(10, Double($0.exponent)) } ?? (-12, "p")
    let texts = fixed(values.map { DecimalNumber.value($0, exponent: -chosen.exponent) })
    return zip(values, texts).map { value, text in
      value == 0 && unit == nil
        ? decorated("0") : decorated(text, mark: unit == nil ? chosen.name : "", scale: chosen.name)
    }
  }

  /// The number with its prefix after the sign, and what follows.
  private func decorated(_ text: String, mark: String = "", scale: String = "") -> String {
    let sign = text.prefix { $0 == "−" || $0 == "+" }
    let number = sign + prefix + text.dropFirst(sign.count) + mark + suffix
    return unit.map { "\(number)\u{A0}\(scale)\($0)" } ?? number
  }
}
