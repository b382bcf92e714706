extension BarMark: SeriesMark {
  /// Bars lie down when the names are on y.
  var isHorizontal: Bool {
    if case .categories = y { x.quantities != nil } else { false }
  }

  var bandAxes: Set<AxisName> { isHorizontal ? [.y] : [.x] }

  func lower(in lowering: inout Lowering) throws -> [Layer] {
    let axis: AxisName = isHorizontal ? .y : .x
    if case .categories = isHorizontal ? x : y {
      throw PlotError(.unsuitableColumn, "BarMark has names on both axes; give it numbers on one of them.")
    }
    let places = lowering.positions(isHorizontal ? y : x, on: axis)
    let values = lowering.positions(isHorizontal ? x : y, on: axis == .x ? .y : .x)
    let parts = lowering.parts(series, style, sample: .area)
    let summary = aggregation ?? Aggregation(.mean)
    let groups = parts.map { GroupedValues($0.select(places), $0.select(values)) }
    let aggregates = groups.map { $0.aggregates(summary) }
    let stacks = stacking.map { lowering.barStacks(self, $0) }
    return parts.indices.map { number in
      let edges = stacking == nil ? lowering.slots.edges(parts[number].name) : lowering.slots.stackEdges
      let bars = stacks?[number] ?? Self.bars(groups[number].places, aggregates[number].map(\.value))
      var layer = Layer(role: Lowering.role("bars", parts[number].name))
      layer.shapes = [
        .rectangles(
          rectangles(bars, edges),
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

  /// A bar's band, and from where to where it reaches.
  typealias Bar = (band: Double, span: Stack.Span)

  /// Bars that stand for themselves, from 0; only for the bands that the series has, since both may be many.
  private static func bars(_ places: [Double], _ heights: [Double]) -> [Bar] {
    zip(places, Stack(.unstacked).spans([heights])[0]).compactMap { place, span in span.map { (place, $0) } }
  }

  private func rectangles(_ bars: [Bar], _ edges: (start: Double, end: Double)) -> [DataRectangle] {
    bars.map { band, span in
      let (start, end) = (band + edges.start, band + edges.end)
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
