/// What the page's script works with: its texts, and the data of the charts; see ``ChartData`` for their form.
///
/// A page has one `<script type="application/json" id="chart-data">`, which is data and never runs.
struct PageData {
  var language: ReportLanguage
  var charts: [ChartData]
  /// Texts beside those of ``InterfaceText/scriptKeys``, by their keys.
  var texts: [(key: String, text: String)] = []

  /// JSON that can stand in a page as it is.
  var json: String {
    var text = JSONText()
    text.object {
      $0.member("text") {
        $0.object {
          for key in InterfaceText.scriptKeys { $0.text(key, language) }
          for (key, text) in texts { $0.member(key) { $0.string(text) } }
        }
      }
      $0.member("charts") { $0.object { for chart in charts { $0.member(chart.figureID) { $0.json(chart.json) } } } }
    }
    return text.string
  }
}

extension JSONText {
  fileprivate mutating func text(_ key: String, _ language: ReportLanguage) {
    member(key) { $0.string(InterfaceText.text(key, language)) }
  }
}
