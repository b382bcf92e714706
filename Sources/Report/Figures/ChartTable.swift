internal import Plot
internal import Runs

/// The data of a chart as CSV (RFC 4180): what was given to its marks, every row, or the bins of histograms.
///
/// A chart of lines over the same rising places has one row a place and one column a series. Any other chart has one row
/// for each row of each mark, with the mark's kind, the series and only those columns that some mark has.
struct ChartTable {
  /// UTF-8.
  let csv: [UInt8]

  init(_ chart: Chart) {
    csv = WideTable(chart)?.csv ?? HistogramTable(chart)?.csv ?? Self.long(chart)
  }

  private static let columns = ["x", "y", "low", "high", "value", "size", "text"]

  private static func long(_ chart: Chart) -> [UInt8] {
    let marks = chart.marks.map { (name: $0.kind, series: $0.rowSeries, columns: $0.namedColumns) }
    let used = columns.filter { name in marks.contains { $0.columns[name] != nil } }
    let hasSeries = marks.contains { $0.series != nil }
    var text = CSVBytes()
    text.row(["mark"] + (hasSeries ? ["series"] : []) + used)
    for mark in marks {
      for row in 0..<(mark.columns.values.map(\.count).max() ?? 0) {
        text.cell(mark.name)
        if hasSeries { text.cell(name(of: mark.series, row: row)) }
        for column in used { text.cell(mark.columns[column], row) }
        text.endRow()
      }
    }
    return text.bytes
  }

  private static func name(of series: Series?, row: Int) -> String {
    switch series {
    case .named(let name): name
    case .column(let names): (row < names.count ? names[row] : nil) ?? ""
    case nil: ""
    }
  }
}

/// Lines as one column each, beside their places on x.
private struct WideTable {
  private(set) var csv: [UInt8]

  /// `nil` unless every mark is a line over rising numbers, a single point or a rule, and most lines share their places.
  init?(_ chart: Chart) {
    var lines: [(name: String, x: [Double], y: [Double])] = []
    for mark in chart.marks {
      switch mark {
      case .rule: continue
      case .point(let points) where points.x.count <= 1: continue
      case .line(let line):
        guard case .numbers(let x) = line.x, case .numbers(let y) = line.y, x.count == y.count,
          zip(x, x.dropFirst()).allSatisfy({ $0 < $1 })
        else { return nil }
        switch line.series {
        case .column: return nil
        case .named(let name): lines.append((name, x, y))
        case nil: lines.append((chart.y.title ?? "y", x, y))
        }
      default: return nil
      }
    }
    guard !lines.isEmpty, Set(lines.map(\.name)).count == lines.count else { return nil }
    // Lines that share no places would make a table of little but empty cells.
    let places = Set(lines.lazy.flatMap(\.x)).count
    guard places * lines.count <= 16 * lines.reduce(0, { $0 + $1.x.count }) else { return nil }
    var text = CSVBytes()
    text.row([chart.x.title ?? "x"] + lines.map(\.name))
    var next = [Int](repeating: 0, count: lines.count)
    while let x = lines.indices.compactMap({ next[$0] < lines[$0].x.count ? lines[$0].x[next[$0]] : nil }).min() {
      text.cell(x)
      for number in lines.indices {
        if next[number] < lines[number].x.count, lines[number].x[next[number]] == x {
          text.cell(lines[number].y[next[number]])
          next[number] += 1
        } else {
          text.cell("")
        }
      }
      text.endRow()
    }
    csv = text.bytes
  }
}

/// Builds CSV: commas, CRLF, quotes only where a cell needs them.
struct CSVBytes {
  private(set) var bytes: [UInt8] = []
  private var isFirst = true

  mutating func row(_ cells: [String]) {
    for text in cells { cell(text) }
    endRow()
  }

  mutating func cell(_ text: String) {
    separate()
    bytes.append(contentsOf: CSVWriter.quotedIfNeeded(text).utf8)
  }

  mutating func cell(_ value: Double) {
    separate()
    bytes.append(contentsOf: CSVWriter.text(value).utf8)
  }

  mutating func cell(_ column: Column?, _ row: Int) {
    guard let column, row < column.count else { return cell("") }
    switch column {
    case .numbers(let values), .seconds(let values): cell(values[row])
    case .categories(let names): cell(names[row] ?? "")
    }
  }

  mutating func endRow() {
    bytes.append(contentsOf: "\r\n".utf8)
    isFirst = true
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }
}

extension Mark {
  /// What the mark is called in the table.
  fileprivate var kind: String {
    switch self {
    case .line: "line"
    case .bar: "bar"
    case .point: "point"
    case .rule: "rule"
    case .area: "area"
    case .band: "band"
    case .rectangle: "rectangle"
    case .text: "text"
    case .rug: "rug"
    case .histogram: "histogram"
    case .density: "density"
    case .box: "box"
    case .heatmap: "heatmap"
    }
  }

  /// What tells the rows of the mark apart.
  var rowSeries: Series? {
    switch self {
    case .line(let mark): mark.series
    case .bar(let mark): mark.series
    case .point(let mark): mark.series
    case .area(let mark): mark.series
    case .band(let mark): mark.series
    case .text(let mark): mark.series
    case .rug(let mark): mark.series
    case .histogram(let mark): mark.series
    case .density(let mark): mark.series
    case .box(let mark): mark.series
    case .rule, .rectangle, .heatmap: nil
    }
  }

  fileprivate var namedColumns: [String: Column] {
    switch self {
    case .line(let mark): ["x": mark.x, "y": mark.y]
    case .bar(let mark): ["x": mark.x, "y": mark.y]
    case .area(let mark): ["x": mark.x, "y": mark.y]
    case .box(let mark): ["x": mark.x, "y": mark.y]
    case .point(let mark): ["x": mark.x, "y": mark.y].adding("size", mark.size)
    case .text(let mark): ["x": mark.x, "y": mark.y, "text": .categories(mark.text)]
    case .band(let mark): ["x": mark.x, "low": mark.low, "high": mark.high]
    case .rug(let mark): [:].adding("x", mark.x).adding("y", mark.y)
    case .histogram(let mark): ["x": mark.x]
    case .density(let mark): ["x": mark.x]
    case .heatmap(let mark):
      ["x": mark.x, "y": mark.y, "value": mark.value].adding("text", mark.text.map { .categories($0) })
    case .rule(let mark):
      [:].adding("x", mark.x.map { .numbers([$0]) }).adding("y", mark.y.map { .numbers([$0]) })
    case .rectangle(let mark):
      [:].adding("x", mark.x.map { .numbers([$0.lowerBound, $0.upperBound]) })
        .adding("y", mark.y.map { .numbers([$0.lowerBound, $0.upperBound]) })
    }
  }
}

extension [String: Column] {
  fileprivate func adding(_ name: String, _ column: Column?) -> [String: Column] {
    var columns = self
    columns[name] = column
    return columns
  }
}
