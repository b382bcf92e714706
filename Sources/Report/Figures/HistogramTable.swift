internal import Plot

/// The bins of a chart's histograms as CSV: a row a bin with both its edges, and a column a series with the heights drawn.
struct HistogramTable {
  /// UTF-8.
  let csv: [UInt8]

  /// `nil` unless every mark is a rule or a histogram of numbers, and all histograms share their bins and what heights say.
  init?(_ chart: Chart) {
    var series: [(name: String, values: [Double])] = []
    var rules: [HistogramMark] = []
    for mark in chart.marks {
      switch mark {
      case .rule: continue
      case .histogram(let histogram):
        guard case .numbers(let values) = histogram.x else { return nil }
        rules.append(histogram)
        series += Self.parts(values, histogram.series, unnamed: chart.y.title ?? histogram.normalization.rawValue)
      default: return nil
      }
    }
    guard let first = rules.first, Set(series.map(\.name)).count == series.count,
      rules.allSatisfy({ $0.bins == first.bins && $0.normalization == first.normalization }),
      let shared = Histogram(series.flatMap(\.values), bins: first.bins)
    else { return nil }
    // A series without a finite value has no bars.
    let heights = series.map {
      Histogram($0.values, bins: .edges(shared.edges), normalization: first.normalization)?.counts
    }
    var text = CSVBytes()
    text.row(["from", "to"] + series.map(\.name))
    for (bin, edges) in zip(shared.edges, shared.edges.dropFirst()).enumerated() {
      text.cell(edges.0)
      text.cell(edges.1)
      for heights in heights { text.cell(heights?[bin] ?? 0) }
      text.endRow()
    }
    csv = text.bytes
  }

  /// The values of each series, in the order in which the series appear.
  private static func parts(
    _ values: [Double], _ series: Series?, unnamed: String
  ) -> [(name: String, values: [Double])] {
    switch series {
    case nil: return [(unnamed, values)]
    case .named(let name): return [(name, values)]
    case .column(let names):
      var parts: [(name: String, values: [Double])] = []
      var places: [String: Int] = [:]
      for (value, name) in zip(values, names) {
        let name = name ?? ""
        let place = places[name] ?? parts.count
        if place == parts.count {
          parts.append((name, []))
          places[name] = place
        }
        parts[place].values.append(value)
      }
      return parts
    }
  }
}
