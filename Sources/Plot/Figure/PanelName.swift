/// How a panel is called in messages and descriptions.
enum PanelName {
  /// a, b, …, z, aa, ab, …; `nil` without labels.
  static func label(_ panel: Int, _ labels: Figure.PanelLabels) -> String? {
    switch labels {
    case .none: nil
    case .numbers: String(panel + 1)
    case .letters: letters(panel, first: "a")
    case .capitals: letters(panel, first: "A")
    }
  }

  private static func letters(_ panel: Int, first: Unicode.Scalar) -> String {
    var text = ""
    var rest = panel
    repeat {
      text = String(Character(Unicode.Scalar(UInt8(first.value) + UInt8(rest % 26)))) + text
      rest = rest / 26 - 1
    } while rest >= 0
    return text
  }

  /// `Panel 2 “Loss”`.
  static func message(_ panel: Int, _ chart: Chart) -> String {
    let title = chart.title.map { " “\($0.withoutControlCharacters)”" } ?? ""
    return "Panel \(panel + 1)\(title)"
  }

  /// Runs the closure with the panel's name in its errors.
  static func inErrors<Result>(_ panel: Int, _ chart: Chart, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as PlotError {
      throw PlotError(error.code, "\(message(panel, chart)): \(error.message)")
    }
  }

  /// The panels' descriptions in one; a reader listens to all of it, so that many panels are counted.
  static func alternativeText(_ panels: [(label: String, title: String?, text: String)]) -> String {
    let most = 12
    guard panels.count != 1 else { return panels[0].text }
    guard !panels.isEmpty else { return "Figure without panels." }
    let shown = panels.prefix(most).map { panel in
      "\(panel.label)\(panel.title.map { ", \($0)" } ?? ""): \(panel.text)"
    }
    let rest = panels.count > most ? " And \(panels.count - most) more panels." : ""
    return "Figure of \(panels.count) panels. \(shown.joined(separator: " "))\(rest)"
  }
}
