extension PointMark: SeriesMark {
  /// Marks with more rows than this are counted in cells.
  static let mostDrawn = 20_000
  /// The radius of the largest dot where sizes stand for numbers, in points.
  static let largestRadius = 12.0

  var rowColumns: [(name: String, count: Int)] {
    let colors = style.colorBy?.values.column.count ?? 1
    return (size.map { [("size", $0.count)] } ?? []) + (series?.rowColumn ?? [])
      + (symbolNames.map { [("symbol", $0.count)] } ?? []) + (colors == 1 ? [] : [("colour", colors)])
  }

  mutating func mapColumns(_ change: (Column) -> Column) {
    (x, y) = (change(x), change(y))
    (size, symbolNames) = (size.map(change), symbolNames.map(change))
  }

  mutating func mapTexts(_ transform: (String) -> String) {
    mapNames(transform)
    sizeTitle = sizeTitle.map(transform)
  }

  mutating func keep(_ rows: [Int]) {
    keepColumns(rows)
    // A single colour is that of all rows.
    guard let colors = style.colorBy?.values.column, colors.count != 1 else { return }
    style.colorBy?.values.column = colors.keeping(rows)
  }

  func lower(in lowering: inout Lowering) throws -> [Layer] {
    let rows = Rows(
      x: lowering.positions(x, on: .x), y: lowering.positions(y, on: .y), radii: radii(in: &lowering),
      values: colorValues)
    var style = style
    style.opacity = style.opacity ?? (rows.x.count > 200 || size != nil ? 0.7 : 1)
    let isBinned = isBinned ?? (rows.x.count > Self.mostDrawn && size == nil && style.annotation == nil)
    let parts = lowering.parts(series, style, sample: .point(symbol ?? .circle))
    let names = isBinned ? nil : SymbolNames(symbolNames, series)
    for name in names?.distinct ?? [] { _ = lowering.symbols.symbol(for: name, isSeries: names?.areSeries == true) }
    return parts.map { part in
      var layer = Layer(role: Lowering.role("points", part.name))
      if isBinned {
        layer.shapes = [.points(binned(rows, part, lowering))]
      } else {
        layer.shapes = groups(part, names, in: &lowering).map {
          .points(cloud(rows, part, $0.rows, $0.symbol, lowering))
        }
      }
      layer.summary = style.annotation ?? AltText.points(part.name, part.select(rows.x), part.select(rows.y))
      return layer
    }
  }

  /// The mark's columns as numbers.
  private struct Rows {
    var x: [Double]
    var y: [Double]
    var radii: [Double]
    /// The numbers that colours stand for, one a row.
    var values: [Double]?
  }

  private var colorValues: [Double]? {
    guard let values = style.colorBy?.values.column.quantities, values.count == x.count else { return nil }
    return values
  }

  // MARK: Dots

  /// The names that shapes stand for, one a row.
  private struct SymbolNames {
    var names: [String?]
    /// The distinct names in the order in which they get their shapes.
    var distinct: [String]
    /// Whether the names are those of the series.
    var areSeries: Bool

    init?(_ column: Column?, _ series: Series?) {
      guard let column else { return nil }
      let bands = Bands.names(of: [column])
      names = Bands.positions(of: column, in: bands).map { $0.isFinite ? bands[Int($0)] : nil }
      distinct = bands
      areSeries = series?.names == bands
    }
  }

  /// The rows of a series with one shape each.
  private func groups(
    _ part: Lowering.Part, _ names: SymbolNames?, in lowering: inout Lowering
  ) -> [(symbol: PointSymbol, rows: [Int]?)] {
    guard let names else {
      let symbol = symbol ?? part.key.symbol ?? .circle
      lowering.colors.show(symbol, for: part.name)
      return [(symbol, part.rows)]
    }
    let rows = part.rows ?? Array(names.names.indices)
    return Lowering.rows(of: rows.map { names.names[$0] }).map { name, own in
      let symbol = lowering.symbols.symbol(for: name, isSeries: names.areSeries)
      if names.areSeries { lowering.colors.show(symbol, for: part.name) }
      return (symbol, own.map { rows[$0] })
    }
  }

  private func cloud(
    _ rows: Rows, _ part: Lowering.Part, _ selection: [Int]?, _ symbol: PointSymbol, _ lowering: Lowering
  ) -> PointCloud {
    let part = Lowering.Part(name: part.name, key: part.key, rows: selection)
    // A ring in the colour of the paper sets a marked point off from the line that it lies on.
    let ring = style.annotation == nil ? nil : Stroke(Paint(.paper), width: 1.5)
    var cloud = PointCloud(
      x: part.select(rows.x), y: part.select(rows.y),
      radii: rows.radii.count == 1 ? rows.radii : part.select(rows.radii), fills: [part.key.paint], symbol: symbol,
      ring: ring)
    if let values = rows.values, let scale = style.colorBy?.scale ?? lowering.colorScale {
      cloud.fills = part.select(values).map {
        Paint(.fixed(scale.color(for: $0)), opacity: part.key.paint.opacity)
      }
      // A single paint would hold for all dots.
      if cloud.x.count == 1 { cloud.fills = [cloud.fills[0]] }
    }
    return cloud
  }

  private func binned(_ rows: Rows, _ part: Lowering.Part, _ lowering: Lowering) -> PointCloud {
    var cloud = PointCloud(
      x: part.select(rows.x), y: part.select(rows.y), radii: [0], fills: [Paint(part.key.paint.role)])
    cloud.binning = PointCloud.Binning(
      isWanted: isBinned == true,
      scale: rows.values == nil ? nil : style.colorBy?.scale ?? lowering.colorScale,
      values: rows.values.map(part.select))
    return cloud
  }

  // MARK: Sizes

  /// One radius for all, or one a row so that areas are to each other as the numbers; all marks of the chart alike.
  private func radii(in lowering: inout Lowering) -> [Double] {
    let single = [style.radius ?? (style.annotation == nil ? 3 : 4.5)]
    guard let sizes = size?.quantities else { return single }
    guard let key = lowering.sizeKey ?? Self.sizeKey(of: lowering.chart) else { return single }
    lowering.sizeKey = SizeKey(title: sizeTitle ?? key.title, largest: key.largest, smallest: key.smallest)
    // The smallest are drawn a little larger than their share, so that they are seen at all.
    return sizes.map { $0.isFinite && $0 > 0 ? max(Self.largestRadius * ($0 / key.largest).squareRoot(), 1.25) : 0 }
  }

  /// - Returns: `nil` for a chart without positive sizes.
  private static func sizeKey(of chart: Chart) -> SizeKey? {
    let sizes = chart.marks.lazy.compactMap { mark -> [Double]? in
      if case .point(let points) = mark { points.size?.quantities } else { nil }
    }.joined()
    guard let largest = sizes.filter(\.isFinite).max(), largest > 0 else { return nil }
    return SizeKey(largest: largest, smallest: sizes.filter { $0 > 0 }.min() ?? 0)
  }
}

extension Series {
  /// The distinct names in the order of first appearance.
  fileprivate var names: [String] {
    switch self {
    case .named(let name): [name]
    case .column(let names): Bands.names(of: [.categories(names)])
    }
  }
}
