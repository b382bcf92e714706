extension BandMark: SeriesMark {
  var channels: [ChannelColumn] {
    [
      ChannelColumn(axis: .x, column: x), ChannelColumn(axis: .y, column: low), ChannelColumn(axis: .y, column: high),
    ]
  }

  mutating func mapColumns(_ change: (Column) -> Column) { (x, low, high) = (change(x), change(low), change(high)) }

  func lower(in lowering: inout Lowering) throws -> [Layer] {
    let x = lowering.positions(x, on: .x)
    let (low, high) = (lowering.positions(low, on: .y), lowering.positions(high, on: .y))
    var style = style
    style.opacity = style.opacity ?? 0.18
    return lowering.parts(series, style, sample: .area).map { part in
      var layer = Layer(role: Lowering.role("band", part.name))
      layer.shapes = [
        .area(
          AreaBand(
            x: part.select(x), low: part.select(low), high: part.select(high), fill: part.key.paint,
            interpolation: interpolation ?? .linear))
      ]
      return layer
    }
  }
}
