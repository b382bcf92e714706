import Foundation
import Plot

extension Snippets {
  /// The chart that the article dresses.
  private var chart: Chart {
    Chart("Median loss by cell") {
      BarMark(x: ["SimpleRNN", "LSTM", "GRU"], y: [0.42, 0.2, 0.17])
    }
    .yAxis("Loss")
  }

  func themesOfTheLibrary() throws -> Chart {
    // snippet.theme-presets
    for theme in Theme.all {
      try chart.theme(theme).write(to: URL(filePath: "chart-\(theme.name).png"))
    }
    // snippet.end
    return chart.theme(.presentation)
  }

  func ownTheme() throws -> Chart {
    // snippet.theme-own
    var sepia = Theme.light
    sepia.name = "sepia"
    sepia.paper = Color(0xFBF6EC)
    sepia.ink = Color(0x3B2F20)
    sepia.muted = Color(0x75664F)
    sepia.grid = Color(0xE8DFCC)
    sepia.palette = [Color(0x8C4A2F), Color(0x2F6B5E), Color(0xB5872B)]
    sepia.fontFamilies = ["DejaVu Sans", "Inter"]
    let dressed = chart.theme(sepia)
    // snippet.end
    // snippet.theme-file
    try JSONEncoder().encode(sepia).write(to: URL(filePath: "sepia.json"))
    let read = try JSONDecoder().decode(Theme.self, from: Data(contentsOf: URL(filePath: "sepia.json")))
    // snippet.end
    precondition(read == sepia)
    return dressed
  }

  func themesOfAPage() throws -> String {
    // snippet.theme-page
    let page = """
      <style>\(Theme.light.styleSheet(dark: .dark))</style>
      \(try chart.drawing().svg(embeddedAs: "losses"))
      """
    // snippet.end
    return page
  }

  func contrast() -> Double {
    // snippet.theme-contrast
    let theme = Theme.light
    let weakest = theme.palette.map { $0.contrast(with: theme.paper) }.min() ?? 1
    // snippet.end
    return weakest
  }
}
