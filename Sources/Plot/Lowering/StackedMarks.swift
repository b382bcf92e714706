/// Where the values of stacked marks begin and end. All stacked bars of a chart share one stack a band, and all areas of
/// named series share one stack, whether their series are in one mark or in several, as in Swift Charts.
struct StackedMarks {
  /// The bars of each series of a mark, by the mark's number.
  fileprivate var bars: [Int: [[BarMark.Bar]]] = [:]
  fileprivate var areas: [Int: (places: [Double], spans: [[Stack.Span?]])] = [:]
}

extension Lowering {
  /// The bars of each series of a stacked mark.
  mutating func barStacks(_ bar: BarMark, _ method: MarkStackingMethod) -> [[BarMark.Bar]] {
    if let known = stacks.bars[markNumber] { return known }
    // Band by band: of many series each may have few of many bands.
    var bands: [Double: [(mark: Int, series: Int, height: Double)]] = [:]
    for (number, mark) in chart.marks.enumerated() {
      guard case .bar(let other) = mark, other.stacking == method, other.isHorizontal == bar.isHorizontal else {
        continue
      }
      let series = other.heights(in: self)
      stacks.bars[number] = Array(repeating: [], count: series.count)
      for (place, heights) in series.enumerated() {
        for (band, height) in heights { bands[band, default: []].append((number, place, height)) }
      }
    }
    for (band, entries) in bands.sorted(by: { $0.key < $1.key }) {
      for (entry, spans) in zip(entries, Stack(method).spans(entries.map { [$0.height] })) {
        if let span = spans[0] { stacks.bars[entry.mark]?[entry.series].append((band, span)) }
      }
    }
    return stacks.bars[markNumber] ?? []
  }

  /// The places of all stacked areas together, and the spans of a mark's series at each. Series need not have rows at the
  /// same places: where one has none while others do, it has 0.
  mutating func areaSpans(_ method: MarkStackingMethod) -> (places: [Double], spans: [[Stack.Span?]]) {
    if let known = stacks.areas[markNumber] { return known }
    var curves: [(number: Int, series: [[Double: Double]])] = []
    for (number, mark) in chart.marks.enumerated() {
      guard case .area(let area) = mark, area.isStacked || number == markNumber, area.method == method else { continue }
      curves.append((number, area.curves(in: self)))
    }
    let places = Set(curves.flatMap { $0.series.flatMap(\.keys) }).sorted()
    let aligned = curves.flatMap(\.series).map { curve in places.map { curve[$0] ?? 0 } }
    var spans = Stack(method).spans(aligned)[...]
    for (number, series) in curves {
      stacks.areas[number] = (places, Array(spans.prefix(series.count)))
      spans = spans.dropFirst(series.count)
    }
    return stacks.areas[markNumber] ?? ([], [])
  }

  /// The rows of each series of a mark; one list of all rows for a mark of one series.
  func rowsBySeries(_ series: Series?, count: Int) -> [[Int]] {
    guard case .column(let names) = series else { return [Array(0..<count)] }
    return Self.rows(of: names).map(\.rows)
  }
}

extension BarMark {
  /// The height of each series in the bands that it has.
  fileprivate func heights(in lowering: Lowering) -> [Zip2Sequence<[Double], [Double]>] {
    let places = lowering.positions(isHorizontal ? y : x, on: isHorizontal ? .y : .x)
    let values = lowering.positions(isHorizontal ? x : y, on: isHorizontal ? .x : .y)
    let summary = Aggregation(aggregation?.estimate ?? .mean)
    return lowering.rowsBySeries(series, count: places.count).map { rows in
      let groups = GroupedValues(rows.map { places[$0] }, rows.map { values[$0] })
      return zip(groups.places, groups.aggregates(summary).map(\.value))
    }
  }
}

extension AreaMark {
  var method: MarkStackingMethod { stacking ?? .standard }

  /// Whether the mark lies on the other areas of its chart: unnamed ones stand for themselves.
  var isStacked: Bool { series != nil && method != .unstacked }

  /// The value of each series by its place.
  fileprivate func curves(in lowering: Lowering) -> [[Double: Double]] {
    let (x, y) = (lowering.positions(x, on: .x), lowering.positions(y, on: .y))
    return lowering.rowsBySeries(series, count: x.count).map { rows in
      Dictionary(rows.filter { x[$0].isFinite }.map { (x[$0], y[$0]) }, uniquingKeysWith: { _, last in last })
    }
  }
}
