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
      let number = ratio < 10 ? String(format: "%.1f", ratio) : String(format: "%.0f", ratio)
      return isShort ? "\(number), falls short" : number
    }

    var isShort: Bool { (wanted ?? 0) > (ratio ?? 0) }
  }

  private static let titles = [
    ("training", "Training"), ("charts", "Charts"), ("logs", "Writing and reading logs"),
    ("reports", "Reports and comparisons"),
  ]
  private static let widthInPoints = 640.0

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
    let domain = min(1, (ratios.min() ?? 1) / 2)...(ratios.max() ?? 1) * 4
    let chart = Chart(title) {
      BarMark(x: .numbers(ratios), y: .categories(names), series: "measured")
      PointMark(x: .numbers(wanted.map { $0.wanted ?? 1 }), y: .categories(wanted.map { $0.label ?? "" }), series: "wanted")
        .symbol(.diamond).radius(5)
      TextMark(x: rows.map { end($0, in: domain) }, y: names, text: rows.map(\.text))
    }
    return chart
      .xAxis("Times as fast as the peer", scale: .log, domain: domain)
      .legend(.top)
      .size(width: widthInPoints, height: 110 + 24 * Double(rows.count))
  }

  /// Where the middle of a row's text is, so that the text begins at the end of the bar, or beyond the mark of what was
  /// wanted where that is at the same place.
  private static func end(_ row: Row, in domain: ClosedRange<Double>) -> Double {
    let extent = log(domain.upperBound / domain.lowerBound)
    let widthOfPlotInPoints = widthInPoints * 0.62
    let halfWidthInPoints = 3 * Double(row.text.count) + 6
    let ratio = row.ratio ?? 1
    return ratio * exp(extent * halfWidthInPoints / widthOfPlotInPoints)
  }
}
