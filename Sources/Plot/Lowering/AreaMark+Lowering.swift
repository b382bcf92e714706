extension AreaMark: SeriesMark {
  func lower(in lowering: inout Lowering) throws -> [Layer] {
    let (x, y) = (lowering.positions(x, on: .x), lowering.positions(y, on: .y))
    let parts = lowering.parts(series, style, sample: .area)
    let isAlone = parts.count == 1 && lowering.chart.marks.count(where: Self.isStacked) < 2
    guard method == .normalized || (isStacked && !isAlone) else {
      return parts.map { layer($0, x: $0.select(x), spans: Stack(.unstacked).spans([$0.select(y)])[0], method) }
    }
    let (places, spans) = lowering.areaSpans(method)
    return zip(parts, spans).map { layer($0, x: places, spans: $1, method) }
  }

  private static func isStacked(_ mark: Mark) -> Bool {
    if case .area(let area) = mark { area.isStacked } else { false }
  }

  private func layer(_ part: Lowering.Part, x: [Double], spans: [Stack.Span?], _ method: MarkStackingMethod) -> Layer {
    var fill = part.key.paint
    // Areas in front of each other must be seen through.
    fill.opacity *= method == .unstacked ? 0.35 : 0.85
    let (low, high) = (spans.map { $0?.low ?? .nan }, spans.map { $0?.high ?? .nan })
    var layer = Layer(role: Lowering.role("area", part.name))
    layer.shapes = [.area(AreaBand(x: x, low: low, high: high, fill: fill, interpolation: interpolation ?? .linear))]
    layer.summary = AltText.range(part.name, zip(low, high).flatMap { [$0, $1] })
    return layer
  }
}
