internal import Foundation
internal import Report

/// The outcomes of rules as text for people and for other programs.
struct CheckOutput {
  var results: [RunCheck.Result]

  func text(_ format: CheckCommand.Format) throws -> String {
    switch format {
    case .text: plain
    case .junit: junit
    case .markdown: markdown
    case .json: try json()
    }
  }

  /// One line a rule.
  private var plain: String {
    results.map { "\(Self.name($0.state))  \(Self.line($0.rule.text)): \($0.explanation)" }.joined(separator: "\n")
  }

  /// JUnit's XML as CI servers read it: an inconclusive rule counts as skipped.
  private var junit: String {
    let failures = results.filter { $0.state == .fail }.count
    let skipped = results.filter { $0.state == .inconclusive }.count
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<testsuites><testsuite name=\"lossline check\" tests=\"\(results.count)\" failures=\"\(failures)\" errors=\"0\" "
        + "skipped=\"\(skipped)\">",
    ]
    for result in results {
      let name = Self.escaped(Self.line(result.rule.text))
      let text = Self.escaped(result.explanation)
      let head = "<testcase classname=\"lossline.check\" name=\"\(name)\">"
      switch result.state {
      case .pass: lines.append("\(head)<system-out>\(text)</system-out></testcase>")
      case .fail: lines.append("\(head)<failure message=\"\(text)\">\(text)</failure></testcase>")
      case .inconclusive: lines.append("\(head)<skipped message=\"\(text)\"/></testcase>")
      }
    }
    return (lines + ["</testsuite></testsuites>"]).joined(separator: "\n")
  }

  /// A table for a pull request or the summary of a CI step.
  private var markdown: String {
    let signs: [RunCheck.Result.State: String] = [.pass: "✅", .fail: "❌", .inconclusive: "❔"]
    let rows = results.map { result in
      "| \(signs[result.state] ?? "") \(Self.name(result.state)) | `\(Self.cell(result.rule.text))` | "
        + "\(Self.cell(result.explanation)) |"
    }
    return (["| outcome | rule | what was found |", "|---|---|---|"] + rows).joined(separator: "\n")
  }

  private struct Entry: Encodable {
    var rule: String
    var outcome: String
    var metric: String
    var value: Double?
    var limit: Double?
    var low: Double?
    var high: Double?
    var runs: Int
    var baselineRuns: Int
    var seedsNeeded: Int?
    var explanation: String
  }

  private func json() throws -> String {
    func finite(_ value: Double) -> Double? { value.isFinite ? value : nil }
    let entries = results.map { result in
      Entry(
        rule: result.rule.text, outcome: "\(result.state)", metric: result.rule.metric, value: finite(result.value),
        limit: finite(result.limit), low: result.interval?.lowerBound, high: result.interval?.upperBound,
        runs: result.runCount, baselineRuns: result.baselineCount, seedsNeeded: result.seedsNeeded,
        explanation: result.explanation)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(entries), as: UTF8.self)
  }

  private static func name(_ state: RunCheck.Result.State) -> String {
    switch state {
    case .pass: "PASS"
    case .fail: "FAIL"
    case .inconclusive: "INCONCLUSIVE"
    }
  }

  /// On one line, without characters that move a terminal's cursor or that XML has no place for.
  private static func line(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in line(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Inside a cell of a table.
  private static func cell(_ text: String) -> String {
    line(text).map { $0 == "|" ? "\\|" : $0 == "`" ? "'" : $0 == "<" ? "&lt;" : String($0) }.joined()
  }
}
