internal import Foundation
internal import Report
internal import Runs

/// Runs as lines of text under each other, or as CSV.
struct RunTable {
  private let header: [String]
  private let records: [RunRecord]
  private let columns: [String]?

  /// - Parameter columns: What to show; by default status, duration and the best and last value of the metric that tells
  ///   most: the loss on validation data where there is one, else a loss.
  init(_ records: [RunRecord], columns: [String]? = nil) {
    self.records = records
    self.columns = columns
    header = columns ?? ["run", "status", "duration", "metric", "best", "at", "last"]
  }

  /// Columns padded to their widest cell; numbers stand on the right.
  var text: String {
    let rows = [header] + records.map { record in columns.map { row(record, $0) } ?? Self.summary(record) }
    let widths = header.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    let isText = header.indices.map { isTextColumn($0) }
    return rows.map { row in
      row.indices.map { column in
        let space = String(repeating: " ", count: widths[column] - row[column].count)
        return isText[column] ? row[column] + space : space + row[column]
      }.joined(separator: "  ").trimmingSuffix(of: " ")
    }.joined(separator: "\n")
  }

  /// All digits of every number; without columns every name that any run has.
  var csv: String {
    let names = columns ?? Self.allNames(records)
    let rows = records.map { record in CSVWriter.row(names.map { record.values[$0]?.text ?? "" }) }
    return CSVWriter.row(names) + rows.joined()
  }

  private static func allNames(_ records: [RunRecord]) -> [String] {
    var names: Set<String> = []
    for record in records { names.formUnion(record.values.keys) }
    let fixed = RunRecord.fixedKeys.filter(names.contains)
    return fixed + names.subtracting(fixed).filter { !$0.hasSuffix(".best") }.sorted()
  }

  private func isTextColumn(_ column: Int) -> Bool {
    guard let columns else { return column < 2 || column == 3 }
    return records.contains { record in
      switch record.values[columns[column]] {
      case .text?, .bool?: true
      default: false
      }
    }
  }

  private func row(_ record: RunRecord, _ columns: [String]) -> [String] {
    columns.map { name in
      switch record.values[name] {
      case nil: "–"
      case .number(let value)? where name == "duration": Self.duration(value)
      case .number(let value)?: Int(exactly: value).map(String.init) ?? String(format: "%.4g", value)
      case let value?: value.text.printable
      }
    }
  }

  private static func summary(_ record: RunRecord) -> [String] {
    let metrics = record.listing.manifest.metrics.filter { $0.value.last != nil }
    let main = metrics.min { (rank($0.key), $0.key.utf8.count, $0.key) < (rank($1.key), $1.key.utf8.count, $1.key) }
    let metric = main?.value
    func number(_ value: Double?) -> String { value.map { String(format: "%.3g", $0) } ?? "–" }
    var seconds: Double?
    if case .number(let value)? = record.values["duration"] { seconds = value }
    return [
      record.listing.path.printable, record.listing.status.rawValue, seconds.map(duration) ?? "–",
      main.map { $0.key.printable } ?? "–", number(metric?.best), metric?.bestStep.map(String.init) ?? "–",
      number(metric?.last),
    ]
  }

  /// How much a metric tells of a run, the smallest most.
  private static func rank(_ tag: String) -> Int {
    let name = MetricName(tag: tag)
    let isLoss = name.metric.lowercased().contains("loss")
    return switch (name.isValidation, isLoss) {
    case (true, true): 0
    case (false, true): 1
    case (true, false): 2
    case (false, false): name.isOutcome ? 3 : 4
    }
  }

  private static func duration(_ seconds: Double) -> String { String(format: "%.2f s", seconds) }
}

extension String {
  fileprivate func trimmingSuffix(of character: Character) -> String {
    var text = self[...]
    while text.last == character { text.removeLast() }
    return String(text)
  }
}
