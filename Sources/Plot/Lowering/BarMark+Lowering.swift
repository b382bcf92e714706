extension BarMark: LoweredMark {
  /// Bars lie down when the names are on y.
  private var isHorizontal: Bool {
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
    let heights = parts.map { Self.means($0.select(values), at: $0.select(places), bands: bands) }
    let spans = Stack(stacking ?? .unstacked).spans(heights)
    return zip(parts, spans).map { part, spans in
      let edges = stacking == nil ? lowering.slots.edges(part.name) : lowering.slots.stackEdges
      let rectangles = spans.enumerated().compactMap { band, span -> DataRectangle? in
        guard let span else { return nil }
        let (start, end) = (Double(band) + edges.start, Double(band) + edges.end)
        return isHorizontal
          ? DataRectangle(x0: span.low, y0: start, x1: span.high, y1: end)
          : DataRectangle(x0: start, y0: span.low, x1: end, y1: span.high)
      }
      var layer = Layer(role: Lowering.role("bars", part.name))
      layer.shapes = [.rectangles(rectangles, RectangleStyle(fills: [part.key.paint], inset: lowering.slots.inset))]
      layer.summary = AltText.bars(part.name, spans.compactMap { $0.map { $0.high == 0 ? $0.low : $0.high - $0.low } })
      return layer
    }
  }

  private static func means(_ values: [Double], at places: [Double], bands: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: bands)
    var counts = [Double](repeating: 0, count: bands)
    for (value, place) in zip(values, places) where value.isFinite && place.isFinite {
      sums[Int(place)] += value
      counts[Int(place)] += 1
    }
    return zip(sums, counts).map { $1 > 0 ? $0 / $1 : .nan }
  }
}
