/// A mark that can be turned into shapes. Each mark's own file in this folder says how.
protocol LoweredMark: MarkContent, Codable {
  /// The channels placed on the axes, for the checks and for the names of the bands.
  var channels: [ChannelColumn] { get }
  /// The axes that must have bands for this mark; an axis with names on it has them anyway.
  var bandAxes: Set<AxisName> { get }
  /// The columns that need one value a row besides those on the axes.
  var rowColumns: [(name: String, count: Int)] { get }

  /// Changes every text that a reader can see.
  mutating func mapTexts(_ transform: (String) -> String)

  /// The mark as layers, one a series or one in all.
  func lower(in lowering: inout Lowering) throws -> [Layer]
}

extension LoweredMark {
  var bandAxes: Set<AxisName> { [] }
  var rowColumns: [(name: String, count: Int)] { [] }
  mutating func mapTexts(_ transform: (String) -> String) { style.annotation = style.annotation.map(transform) }
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

extension LoweredMark where Self: PositionedMark {
  var channels: [ChannelColumn] { [ChannelColumn(axis: .x, column: x), ChannelColumn(axis: .y, column: y)] }
  var rowColumns: [(name: String, count: Int)] { series?.rowColumn ?? [] }
}

extension LoweredMark where Self: PositionedMark {
  mutating func mapTexts(_ transform: (String) -> String) {
    x = x.mapTexts(transform)
    y = y.mapTexts(transform)
    series = series?.mapTexts(transform)
    style.annotation = style.annotation.map(transform)
  }
}

extension Column {
  func mapTexts(_ transform: (String) -> String) -> Column {
    guard case .categories(let names) = self else { return self }
    return .categories(names.map { $0.map(transform) })
  }
}

extension Series {
  func mapTexts(_ transform: (String) -> String) -> Series {
    switch self {
    case .named(let name): .named(transform(name))
    case .column(let names): .column(names.map { $0.map(transform) })
    }
  }

  var rowColumn: [(name: String, count: Int)] {
    if case .column(let names) = self { return [("series", names.count)] }
    return []
  }
}
