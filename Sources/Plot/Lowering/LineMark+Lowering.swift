extension LineMark: SeriesMark {
  func lower(in lowering: inout Lowering) throws -> [Layer] {
    let (x, y) = (lowering.positions(x, on: .x), lowering.positions(y, on: .y))
    return lowering.parts(series, style, sample: .line).map { part in
      var layer = Layer(role: Lowering.role("line", part.name))
      var (x, y) = (part.select(x), part.select(y))
      if let aggregation { (x, y) = summarise(x, y, aggregation, part, lowering.x, into: &layer) }
      var stroke = style.stroke(part.key, theme: lowering.theme)
      if let smoothing {
        var pale = stroke
        pale.width = min(1, stroke.width)
        pale.paint.opacity *= 0.25
        layer.shapes.append(.line(PolyLine(x: x, y: y, stroke: pale)))
        y = smoothing.apply(y)
        stroke.dash = style.dash ?? stroke.dash
      }
      let line = PolyLine(x: x, y: y, stroke: stroke, interpolation: interpolation ?? .linear)
      layer.shapes.append(.line(line))
      layer.summary = AltText.line(part.name, line, lowering.x)
      if let name = part.name, let last = y.indices.last(where: { y[$0].isFinite && x[$0].isFinite }) {
        layer.end = LineEnd(name: name, x: x[last], y: y[last])
      }
      return layer
    }
  }

  /// One value a place, with the interval as a band under the line.
  private func summarise(
    _ x: [Double], _ y: [Double], _ aggregation: Aggregation, _ part: Lowering.Part, _ axis: ResolvedAxis,
    into layer: inout Layer
  ) -> ([Double], [Double]) {
    let groups = GroupedValues(x, y)
    let aggregates = groups.aggregates(aggregation)
    if aggregation.interval != nil {
      var fill = part.key.paint
      fill.opacity *= 0.18
      layer.shapes.append(
        .area(
          AreaBand(
            x: groups.places, low: aggregates.map(\.low), high: aggregates.map(\.high), fill: fill,
            interpolation: interpolation ?? .linear)))
    }
    layer.aggregates = zip(groups.places, aggregates).map {
      AggregatedValue(series: part.name, place: axis.name(of: $0), aggregate: $1)
    }
    return (groups.places, aggregates.map(\.value))
  }
}
