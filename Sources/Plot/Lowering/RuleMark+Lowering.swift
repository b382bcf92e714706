extension RuleMark: LoweredMark {
  var channels: [ChannelColumn] { [] }

  func lower(in lowering: inout Lowering) throws -> [Layer] {
    let paint = Paint(style.color.map { .fixed($0) } ?? .muted, opacity: min(max(style.opacity ?? 1, 0), 1))
    let stroke = Stroke(paint, width: style.lineWidth ?? 1, dash: style.dash ?? [4, 3])
    let segments =
      (x.map { [DataSegment($0, -.infinity, $0, .infinity)] } ?? [])
      + (y.map { [DataSegment(-.infinity, $0, .infinity, $0)] } ?? [])
    var layer = Layer(role: "rule", shapes: [.segments(segments, stroke)])
    if let text = style.annotation {
      layer.annotation =
        x.map { Annotation(text: text, anchor: .x($0)) } ?? y.map { Annotation(text: text, anchor: .y($0)) }
      layer.summary = text
    }
    return [layer]
  }
}
