internal import Foundation
internal import Report
internal import Runs

/// What `watch` shows of a run, as lines that fit a terminal.
struct WatchView {
  let run: Run
  let progress: RunProgress
  /// The time in seconds since 1970.
  let now: Double

  /// The lines, each of at most `width` columns and at most `height` of them.
  func lines(width: Int, height: Int) -> [String] {
    var lines = [headline]
    let room = max(1, height - 2)
    lines += metricLines(Array(run.scalars.prefix(room)), width: width)
    if run.scalars.count > room { lines.append("and \(run.scalars.count - room) more metrics") }
    if run.scalars.isEmpty { lines.append("no points yet") }
    if let problem = run.diagnostics.first(where: { $0.severity == .error }) { lines.append("\(problem)") }
    return lines.prefix(height).map { Self.cut($0, to: width) }
  }

  /// One line on the newest step, for outputs that are no terminal.
  var plainLine: String {
    let values = run.scalars.compactMap { series in series.values.last.map { "\(series.tag) \(Self.number($0))" } }
    return Self.cut(([stepText ?? "no points yet"] + values).joined(separator: "  "), to: .max)
  }

  private var headline: String {
    var parts = [run.manifest.name, run.status.rawValue]
    if let stepText { parts.append(stepText) }
    if let rate = progress.rate {
      parts.append("\(Self.number(rate >= 1000 ? rate.rounded() : rate)) \(progress.unit)s/s")
    }
    if run.status == .running || run.status == .unknown {
      if let left = progress.secondsLeft { parts.append("\(RunProgress.text(seconds: left)) left") }
      if let last = progress.lastTime, now - last >= 2 {
        parts.append("last point \(RunProgress.text(seconds: now - last)) ago")
      }
    } else if let duration = run.manifest.duration {
      parts.append("took \(RunProgress.text(seconds: duration))")
    }
    return parts.joined(separator: "  ")
  }

  private var stepText: String? {
    progress.step.map { step in "\(progress.unit) \(step)" + (progress.total.map { " of \($0)" } ?? "") }
  }

  /// Name, sparkline, last and best value under each other. In narrow terminals the sparkline goes first, then the best.
  private func metricLines(_ series: [ScalarSeries], width: Int) -> [String] {
    let names = series.map { Self.cut($0.tag.printable, to: max(8, width / 3)) }
    let nameWidth = names.map(\.count).max() ?? 0
    let lasts = series.map { Self.number($0.values.last ?? .nan) }
    let lastWidth = lasts.map(\.count).max() ?? 0
    let bests = series.map(Self.best)
    let bestWidth = bests.map(\.count).max() ?? 0
    let showsBest = width >= nameWidth + lastWidth + bestWidth + 4
    let used = nameWidth + lastWidth + 4 + (showsBest ? bestWidth + 2 : 0)
    let sparkWidth = min(60, width - used)
    return series.indices.map { index in
      var line = Self.padded(names[index], nameWidth)
      if sparkWidth >= 5 {
        line += "  " + Self.padded(Sparkline.text(series[index].values, width: sparkWidth), sparkWidth)
      }
      line += "  " + String(repeating: " ", count: lastWidth - lasts[index].count) + lasts[index]
      return showsBest ? line + "  " + bests[index] : line
    }
  }

  private static func best(_ series: ScalarSeries) -> String {
    let best = series.best(MetricName(tag: series.tag).direction)
    return best.map { "best \(number($0.value)) at \($0.step)" } ?? ""
  }

  private static func number(_ value: Double) -> String {
    let isWhole = value == value.rounded() && abs(value) < 1e9
    return String(format: isWhole ? "%.0f" : "%.4g", value)
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// A text that fits into some columns. Wide characters take two.
  private static func cut(_ text: String, to width: Int) -> String {
    let text = text.printable
    var columns = 0
    var end = text.startIndex
    for index in text.indices {
      columns += text[index].isWide ? 2 : 1
      if columns > width { break }
      end = text.index(after: index)
    }
    return String(text[..<end])
  }
}

extension Character {
  /// Whether terminals give it two columns: the letters of East Asia and pictographs.
  fileprivate var isWide: Bool {
    guard let scalar = unicodeScalars.first else { return false }
    if scalar.properties.isEmojiPresentation { return true }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return true
    default: return false
    }
  }
}
