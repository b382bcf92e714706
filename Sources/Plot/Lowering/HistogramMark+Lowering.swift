extension HistogramMark: SeriesMark {
  var channels: [ChannelColumn] { [ChannelColumn(axis: .x, column: x)] }

  mutating func mapColumns(_ change: (Column) -> Column) { x = change(x) }

  /// All facets have the bins of all rows, so that their heights can be compared.
  mutating func keep(_ rows: [Int]) {
    if let values = x.quantities, let all = Histogram(values, bins: bins) { bins = .edges(all.edges) }
    keepColumns(rows)
  }

  func lower(in lowering: inout Lowering) throws -> [Layer] {
    let x = lowering.positions(x, on: .x)
    let others = peers(in: lowering)
    // Bins of all values together, so that series can be compared, whichever mark they are in.
    let edges =
      lowering.sharedEdges[bins] ?? Histogram(others.flatMap { lowering.positions($0.x, on: .x) }, bins: bins)?.edges
    guard let edges else { return [] }
    lowering.sharedEdges[bins] = edges
    let parts = lowering.parts(series, style, sample: .area)
    // Series in front of each other must be seen through.
    let fade = style.opacity == nil && (parts.count > 1 || others.count > 1) ? 0.55 : 1
    return parts.map { layer($0, values: $0.select(x), edges: edges, fade: fade) }
  }

  /// The chart's histograms with the same rule for bins, this one among them.
  private func peers(in lowering: Lowering) -> [HistogramMark] {
    lowering.chart.marks.compactMap { mark in
      if case .histogram(let histogram) = mark, histogram.bins == bins { histogram } else { nil }
    }
  }

  private func layer(_ part: Lowering.Part, values: [Double], edges: [Double], fade: Double) -> Layer {
    var layer = Layer(role: Lowering.role("histogram", part.name))
    guard let histogram = Histogram(values, bins: .edges(edges), normalization: normalization) else { return layer }
    let bars = zip(zip(edges, edges.dropFirst()), histogram.counts).map {
      DataRectangle(x0: $0.0, y0: 0, x1: $0.1, y1: $1)
    }
    var fill = part.key.paint
    fill.opacity *= fade
    layer.shapes = [.rectangles(bars, RectangleStyle(fills: [fill], inset: 0.25))]
    let count = histogram.total == 1 ? "1 value" : "\(histogram.total) values"
    layer.summary = (part.name.map { $0 + ", " } ?? "") + "\(count) in \(bars.count) bins"
    return layer
  }
}
