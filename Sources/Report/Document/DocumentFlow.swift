internal import Plot

/// Sets blocks one below the other on pages of A4, and begins a new page where one does not fit.
struct DocumentFlow {
  private static let size = (width: 595.28, height: 841.89)
  private static let margin = 48.0
  /// The width between the margins, in points.
  static let width = size.width - 2 * margin
  /// The height between the margins, in points.
  static let height = size.height - 2 * margin

  static let body = PageCanvas.Style(size: 10)
  static let small = PageCanvas.Style(size: 8.5, isMuted: true)
  static let heading = PageCanvas.Style(size: 15, isBold: true)
  static let name = PageCanvas.Style(size: 22, isBold: true)
  static let lead = PageCanvas.Style(size: 12.5)
  static let cell = PageCanvas.Style(size: 9)
  static let head = PageCanvas.Style(size: 9, isMuted: true)

  /// One column of a table.
  struct Column {
    var title: String
    var isNumeric = false
  }

  private var pages: [PageCanvas] = []
  /// Where the next block begins, from the upper edge of the page.
  private(set) var top = DocumentFlow.margin
  /// Where every block begins, from the left edge of the page.
  let left = DocumentFlow.margin

  init() { newPage() }

  private var bottom: Double { Self.size.height - Self.margin }

  private mutating func newPage() {
    pages.append(PageCanvas(width: Self.size.width, height: Self.size.height))
    top = Self.margin
  }

  /// The page that is being set.
  var page: PageCanvas {
    get { pages[pages.count - 1] }
    set { pages[pages.count - 1] = newValue }
  }

  /// Leaves room, but not at the top of a page.
  mutating func space(_ points: Double) { if top > Self.margin { top += points } }

  /// Goes on below a block of that height.
  mutating func advance(_ points: Double) { top += points }

  /// Begins a new page unless there is room for so much.
  mutating func keep(_ points: Double) { if top + points > bottom, top > Self.margin { newPage() } }

  /// Lines of text; a paragraph may run on to the next page.
  mutating func paragraph(_ text: String, style: PageCanvas.Style = body, indent: Double = 0) throws {
    for line in try page.lines(text, width: Self.width - indent, style: style) {
      keep(style.lineHeight)
      try page.write(line, x: left + indent, baseline: top + style.size, style: style)
      top += style.lineHeight
    }
  }

  /// A heading, on the page of what follows it.
  mutating func heading(_ text: String, following: Double = 60) throws {
    space(22)
    keep(Self.heading.lineHeight + following)
    try paragraph(text, style: Self.heading)
    top += 6
  }

  /// A drawing that is no wider than the page, with room for its caption below.
  mutating func drawing(_ drawing: Drawing) {
    keep(drawing.size.height + 48)
    // The drawing's own margin is the page's.
    page.place(drawing, x: left - 16, y: top)
    top += drawing.size.height - 6
  }

  /// A chart of a page with what is said about it.
  mutating func figure(_ drawn: ChartDrawing.Drawn) throws {
    if case .chart(let chart) = drawn.figure.content, drawn.problem == nil {
      let width = Self.width + 32
      // Flatter than on the page, so that two charts find room on one of paper.
      let shape = chart.heightInPoints / chart.widthInPoints
      let flat = shape < 0.8 ? max(0.8 * shape, 0.4) : min(shape, 1.2)
      drawing(try chart.theme(.light).size(width: width, height: (width * flat).rounded()).drawing())
    } else {
      try paragraph(drawn.figure.title, style: .init(size: 11, isBold: true))
    }
    for line in [drawn.problem ?? "", drawn.figure.caption] where !line.isEmpty {
      try paragraph(line, style: Self.small)
    }
  }

  /// How high a table is, in points.
  static func tableHeight(rows: Int) -> Double { Double(rows + 1) * (cell.lineHeight + 4) }

  /// A table; its heads stand on every page that it runs on to.
  mutating func table(_ columns: [Column], _ rows: [[String]]) throws {
    let widths = try self.widths(columns, rows)
    keep(3 * Self.cell.lineHeight)
    try row(columns.map(\.title), columns, widths, style: Self.head)
    for cells in rows {
      if top + Self.cell.lineHeight + 4 > bottom {
        newPage()
        try row(columns.map(\.title), columns, widths, style: Self.head)
      }
      try row(cells, columns, widths, style: Self.cell)
    }
    top += 6
  }

  private mutating func row(
    _ cells: [String], _ columns: [Column], _ widths: [Double], style: PageCanvas.Style
  ) throws {
    var x = left
    for ((cell, column), width) in zip(zip(cells, columns), widths) {
      let line = try page.lines(cell, width: width - 10, style: style, limit: 1).first ?? ""
      try page.write(
        line, x: column.isNumeric ? x + width - 10 : x, baseline: top + style.size, style: style,
        isRightAligned: column.isNumeric)
      x += width
    }
    top += style.lineHeight + 2
    page.rule(from: left, to: min(x, left + Self.width), y: top)
    top += 2
  }

  /// As wide as the cells are; where that is too wide, the widest columns give way.
  private func widths(_ columns: [Column], _ rows: [[String]]) throws -> [Double] {
    var widths = try columns.indices.map { number in
      let cells = [columns[number].title] + rows.compactMap { number < $0.count ? $0[number] : nil }
      return try cells.map { try page.width(of: String($0.prefix(120)), style: Self.cell) }.max() ?? 0
    }
    widths = widths.map { $0 + 22 }
    var most = Self.width
    while widths.reduce(0, { $0 + min($1, most) }) > Self.width, most > 24 { most -= 4 }
    return widths.map { min($0, most) }
  }

  /// The pages, numbered, with the run's name at their feet.
  func drawings(name: String, description: String) throws -> [Drawing] {
    try pages.enumerated().map { number, page in
      var page = page
      let baseline = Self.size.height - Self.margin / 2
      let line = try page.lines(name, width: Self.width * 0.8, style: Self.small, limit: 1).first ?? ""
      try page.write(line, x: left, baseline: baseline, style: Self.small)
      try page.write(
        "\(number + 1) / \(pages.count)", x: left + Self.width, baseline: baseline, style: Self.small,
        isRightAligned: true)
      return page.drawing(title: "\(name), \(number + 1)", description: number == 0 ? description : "")
    }
  }
}
