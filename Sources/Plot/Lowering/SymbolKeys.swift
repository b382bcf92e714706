/// The shapes of points that stand for names, the same in all marks of a chart.
struct SymbolKeys {
  private var symbols: [String: PointSymbol] = [:]
  /// The names that are no series, for the legend.
  private(set) var keys: [SeriesKey] = []

  /// The shape of a name; the next of the six for a new one.
  ///
  /// - Parameter isSeries: Whether the legend shows the name as a series anyway.
  mutating func symbol(for name: String, isSeries: Bool) -> PointSymbol {
    if let known = symbols[name] { return known }
    let symbol = PointSymbol.allCases[symbols.count % PointSymbol.allCases.count]
    symbols[name] = symbol
    if !isSeries { keys.append(SeriesKey(name: name, sample: .point(symbol), paint: Paint(.muted), dash: [])) }
    return symbol
  }
}
