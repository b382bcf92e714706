/// Text that comes from logs, for Markdown as GitHub reads it.
enum MarkdownText {
  /// Text without a meaning in Markdown or HTML, on one line.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\n", "\r", "\t": result += " "
      case "\\", "`", "*", "_", "[", "]", "#", "|", "~", "!", "$", "@":
        result += "\\"
        result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A table; cells are escaped. Columns of numbers stand at the right.
  static func table(_ columns: [(title: String, isNumeric: Bool)], _ rows: [[String]]) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.map(escaped).joined(separator: " | ") + " |" }
    let rule = "|" + columns.map { $0.isNumeric ? "---:|" : "---|" }.joined()
    return ([line(columns.map(\.title)), rule] + rows.map(line)).joined(separator: "\n")
  }
}
