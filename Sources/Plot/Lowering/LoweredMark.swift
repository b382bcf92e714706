/// A mark that can be turned into shapes. Each mark's own file in this folder says how.
protocol LoweredMark: MarkContent, Codable, Modifiable {
  /// The channels placed on the axes, for the checks and for the names of the bands.
  var channels: [ChannelColumn] { get }
  /// The axes that must have bands for this mark; an axis with names on it has them anyway.
  var bandAxes: Set<AxisName> { get }
  /// The columns that need one value a row besides those on the axes.
  var rowColumns: [(name: String, count: Int)] { get }

  /// Changes every column that has one value a row.
  mutating func mapColumns(_ change: (Column) -> Column)
  /// Changes what tells series apart.
  mutating func mapSeries(_ change: (Series) -> Series)
  /// Changes every text that a reader can see.
  mutating func mapTexts(_ transform: (String) -> String)
  /// Leaves only these rows.
  mutating func keep(_ rows: [Int])

  /// The mark as layers, one a series or one in all.
  func lower(in lowering: inout Lowering) throws -> [Layer]
}

extension LoweredMark {
  var bandAxes: Set<AxisName> { [] }
  var rowColumns: [(name: String, count: Int)] { [] }

  mutating func mapColumns(_ change: (Column) -> Column) {}
  mutating func mapSeries(_ change: (Series) -> Series) {}
  mutating func mapTexts(_ transform: (String) -> String) { mapNames(transform) }
  mutating func keep(_ rows: [Int]) { keepColumns(rows) }

  /// Changes the texts that marks of all kinds may have.
  mutating func mapNames(_ transform: (String) -> String) {
    mapColumns { $0.mapTexts(transform) }
    mapSeries { $0.mapTexts(transform) }
    style.annotation = style.annotation.map(transform)
    if let label = style.colorBy?.values.label { style.colorBy?.values.label = transform(label) }
  }

  /// Leaves only these rows of columns and series.
  mutating func keepColumns(_ rows: [Int]) {
    mapColumns { $0.keeping(rows) }
    mapSeries { $0.keeping(rows) }
  }
}

/// One of the two axes.
enum AxisName: String { case x, y }

/// A column and the axis that its values lie on.
struct ChannelColumn {
  var axis: AxisName
  var column: Column
}

extension Mark {
  /// The mark's own value; the only place that lists all kinds.
  var lowered: any LoweredMark {
    switch self {
    case .line(let mark): mark
    case .bar(let mark): mark
    case .point(let mark): mark
    case .rule(let mark): mark
    case .area(let mark): mark
    case .band(let mark): mark
    case .rectangle(let mark): mark
    case .text(let mark): mark
    case .rug(let mark): mark
    case .histogram(let mark): mark
    case .density(let mark): mark
    case .box(let mark): mark
    case .heatmap(let mark): mark
    }
  }

  /// The mark's type, for messages.
  var name: String { String(describing: type(of: lowered)) }
}

/// A mark whose rows may belong to series.
protocol SeriesMark: LoweredMark { var series: Series? { get set } }

extension SeriesMark {
  var rowColumns: [(name: String, count: Int)] { series?.rowColumn ?? [] }

  mutating func mapSeries(_ change: (Series) -> Series) { series = series.map(change) }
}

extension LoweredMark where Self: PositionedMark {
  var channels: [ChannelColumn] { [ChannelColumn(axis: .x, column: x), ChannelColumn(axis: .y, column: y)] }

  mutating func mapColumns(_ change: (Column) -> Column) { (x, y) = (change(x), change(y)) }
}
