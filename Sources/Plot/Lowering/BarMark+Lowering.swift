extension BarMark: LoweredMark {
  /// Bars lie down when the names are on y.
  var isHorizontal: Bool {
    if case .categories = y { x.quantities != nil } else { false }
  }

  var bandAxes: Set<AxisName> { isHorizontal ? [.y] : [.x] }

  func lower(in lowering: inout Lowering) throws -> [Layer] {
    let axis: AxisName = isHorizontal ? .y : .x
    let bands = axis == .x ? lowering.x.bands.count : lowering.y.bands.count
    if case .categories = isHorizontal ? x : y {
      throw PlotError(.unsuitableColumn, "BarMark has names on both axes; give it numbers on one of them.")
    }
    let places = lowering.positions(isHorizontal ? y : x, on: axis)
    let values = lowering.positions(isHorizontal ? x : y, on: axis == .x ? .y : .x)
    let parts = lowering.parts(series, style, sample: .area)
    let summary = aggregation ?? Aggregation(.mean)
    let groups = parts.map { GroupedValues($0.select(places), $0.select(values)) }
    let aggregates = groups.map { $0.aggregates(summary) }
    let spans: [[Stack.Span?]]
    if let stacking {
      spans = lowering.barSpans(self, stacking)
    } else {
      let heights = zip(groups, aggregates).map { Self.heights($0.places, $1, bands: bands) }
      spans = Stack(.unstacked).spans(heights)
    }
    return parts.indices.map { number in
      let edges = stacking == nil ? lowering.slots.edges(parts[number].name) : lowering.slots.stackEdges
      var layer = Layer(role: Lowering.role("bars", parts[number].name))
      layer.shapes = [
        .rectangles(
          rectangles(spans[number], edges),
          RectangleStyle(fills: [parts[number].key.paint], inset: lowering.slots.inset))
      ]
      if stacking == nil { layer.shapes += intervals(groups[number].places, aggregates[number], edges) }
      layer.summary = AltText.bars(parts[number].name, aggregates[number].map(\.value))
      let axis = axis == .x ? lowering.x : lowering.y
      layer.aggregates = zip(groups[number].places, aggregates[number]).map {
        AggregatedValue(series: parts[number].name, place: axis.name(of: $0), aggregate: $1)
      }
      return layer
    }
  }

  static func heights(_ places: [Double], _ aggregates: [Aggregate], bands: Int) -> [Double] {
    var heights = [Double](repeating: .nan, count: bands)
    for (place, aggregate) in zip(places, aggregates) { heights[Int(place)] = aggregate.value }
    return heights
  }

  private func rectangles(_ spans: [Stack.Span?], _ edges: (start: Double, end: Double)) -> [DataRectangle] {
    spans.enumerated().compactMap { band, span in
      guard let span else { return nil }
      let (start, end) = (Double(band) + edges.start, Double(band) + edges.end)
      return isHorizontal
        ? DataRectangle(x0: span.low, y0: start, x1: span.high, y1: end)
        : DataRectangle(x0: start, y0: span.low, x1: end, y1: span.high)
    }
  }

  /// A stroke through the middle of each bar from the low to the high end of its interval.
  private func intervals(
    _ places: [Double], _ aggregates: [Aggregate], _ edges: (start: Double, end: Double)
  ) -> [Shape] {
    let segments = zip(places, aggregates).compactMap { place, aggregate -> DataSegment? in
      guard aggregate.hasInterval else { return nil }
      let middle = place + (edges.start + edges.end) / 2
      return isHorizontal
        ? DataSegment(aggregate.low, middle, aggregate.high, middle)
        : DataSegment(middle, aggregate.low, middle, aggregate.high)
    }
    return segments.isEmpty ? [] : [.segments(segments, Stroke(Paint(.ink), width: 1.25, cap: .round))]
  }
}
