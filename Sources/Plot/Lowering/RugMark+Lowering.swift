extension RugMark: SeriesMark {
  var channels: [ChannelColumn] {
    (x.map { [ChannelColumn(axis: .x, column: $0)] } ?? []) + (y.map { [ChannelColumn(axis: .y, column: $0)] } ?? [])
  }

  mutating func mapColumns(_ change: (Column) -> Column) { (x, y) = (x.map(change), y.map(change)) }

  func lower(in lowering: inout Lowering) throws -> [Layer] {
    guard let column = x ?? y else { return [] }
    let axis: AxisName = x == nil ? .y : .x
    let values = lowering.positions(column, on: axis)
    var style = style
    style.opacity = style.opacity ?? (values.count > 100 ? 0.4 : 0.8)
    return lowering.parts(series, style, sample: .line).map { part in
      let stroke = Stroke(part.key.paint, width: style.lineWidth ?? 1)
      return Layer(
        role: Lowering.role("rug", part.name), shapes: [.ticks(part.select(values), axis, stroke)],
        summary: AltText.range(part.name, part.select(values)))
    }
  }
}
