extension TextMark: SeriesMark {
  var rowColumns: [(name: String, count: Int)] { [("text", text.count)] + (series?.rowColumn ?? []) }

  mutating func mapTexts(_ transform: (String) -> String) {
    mapNames(transform)
    text = text.map(transform)
  }

  mutating func keep(_ rows: [Int]) {
    keepColumns(rows)
    text = text.selecting(rows)
  }

  func lower(in lowering: inout Lowering) throws -> [Layer] {
    let (x, y) = (lowering.positions(x, on: .x), lowering.positions(y, on: .y))
    let paint = Paint(style.color.map { .fixed($0) } ?? .ink, opacity: min(max(style.opacity ?? 1, 0), 1))
    let texts = zip(zip(x, y), text).compactMap { place, text in
      place.0.isFinite && place.1.isFinite
        ? DataText(text: text, place: DataPoint(place.0, place.1), background: nil, paint: paint) : nil
    }
    return [Layer(role: "text", shapes: [.texts(texts)], summary: texts.prefix(5).map(\.text).joined(separator: ", "))]
  }
}
