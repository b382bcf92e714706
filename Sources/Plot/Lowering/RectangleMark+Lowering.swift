extension RectangleMark: LoweredMark {
  var channels: [ChannelColumn] { [] }

  func lower(in lowering: inout Lowering) throws -> [Layer] {
    let paint = Paint(style.color.map { .fixed($0) } ?? .muted, opacity: min(max(style.opacity ?? 0.12, 0), 1))
    let rectangle = DataRectangle(
      x0: x?.lowerBound ?? -.infinity, y0: y?.lowerBound ?? -.infinity, x1: x?.upperBound ?? .infinity,
      y1: y?.upperBound ?? .infinity)
    var layer = Layer(role: "rectangle", shapes: [.rectangles([rectangle], RectangleStyle(fills: [paint]))])
    if let text = style.annotation {
      layer.annotation =
        x.map { Annotation(text: text, anchor: .x($0.lowerBound)) }
        ?? y.map { Annotation(text: text, anchor: .y($0.upperBound)) }
      layer.summary = text
    }
    return [layer]
  }
}
