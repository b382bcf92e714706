/// What a log of text holds.
package struct LogContents: Sendable {
  var scalars = ScalarTable()
  var config: [String: ConfigValue] = [:]
  /// What the log counts: "step" or "epoch"; `nil` if its rows are counted.
  var stepUnit: String?
  var findings = FindingList()

  /// Takes the curves over and notes restarts.
  mutating func take(_ rows: borrowing LogRows) {
    let (table, restarts, replaced) = rows.curves()
    scalars = table
    guard let first = restarts.first else { return }
    let times = restarts.count == 1 ? "at step \(first)" : "\(restarts.count) times, first at step \(first)"
    findings.report(
      .note, at: nil,
      "the run was restarted \(times); \(replaced) earlier \(replaced == 1 ? "point" : "points") from there on "
        + "\(replaced == 1 ? "is" : "are") replaced.")
  }
}

/// Findings in one file, of which only the first are kept.
struct FindingList: Sendable {
  private static let limit = 50
  private(set) var findings: [Diagnostic] = []
  private var count = 0

  mutating func report(_ severity: Diagnostic.Severity, at offset: Int?, _ message: String) {
    count += 1
    if count <= FindingList.limit { findings.append(Diagnostic(severity, byteOffset: offset, message: message)) }
  }

  /// All that is kept, with the name of their file.
  func diagnostics(of file: String) -> [Diagnostic] {
    var result = findings
    if count > FindingList.limit {
      result.append(Diagnostic(.error, message: "\(count - FindingList.limit) more findings are not listed."))
    }
    for index in result.indices { result[index].file = file }
    return result
  }
}

/// The names by which logs call the step and the time of a row.
enum LogKey {
  /// The best first.
  static let steps = [
    "step", "_step", "global_step", "trainer/global_step", "iteration", "iter", "batch", "epoch", "_epoch",
  ]
  static let times = ["wall_time", "_timestamp", "timestamp"]

  /// What a step of that name counts.
  static func unit(of key: String) -> String { key.hasSuffix("epoch") ? "epoch" : "step" }

  /// The position of the step among some names, in any case; `nil` if there is none.
  static func stepIndex(in names: [String]) -> Int? {
    let lowercased = names.map { $0.lowercased() }
    for key in steps {
      if let index = lowercased.firstIndex(of: key) { return index }
    }
    return nil
  }

  /// Seconds since 1970 of a time in seconds or milliseconds; NaN of anything else, such as seconds since the start.
  static func wallTime(_ value: Double) -> Double {
    switch value {
    case 1e8..<1e11: value
    case 1e11..<1e14: value / 1000
    default: .nan
    }
  }
}
