/// Keras' table, at least as wide as in a terminal of 80 or, with connections, 100 columns; cells are never cut.
struct SummaryTable {
  private let head: [String]
  private let rows: [[String]]
  private let leastWidths: [Int]
  private static let rightAligned = 2

  /// The layers of a stack.
  init(stack graph: LayerGraph) {
    self.init(rows: graph.nodes.map(SummaryTable.row(of:)), connections: nil)
  }

  /// Inputs and layers, with connections unless the layers form a chain.
  init(graph: LayerGraph, inputNames: [String]) {
    let inputs = zip(inputNames, graph.inputShapes).map { ["\($0) (InputLayer)", ShapeText.keras([nil] + $1), "0"] }
    let connections =
      inputs.map { _ in "-" } + graph.nodes.map { graph.connections(of: $0, inputNames: inputNames) }
    self.init(
      rows: inputs + graph.nodes.map(SummaryTable.row(of:)), connections: graph.isChain ? nil : connections)
  }

  private init(rows: [[String]], connections: [String]?) {
    let head = ["Layer (type)", "Output Shape", "Param #"]
    if let connections {
      self.head = head + ["Connected to"]
      self.rows = zip(rows, connections).map { $0 + [$1] }
      leastWidths = [19, 17, 10, 17]
    } else {
      self.head = head
      self.rows = rows
      leastWidths = [31, 22, 13]
    }
  }

  private static func row(of node: LayerGraph.Node) -> [String] {
    ["\(node.name) (\(node.kind))", LayerGraph.shapeText(node), grouped(node.parameterCount)]
  }

  private var widths: [Int] {
    var widths = leastWidths
    for row in rows { for (index, cell) in row.enumerated() { widths[index] = max(widths[index], cell.count) } }
    return widths
  }

  /// The table, one line of text for each layer.
  var text: String {
    let body = rows.map { line($0, "│") }.joined(separator: rule("├", "─", "┼", "┤"))
    return rule("┏", "━", "┳", "┓") + line(head, "┃") + rule("┡", "━", "╇", "┩") + body + rule("└", "─", "┴", "┘")
  }

  private func line(_ cells: [String], _ bar: String) -> String {
    let padded = zip(cells, widths).enumerated().map { index, cell in
      let space = String(repeating: " ", count: cell.1 - cell.0.count)
      return index == SummaryTable.rightAligned ? space + cell.0 : cell.0 + space
    }
    return bar + padded.map { " \($0) " }.joined(separator: bar) + bar + "\n"
  }

  private func rule(_ left: String, _ fill: String, _ cross: String, _ right: String) -> String {
    left + widths.map { String(repeating: fill, count: $0 + 2) }.joined(separator: cross) + right + "\n"
  }

  /// `1234567` → `1,234,567`.
  static func grouped(_ number: Int) -> String {
    var text = ""
    for (index, digit) in String(number).reversed().enumerated() {
      if index > 0, index % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }

  /// `1.92 KB`, in units of 1024 bytes and two decimals.
  static func bytes(_ count: Int) -> String {
    var amount = Double(count)
    var units = ["B", "KB", "MB", "GB"][...]
    while amount >= 1024, units.count > 1 {
      amount /= 1024
      units = units.dropFirst()
    }
    let hundredths = Int((amount * 100).rounded())
    let decimals = hundredths % 100
    return "\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals) \(units.first ?? "B")"
  }
}
