extension PointMark: LoweredMark {
  var rowColumns: [(name: String, count: Int)] {
    (size.map { [("size", $0.count)] } ?? []) + (series?.rowColumn ?? [])
  }

  func lower(in lowering: inout Lowering) throws -> [Layer] {
    let (x, y) = (lowering.positions(x, on: .x), lowering.positions(y, on: .y))
    let radii = radii
    var style = style
    style.opacity = style.opacity ?? (x.count > 200 || size != nil ? 0.7 : 1)
    let symbol = symbol ?? .circle
    return lowering.parts(series, style, sample: .point(symbol)).map { part in
      let (x, y) = (part.select(x), part.select(y))
      // A ring in the colour of the paper sets a marked point off from the line that it lies on.
      let ring = style.annotation == nil ? nil : Stroke(Paint(.paper), width: 1.5)
      let cloud = PointCloud(
        x: x, y: y, radii: radii.count == 1 ? radii : part.select(radii), fills: [part.key.paint], symbol: symbol,
        ring: ring)
      let summary = style.annotation ?? AltText.points(part.name, x, y)
      return Layer(role: Lowering.role("points", part.name), shapes: [.points(cloud)], summary: summary)
    }
  }

  private var radii: [Double] {
    guard let sizes = size?.quantities, let largest = sizes.filter(\.isFinite).max(), largest > 0 else {
      return [style.radius ?? (style.annotation == nil ? 3 : 4.5)]
    }
    return sizes.map { $0.isFinite ? 12 * max($0 / largest, 0).squareRoot() : 0 }
  }
}
