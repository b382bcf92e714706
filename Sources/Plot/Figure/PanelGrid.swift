/// The places of a figure's panels: margins by column and row around plots of one size.
struct PanelGrid: Hashable {
  let grid: FigureGrid
  let area: Rect
  /// The space between neighbouring cells, in points.
  let gap: Double
  private var columns: [Margins]
  private var rows: [Margins]

  init(grid: FigureGrid, area: Rect, gap: Double) {
    self.grid = grid
    self.area = area
    self.gap = gap
    columns = Array(repeating: Margins(), count: grid.columns)
    rows = Array(repeating: Margins(), count: grid.rows)
  }

  /// Makes the margins of the panel's column and row at least this large.
  mutating func raise(_ panel: Int, _ margins: Margins) {
    let (column, row) = (grid.column(panel), grid.row(panel))
    columns[column].left = max(columns[column].left, margins.left)
    columns[column].right = max(columns[column].right, margins.right)
    rows[row].top = max(rows[row].top, margins.top)
    rows[row].bottom = max(rows[row].bottom, margins.bottom)
  }

  /// The margins of a panel's column and row.
  func margins(_ panel: Int) -> Margins {
    var margins = columns[grid.column(panel)]
    margins.top = rows[grid.row(panel)].top
    margins.bottom = rows[grid.row(panel)].bottom
    return margins
  }

  /// Whether anything can be seen in the plots.
  var hasRoom: Bool { plotWidth >= 4 && plotHeight >= 4 }

  /// The panel with its margins, on the page. Whole points keep lines crisp that a panel has put on pixels.
  func cell(_ panel: Int) -> Rect {
    let (column, row) = (grid.column(panel), grid.row(panel))
    let x = columns[..<column].reduce(area.x) { $0 + $1.left + plotWidth + $1.right + gap }
    let y = rows[..<row].reduce(area.y) { $0 + $1.top + plotHeight + $1.bottom + gap }
    return Rect(
      x: x.rounded(), y: y.rounded(), width: columns[column].left + plotWidth + columns[column].right,
      height: rows[row].top + plotHeight + rows[row].bottom)
  }

  /// The box of a panel's plot, on the page.
  func plot(_ panel: Int) -> Rect {
    let (cell, margins) = (cell(panel), margins(panel))
    return Rect(x: cell.x + margins.left, y: cell.y + margins.top, width: plotWidth, height: plotHeight)
  }

  private var plotWidth: Double {
    side(area.width, gaps: grid.columns - 1, columns.reduce(0) { $0 + $1.left + $1.right }, count: grid.columns)
  }

  private var plotHeight: Double {
    side(area.height, gaps: grid.rows - 1, rows.reduce(0) { $0 + $1.top + $1.bottom }, count: grid.rows)
  }

  private func side(_ whole: Double, gaps: Int, _ margins: Double, count: Int) -> Double {
    max(((whole - Double(gaps) * gap - margins) / Double(count)).rounded(.down), 1)
  }
}
