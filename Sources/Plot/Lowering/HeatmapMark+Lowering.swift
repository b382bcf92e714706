extension HeatmapMark: LoweredMark {
  var channels: [ChannelColumn] { [ChannelColumn(axis: .x, column: x), ChannelColumn(axis: .y, column: y)] }
  var bandAxes: Set<AxisName> { [.x, .y] }
  var rowColumns: [(name: String, count: Int)] { [("value", value.count)] + (text.map { [("text", $0.count)] } ?? []) }

  mutating func mapColumns(_ change: (Column) -> Column) {
    (x, y, value) = (change(x), change(y), change(value))
  }

  mutating func mapTexts(_ transform: (String) -> String) {
    mapNames(transform)
    text = text.map { $0.map(transform) }
    valueTitle = valueTitle.map(transform)
  }

  mutating func keep(_ rows: [Int]) {
    keepColumns(rows)
    text = text?.selecting(rows)
  }

  func lower(in lowering: inout Lowering) throws -> [Layer] {
    guard case .numbers(let values) = value else {
      throw PlotError(.unsuitableColumn, "HeatmapMark has names as values; give it numbers.")
    }
    let (x, y) = (lowering.positions(x, on: .x), lowering.positions(y, on: .y))
    let scale = lowering.sharedColorScale ?? colorScale ?? themeScale(of: values, lowering.theme)
    var cells: [DataRectangle] = []
    var fills: [Paint] = []
    var texts: [DataText] = []
    for row in values.indices where x[row].isFinite && y[row].isFinite {
      let color = scale.color(for: values[row])
      cells.append(DataRectangle(x0: x[row] - 0.5, y0: y[row] - 0.5, x1: x[row] + 0.5, y1: y[row] + 0.5))
      fills.append(Paint(.fixed(color)))
      if let text {
        texts.append(DataText(text: text[row], place: DataPoint(x[row], y[row]), paint: Self.readable(on: color)))
      }
    }
    lowering.colorKey = ColorKey(title: valueTitle, scale: scale)
    let style = RectangleStyle(fills: fills, inset: 0.5, isTable: true)
    var layer = Layer(role: "heatmap", shapes: [.rectangles(cells, style)])
    if !texts.isEmpty { layer.shapes.append(.texts(texts)) }
    layer.summary = AltText.range("\(cells.count) cells", values)
    return [layer]
  }

  /// One hue over the range of the values, from 0 where they are all positive.
  private func themeScale(of values: [Double], _ theme: Theme) -> ColorScale {
    if let colorDomain { return ColorScale(theme.sequentialScheme, domain: colorDomain) }
    let finite = values.filter(\.isFinite)
    let low = finite.min() ?? 0
    let high = max(finite.max() ?? 1, low)
    let start = low > 0 && low < high / 2 ? 0 : low
    return ColorScale(theme.sequentialScheme, domain: start...(high > start ? high : start + 1))
  }

  /// Black or white, whichever stands out more.
  private static func readable(on color: Color) -> Paint {
    let (black, white) = (Color(0x1F2328), Color(0xFFFFFF))
    return Paint(.fixed(color.contrast(with: black) >= color.contrast(with: white) ? black : white))
  }
}
