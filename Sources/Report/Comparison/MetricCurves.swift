internal import Runs

/// The curves of one metric, one a group, before anything is left out for the screen.
struct MetricCurves: Sendable {
  let metric: ComparedMetric
  /// One a group, in the order of the groups; nil for groups that did not record the metric.
  let groups: [GroupCurve?]
  /// What intervals are formed on.
  let scale: IntervalScale

  init(_ metric: ComparedMetric, of comparison: Comparison, at places: CurvePlaces) {
    self.metric = metric
    let scale = comparison.scale(metric)
    self.scale = scale
    groups = comparison.groups.map { group in
      let members = group.runs.compactMap { run in
        run.run.series(metric.tag).flatMap { $0.count > 0 ? (run: run, series: $0) : nil }
      }
      guard !members.isEmpty else { return nil }
      let found = members.map { places.places($0.series, of: $0.run) }
      let x =
        found.contains { $0 != nil }
        ? zip(found, members).map { $0 ?? $1.series.steps.map(Double.init) } : nil
      return GroupCurve(members.map(\.series), x: x, scale: scale)
    }
  }

  /// The number of points of the longest curve.
  var longestCount: Int { groups.compactMap { $0?.x.count }.max() ?? 0 }

  /// A metric that falls over a factor of 30 or more, such as a loss, shows its end on a logarithmic scale only.
  var usesLogScale: Bool {
    var (lowest, highest) = (Double.infinity, 0.0)
    for value in groups.lazy.compactMap({ $0 }).flatMap(\.mean) where value.isFinite {
      lowest = min(lowest, value)
      highest = max(highest, value)
    }
    return lowest > 0 && highest / lowest >= 30
  }

  /// The curves as CSV: the x of each row, and of each group the mean and, of several runs, both ends of the interval and n.
  func csv(_ names: [String], xTitle: String) -> String {
    let curves = zip(names, groups).compactMap { name, curve in curve.map { (name: name, curve: $0) } }
    var header = [xTitle]
    for (name, curve) in curves {
      header += curve.hasInterval ? ["\(name) mean", "\(name) low", "\(name) high", "\(name) n"] : [name]
    }
    let places = MetricCurves.places(curves.map(\.curve.x))
    var rows = curves.map { _ in 0 }
    var text = CSVWriter.row(header)
    text.reserveCapacity(places.count * header.count * 12)
    for x in places {
      text += CSVWriter.text(x)
      for (index, entry) in curves.enumerated() {
        let curve = entry.curve
        let row = rows[index]
        guard row < curve.x.count, curve.x[row] == x else {
          text += curve.hasInterval ? ",,,," : ","
          continue
        }
        rows[index] += 1
        MetricCurves.append(curve.mean[row], to: &text)
        guard curve.hasInterval else { continue }
        MetricCurves.append(curve.low[row], to: &text)
        MetricCurves.append(curve.high[row], to: &text)
        text += ",\(curve.count)"
      }
      text += "\r\n"
    }
    return text
  }

  /// The places of all curves in ascending order; of curves that share them all this is quick.
  private static func places(_ columns: [[Double]]) -> [Double] {
    guard let first = columns.first else { return [] }
    let isShared = columns.dropFirst().allSatisfy { $0 == first }
    return isShared && zip(first, first.dropFirst()).allSatisfy { $0 < $1 } ? first : Set(columns.joined()).sorted()
  }

  /// Event files hold single precision, whose own shortest text has half the digits.
  private static func append(_ value: Double, to text: inout String) {
    text += ","
    let single = Float(value)
    text += Double(single) == value ? CSVWriter.text(single) : CSVWriter.text(value)
  }
}
