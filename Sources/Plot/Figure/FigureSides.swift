/// What stands on the right of all panels: the titles of their rows, and a colour bar for all of them.
struct FigureSides {
  /// The width of both, with the space before them; 0 without either.
  let width: Double
  private let rows: [[String]]
  private let rowsWidth: Double
  private let bar: ColorBar?
  private let setter: TextSetter

  /// Between the panels' margins and the titles of rows.
  private static let gap = 4.0

  /// - Parameter pageWidth: The width of the figure without the sides, in points.
  init(_ figure: Figure, _ resolved: ResolvedFigure, pageWidth: Double, setter: TextSetter) throws {
    self.setter = setter
    let size = setter.theme.subtitleSize
    rows = try figure.rowTitles.prefix(resolved.grid.rows).map {
      try setter.wrap($0, width: max(pageWidth * 0.15, 40), size: size, weight: .bold, limit: 3)
    }
    let widest = try rows.flatMap { $0 }.map { try setter.width($0, size: size, weight: .bold) }.max() ?? 0
    rowsWidth = widest > 0 ? widest + Self.gap : 0
    bar =
      Self.isBarUpright(figure)
      ? resolved.colorKey.map { ColorBar($0, place: .right, length: 200, setter: setter) } : nil
    width = (rowsWidth + (try bar?.width ?? 0)).rounded(.up)
  }

  /// Whether a shared colour bar stands on the right; lying over or under the panels only on request.
  static func isBarUpright(_ figure: Figure) -> Bool { figure.legend != .top && figure.legend != .bottom }

  /// - Parameters:
  ///   - plots: The boxes of the first plot of each row.
  ///   - area: The panels' part of the page.
  func nodes(_ plots: [Rect], _ area: Rect) throws -> [Node] {
    var nodes: [Node] = []
    let left = area.maxX - Spacing.margin
    let size = setter.theme.subtitleSize
    for (lines, plot) in zip(rows, plots) {
      let height = Double(lines.count - 1) * size * TextSetter.lineHeight
      let first = plot.midY - height / 2 + size * TextSetter.capHeight / 2
      nodes += try lines.enumerated().map { number, line in
        let origin = Point(left + Self.gap, first + Double(number) * size * TextSetter.lineHeight)
        return .text(try setter.line(line, at: origin, size: size, paint: .ink, weight: .bold))
      }
    }
    var parts: [Node] = nodes.isEmpty ? [] : [.group(Group("row titles", nodes))]
    if let bar, let first = plots.first, let last = plots.last {
      let room = area.width / 3 + (try bar.width)
      parts.append(
        try bar.node(
          left: left + rowsWidth, top: first.y, height: last.maxY - first.y,
          titleBaseline: first.y - Spacing.afterYTitle, room: room))
    }
    return parts
  }
}
