internal import Plot

/// The training report as Markdown with pictures, for a pull request or the summary of a step in CI.
struct TrainingSummary {
  var content: TrainingContent

  /// Markdown as GitHub reads it.
  var markdown: String {
    var blocks = ["# \(escaped(content.name))", status, escaped(content.verdict)]
    if !content.warnings.isEmpty {
      blocks.append("## \(text("warnings"))\n\n" + content.warnings.map { "- \(escaped($0))" }.joined(separator: "\n"))
    }
    if !content.tiles.isEmpty { blocks.append("## \(text("metrics"))\n\n" + metrics) }
    for (key, figures) in [("curves", content.curveFigures), ("charts", content.loggedFigures)] {
      let shown = figures.filter { $0.drawing != nil }
      guard !shown.isEmpty else { continue }
      blocks.append("## \(text(key))")
      blocks += shown.map { drawn in
        let path = ReportFiles.path(ofChart: drawn.figure.slug, .png)
        let words = drawn.drawing?.alternativeText ?? drawn.figure.title
        return "![\(escaped(words))](\(path))\n\n\(escaped(drawn.figure.caption))"
      }
    }
    return blocks.map { $0.trimmedEnd }.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func text(_ key: String) -> String { InterfaceText.text(key, content.language) }

  private var status: String {
    let facts = content.facts.map { "\(escaped($0.string("label"))) \(escaped($0.string("value")))" }
    return (["**\(content.statusLabel)**"] + facts).joined(separator: " · ")
  }

  private var metrics: String {
    let head = "| | \(text("final")) | \(text("best")) | |\n|---|---:|---:|---|\n"
    return head
      + content.tiles.map { tile in
        let best = tile["best"] as? TemplateValues
        let cells = [
          tile.string("label"), tile.string("final"), best?.string("value") ?? "", best?.string("position") ?? "",
        ]
        return "| " + cells.map(escaped).joined(separator: " | ") + " |"
      }.joined(separator: "\n")
  }

  private func escaped(_ text: String) -> String { MarkdownText.escaped(text) }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
