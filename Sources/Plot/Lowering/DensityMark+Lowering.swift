extension DensityMark: SeriesMark {
  var channels: [ChannelColumn] { [ChannelColumn(axis: .x, column: x)] }

  mutating func mapColumns(_ change: (Column) -> Column) { x = change(x) }

  func lower(in lowering: inout Lowering) throws -> [Layer] {
    let x = lowering.positions(x, on: .x)
    return lowering.parts(series, style, sample: .line).map { part in
      var layer = Layer(role: Lowering.role("density", part.name))
      guard let density = Density(part.select(x), bandwidth: bandwidth) else { return layer }
      var fill = part.key.paint
      fill.opacity *= 0.18
      let line = PolyLine(x: density.x, y: density.y, stroke: style.stroke(part.key, theme: lowering.theme))
      let base = [Double](repeating: 0, count: density.x.count)
      layer.shapes = [
        .area(AreaBand(x: density.x, low: base, high: density.y, fill: fill)),
        .line(line),
      ]
      layer.summary = AltText.line(part.name, line, lowering.x)
      return layer
    }
  }
}
