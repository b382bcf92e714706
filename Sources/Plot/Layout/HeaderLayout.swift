/// Title and subtitle at the top, the caption at the bottom.
struct HeaderLayout {
  let chart: Chart
  let setter: TextSetter

  /// Title and subtitle from the top margin down, and where they end.
  func header() throws -> (nodes: [Node], bottom: Double) {
    var nodes: [Node] = []
    var bottom = Spacing.margin
    let theme = chart.theme
    for (role, text, size, weight, paint) in [
      ("title", chart.title, theme.titleSize, FontLibrary.Weight.bold, ColorRole.ink),
      ("subtitle", chart.subtitle, theme.subtitleSize, .regular, .muted),
    ] {
      guard let text, !text.isEmpty else { continue }
      if bottom > Spacing.margin { bottom += Spacing.afterTitle }
      let lines = try setter.wrap(text, width: width, size: size, weight: weight, limit: 3)
      nodes.append(try block(role, lines, top: bottom, size: size, weight: weight, paint: paint))
      bottom += Double(lines.count) * size * TextSetter.lineHeight
    }
    return (nodes, bottom)
  }

  /// The caption at the bottom margin, and its upper edge.
  func caption() throws -> (nodes: [Node], top: Double) {
    let bottom = chart.heightInPoints - Spacing.margin
    guard let text = chart.caption, !text.isEmpty else { return ([], bottom) }
    let size = chart.theme.labelSize
    let lines = try setter.wrap(text, width: width, size: size, limit: 4)
    let top = bottom - Double(lines.count) * size * TextSetter.lineHeight
    return (
      [try block("caption", lines, top: top, size: size, weight: .regular, paint: .muted)], top - Spacing.beforePlot
    )
  }

  private var width: Double { max(chart.widthInPoints - 2 * Spacing.margin, 1) }

  private func block(
    _ role: String, _ lines: [String], top: Double, size: Double, weight: FontLibrary.Weight, paint: ColorRole
  ) throws -> Node {
    let texts = try lines.enumerated().map { number, line in
      let baseline = top + size + Double(number) * size * TextSetter.lineHeight
      return Node.text(
        try setter.line(line, at: Point(Spacing.margin, baseline), size: size, paint: paint, weight: weight))
    }
    return .group(Group(role, texts))
  }
}
