/// Reads a ``CheckRule`` by recursive descent: `*` and `/` bind more than `+` and `-`.
struct CheckRuleParser {
  /// a · baseline + b.
  private struct Linear {
    var factor = 0.0
    var offset = 0.0
  }

  private static let depthLimit = 50

  private let text: String
  private var cursor: TextCursor
  private var depth = 0

  init(_ text: String) {
    self.text = text
    cursor = TextCursor(text)
  }

  mutating func rule() throws(CheckRuleError) -> CheckRule {
    let metric = try self.metric()
    let comparison = try self.comparison()
    let right = try sum()
    cursor.skipSpace()
    guard cursor.isAtEnd else {
      throw fault(cursor.current == ")" ? "There is no ( for this )." : "Expected + - * / or the end here.")
    }
    guard right.factor.isFinite, right.offset.isFinite else { throw fault("The limit is no finite number.", at: 0) }
    return CheckRule(text: text, metric: metric, comparison: comparison, factor: right.factor, offset: right.offset)
  }

  private mutating func metric() throws(CheckRuleError) -> String {
    cursor.skipSpace()
    let start = cursor.offset
    if let quote = cursor.current, quote == "\"" || quote == "'" {
      cursor.offset += 1
      while let next = cursor.current, next != quote { cursor.offset += 1 }
      guard cursor.current != nil else { throw fault("This quote is not closed.", at: start) }
      cursor.offset += 1
      guard cursor.offset - start > 2 else {
        throw fault("Expected the tag of a metric between the quotes.", at: start)
      }
      return String(cursor.characters[(start + 1)..<(cursor.offset - 1)])
    }
    let tag = cursor.read { !$0.isWhitespace && !"<>=!\"'".contains($0) }
    guard !tag.isEmpty else { throw fault("Expected the tag of a metric, such as val_loss, here.", at: start) }
    return tag
  }

  private mutating func comparison() throws(CheckRuleError) -> CheckRule.Comparison {
    cursor.skipSpace()
    let start = cursor.offset
    for candidate in [CheckRule.Comparison.atMost, .atLeast, .below, .above] where cursor.take(candidate.rawValue) {
      return candidate
    }
    throw fault(
      cursor.current == "=" || cursor.current == "!"
        ? "Equal or not equal says nothing about measured values; write <=, <, >= or >."
        : "Expected <=, <, >= or > here. A tag with spaces goes into quotes.", at: start)
  }

  private mutating func sum() throws(CheckRuleError) -> Linear {
    var left = try product()
    while true {
      if cursor.take("+") {
        let right = try product()
        left = Linear(factor: left.factor + right.factor, offset: left.offset + right.offset)
      } else if cursor.take("-") || cursor.take("\u{2212}") {
        let right = try product()
        left = Linear(factor: left.factor - right.factor, offset: left.offset - right.offset)
      } else {
        return left
      }
    }
  }

  private mutating func product() throws(CheckRuleError) -> Linear {
    var left = try value()
    while true {
      cursor.skipSpace()
      let start = cursor.offset
      if cursor.take("*") || cursor.take("\u{B7}") || cursor.take("\u{D7}") {
        let right = try value()
        guard left.factor == 0 || right.factor == 0 else {
          throw fault("The baseline cannot be multiplied by itself.", at: start)
        }
        left = Linear(
          factor: left.factor * right.offset + right.factor * left.offset, offset: left.offset * right.offset)
      } else if cursor.take("/") {
        let right = try value()
        guard right.factor == 0 else { throw fault("Nothing can be divided by the baseline.", at: start) }
        guard right.offset != 0 else { throw fault("Nothing can be divided by 0.", at: start) }
        left = Linear(factor: left.factor / right.offset, offset: left.offset / right.offset)
      } else {
        return left
      }
    }
  }

  private mutating func value() throws(CheckRuleError) -> Linear {
    depth += 1
    defer { depth -= 1 }
    guard depth <= CheckRuleParser.depthLimit else { throw fault("There are too many ( and - within each other.") }
    cursor.skipSpace()
    let start = cursor.offset
    if cursor.take("-") || cursor.take("\u{2212}") {
      let inner = try value()
      return Linear(factor: -inner.factor, offset: -inner.offset)
    }
    if cursor.take("(") {
      let inner = try sum()
      guard cursor.take(")") else {
        throw cursor.current == nil ? fault("This ( is not closed.", at: start) : fault("Expected ) here.")
      }
      return inner
    }
    guard let first = cursor.current else { throw fault("Expected a number or baseline here.") }
    if first.isLetter {
      let word = cursor.read { $0.isLetter || $0.isNumber || $0 == "_" }
      guard word == "baseline" else {
        throw fault("Only numbers and baseline can stand here, not “\(word)”.", at: start)
      }
      return Linear(factor: 1)
    }
    return Linear(offset: try number())
  }

  private mutating func number() throws(CheckRuleError) -> Double {
    let start = cursor.offset
    while let next = cursor.current, next.isASCII, next.isNumber || next == "." || isExponent(next, since: start) {
      cursor.offset += 1
    }
    guard let value = Double(String(cursor.characters[start..<cursor.offset])), value.isFinite else {
      throw fault("Expected a number or baseline here.", at: start)
    }
    return cursor.take("%") ? value / 100 : value
  }

  /// `e`, and a sign after it.
  private func isExponent(_ next: Character, since start: Int) -> Bool {
    if next == "e" || next == "E" { return cursor.offset > start }
    return (next == "-" || next == "+") && cursor.offset > start && "eE".contains(cursor.characters[cursor.offset - 1])
  }

  private func fault(_ message: String, at place: Int? = nil) -> CheckRuleError {
    CheckRuleError(text: text, place: min(place ?? cursor.offset, cursor.characters.count), message: message)
  }
}
