/// How the cells of one column are shown: numbers with the same decimals, so that their points are below each other.
struct CellFormat {
  /// Whether every cell that is not empty holds a number.
  let isNumeric: Bool
  private let decimals: Int

  /// Chooses a format for the cells that will be shown: at most five significant digits of the largest number, and no
  /// more decimals than the cells have.
  init(_ cells: some Sequence<String>) {
    let filled = cells.filter { !$0.isEmpty }
    let numbers = filled.compactMap(Double.init)
    isNumeric = !filled.isEmpty && numbers.count == filled.count
    let largest = numbers.filter(\.isFinite).map(\.magnitude).max() ?? 0
    let written = filled.map(CellFormat.decimals).max() ?? 0
    decimals = largest > 0 ? min(written, max(0, 4 - NumberText.exponent(of: largest))) : 0
  }

  /// A cell of the column.
  func text(_ cell: String) -> String {
    guard isNumeric else { return VisibleText.value(cell) }
    guard let value = Double(cell), value.isFinite else { return VisibleText.name(cell) }
    if decimals == 0, let whole = Int(cell) { return CellFormat.whole(whole) }
    let isReadable = decimals <= 9 && value.magnitude < 1e7
    return isReadable ? NumberText.fixed(value, decimals: decimals) : NumberText.measured(value)
  }

  /// Years and numbers of samples read better without a comma.
  private static func whole(_ value: Int) -> String {
    value.magnitude < 10_000 ? (value < 0 ? "\u{2212}" : "") + "\(value.magnitude)" : NumberText.grouped(value)
  }

  /// The number of decimals as written; many for a number with an exponent.
  private static func decimals(_ cell: String) -> Int {
    if cell.utf8.contains(UInt8(ascii: "e")) || cell.utf8.contains(UInt8(ascii: "E")) { return 20 }
    guard let point = cell.utf8.firstIndex(of: UInt8(ascii: ".")) else { return 0 }
    return cell.utf8.distance(from: point, to: cell.utf8.endIndex) - 1
  }
}
