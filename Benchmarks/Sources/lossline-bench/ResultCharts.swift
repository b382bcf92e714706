import Foundation
import Plot

/// A chart for each group of cases: how many times as fast as its peer each case is, beside what was wanted.
struct ResultCharts: Decodable {
  /// A row of `results.json`. Rows against a limit of our own have no ratio and are not drawn.
  private struct Row: Decodable {
    var group: String
    var label: String?
    var ratio: Double?
    var wanted: Double?

    /// What stands at the end of the bar.
    var text: String {
      guard let ratio else { return "" }
      let number = ratio.formatted(
        .number.precision(.fractionLength(ratio < 10 ? 1 : 0)).locale(Locale(identifier: "en_US")))
      return ratio < wanted ?? 0 ? "\(number), falls short" : number
    }
  }

  private static let titles = [
    ("training", "Training"), ("charts", "Charts"), ("logs", "Writing and reading logs"),
    ("reports", "Reports and comparisons"),
  ]
  private static let widthInPoints = 640.0
  /// About; the names of the rows take the rest.
  private static let widthOfPlotInPoints = 400.0

  private var rows: [Row]

  /// Reads `results.json`.
  init(file: URL) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: file))
  }

  /// Writes a picture for each group that has rows.
  func write(to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (group, title) in Self.titles {
      let chosen = rows.filter { $0.group == group && $0.ratio != nil }
      if !chosen.isEmpty { try Self.chart(title, chosen).write(to: folder.appending(path: "\(group).svg")) }
    }
  }

  private static func chart(_ title: String, _ rows: [Row]) -> Chart {
    let rows = rows.sorted { ($0.ratio ?? 0) > ($1.ratio ?? 0) }
    let names = rows.map { $0.label ?? "" }
    let ratios = rows.map { $0.ratio ?? 1 }
    let wanted = rows.filter { $0.wanted != nil }
    // Room at the right for the numbers.
    let domain = min(1, (ratios.min() ?? 1) * 0.8)...(ratios.max() ?? 1) * 5
    return Chart(title) {
      BarMark(x: ratios, y: names, series: "measured")
      PointMark(
        x: wanted.map { $0.wanted ?? 1 }, y: wanted.map { $0.label ?? "" }, series: "wanted before the work was done"
      )
      .symbol(.diamond).radius(5)
      TextMark(x: rows.map { middleOfText($0, in: domain) }, y: names, text: rows.map(\.text))
    }
    .xAxis("Times as fast as the peer in parentheses", scale: .log, domain: domain)
    .legend(.top)
    .size(width: widthInPoints, height: 110 + 24 * Double(rows.count))
  }

  /// Where the middle of a row's text is, so that it begins behind the bar and behind the mark of what was wanted.
  private static func middleOfText(_ row: Row, in domain: ClosedRange<Double>) -> Double {
    let ratio = row.ratio ?? 1
    let wanted = row.wanted ?? 0
    let extentOfPoint = log(domain.upperBound / domain.lowerBound) / widthOfPlotInPoints
    let end = max(ratio, wanted > ratio / exp(6 * extentOfPoint) ? wanted * exp(6 * extentOfPoint) : 0)
    // Half the width of the text, and a gap.
    let distanceInPoints = row.text.reduce(5) { $0 + ($1.isNumber ? 3.3 : 2.4) }
    return end * exp(extentOfPoint * distanceInPoints)
  }
}
