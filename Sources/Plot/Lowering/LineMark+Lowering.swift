extension LineMark: LoweredMark {
  func lower(in lowering: inout Lowering) throws -> [Layer] {
    let (x, y) = (lowering.positions(x, on: .x), lowering.positions(y, on: .y))
    return lowering.parts(series, style, sample: .line).map { part in
      let (x, y) = (part.select(x), part.select(y))
      var layer = Layer(role: Lowering.role("line", part.name))
      layer.shapes = [
        .line(
          PolyLine(
            x: x, y: y, stroke: style.stroke(part.key, theme: lowering.theme), interpolation: interpolation ?? .linear))
      ]
      layer.summary = AltText.line(part.name, x, y, lowering.x)
      if let name = part.name, let last = y.indices.last(where: { y[$0].isFinite && x[$0].isFinite }) {
        layer.end = LineEnd(name: name, x: x[last], y: y[last])
      }
      return layer
    }
  }
}
