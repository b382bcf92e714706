/// The rows and columns of a figure.
struct FigureGrid: Hashable {
  let count: Int
  let columns: Int
  let rows: Int

  /// - Parameter columns: How many panels stand in a row; by default about the square root of their number.
  init(count: Int, columns wanted: Int?) {
    self.count = count
    let automatic = count <= 3 ? count : Int(Double(count).squareRoot().rounded(.up))
    columns = min(max(wanted ?? automatic, 1), max(count, 1))
    rows = max((count + columns - 1) / columns, 1)
  }

  func row(_ panel: Int) -> Int { panel / columns }
  func column(_ panel: Int) -> Int { panel % columns }

  /// The panels that show the same part of an axis, by group; no groups where nothing is shared.
  func groups(_ sharing: Figure.Sharing) -> [[Int]] {
    let panels = Array(0..<count)
    switch sharing {
    case .none: return []
    case .all: return panels.isEmpty ? [] : [panels]
    case .rows: return (0..<rows).map { row in panels.filter { self.row($0) == row } }
    case .columns: return (0..<columns).map { column in panels.filter { self.column($0) == column } }
    }
  }

  /// The panel at the left end of a panel's row.
  func first(inRowOf panel: Int) -> Int { row(panel) * columns }

  /// The panel at the right end of a panel's row.
  func last(inRowOf panel: Int) -> Int { min(row(panel) * columns + columns, count) - 1 }

  /// The panel at the upper end of a panel's column.
  func first(inColumnOf panel: Int) -> Int { column(panel) }

  /// The panel at the lower end of a panel's column.
  func last(inColumnOf panel: Int) -> Int { panel + (count - 1 - panel) / columns * columns }
}
