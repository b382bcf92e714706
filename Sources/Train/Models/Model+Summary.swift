public import Runs

extension Model {
  /// The layers as data, for a run's record.
  ///
  /// - Throws: ``TrainError`` (`notBuilt`) before the input shape is known.
  public func modelSummary() throws -> ModelSummary {
    guard let graph else {
      throw TrainError(
        .notBuilt, "The model \(name) is not built yet. Call build(inputShape:) first, or fit it.")
    }
    let lines = graph.nodes.map {
      ModelSummary.Layer(
        name: $0.name, type: $0.kind, outputShape: [nil] + $0.layer.outputShape, parameterCount: $0.parameterCount)
    }
    return ModelSummary(layers: lines, parameterCount: parameterCount)
  }

  /// The layers as the table that Keras prints: name and type, output shape, number of parameters; then the totals.
  ///
  /// - Throws: ``TrainError`` (`notBuilt`) before the input shape is known.
  public func summary() throws -> String {
    SummaryTable(model: name, summary: try modelSummary()).text
  }
}

/// Keras' table, for 80 columns or wider where a name needs it.
private struct SummaryTable {
  let model: String
  let summary: ModelSummary

  private var rows: [[String]] {
    summary.layers.map {
      ["\($0.name) (\($0.type))", ShapeText.keras($0.outputShape), SummaryTable.grouped($0.parameterCount)]
    }
  }

  private var widths: [Int] {
    var widths = [31, 22, 13]
    for row in rows { for (index, cell) in row.enumerated() { widths[index] = max(widths[index], cell.count) } }
    return widths
  }

  var text: String {
    let head = ["Layer (type)", "Output Shape", "Param #"]
    let body = rows.map { line($0, "│") }.joined(separator: rule("├", "─", "┼", "┤"))
    let size = "\(SummaryTable.grouped(summary.parameterCount)) (\(SummaryTable.bytes(4 * summary.parameterCount)))"
    return "Model: \"\(model)\"\n" + rule("┏", "━", "┳", "┓") + line(head, "┃") + rule("┡", "━", "╇", "┩") + body
      + rule("└", "─", "┴", "┘") + " Total params: \(size)\n Trainable params: \(size)\n"
      + " Non-trainable params: 0 (0.00 B)\n"
  }

  private func line(_ cells: [String], _ bar: String) -> String {
    let padded = zip(cells, widths).enumerated().map { index, cell in
      let space = String(repeating: " ", count: cell.1 - cell.0.count)
      return index == 2 ? space + cell.0 : cell.0 + space
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
