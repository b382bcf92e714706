/// Reads a ``CheckRule`` by recursive descent: `*` and `/` bind more than `+` and `-`.
struct CheckRuleParser {
  /// a · baseline + b.
  private struct Linear {
    var factor = 0.0
    var offset = 0.0
  }

  private static let depthLimit = 50

  private let text: String
  private let characters: [Character]
  private var offset = 0
  private var depth = 0

  init(_ text: String) {
    self.text = text
    characters = Array(text)
  }

  mutating func rule() throws(CheckRuleError) -> CheckRule {
    let metric = try self.metric()
    let comparison = try self.comparison()
    let right = try sum()
    skipSpace()
    guard offset == characters.count else {
      throw fault(current == ")" ? "There is no ( for this )." : "Expected + - * / or the end here.")
    }
    guard right.factor.isFinite, right.offset.isFinite else { throw fault("The limit is no finite number.", at: 0) }
    return CheckRule(text: text, metric: metric, comparison: comparison, factor: right.factor, offset: right.offset)
  }

  private mutating func metric() throws(CheckRuleError) -> String {
    skipSpace()
    let start = offset
    if let quote = current, quote == "\"" || quote == "'" {
      offset += 1
      while let next = current, next != quote { offset += 1 }
      guard current != nil else { throw fault("This quote is not closed.", at: start) }
      offset += 1
      guard offset - start > 2 else { throw fault("Expected the tag of a metric between the quotes.", at: start) }
      return String(characters[(start + 1)..<(offset - 1)])
    }
    while let next = current, !next.isWhitespace, !"<>=!\"'".contains(next) { offset += 1 }
    guard offset > start else { throw fault("Expected the tag of a metric, such as val_loss, here.", at: start) }
    return String(characters[start..<offset])
  }

  private mutating func comparison() throws(CheckRuleError) -> CheckRule.Comparison {
    skipSpace()
    let start = offset
    for candidate in [CheckRule.Comparison.atMost, .atLeast, .below, .above] where take(candidate.rawValue) {
      return candidate
    }
    throw fault(
      current == "=" || current == "!"
        ? "Equal or not equal says nothing about measured values; write <=, <, >= or >."
        : "Expected <=, <, >= or > here. A tag with spaces goes into quotes.", at: start)
  }

  private mutating func sum() throws(CheckRuleError) -> Linear {
    var left = try product()
    while true {
      if take("+") {
        let right = try product()
        left = Linear(factor: left.factor + right.factor, offset: left.offset + right.offset)
      } else if take("-") || take("\u{2212}") {
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
      skipSpace()
      let start = offset
      if take("*") || take("\u{B7}") || take("\u{D7}") {
        let right = try value()
        guard left.factor == 0 || right.factor == 0 else {
          throw fault("The baseline cannot be multiplied by itself.", at: start)
        }
        left = Linear(
          factor: left.factor * right.offset + right.factor * left.offset, offset: left.offset * right.offset)
      } else if take("/") {
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
    skipSpace()
    let start = offset
    if take("-") || take("\u{2212}") {
      let inner = try value()
      return Linear(factor: -inner.factor, offset: -inner.offset)
    }
    if take("(") {
      let inner = try sum()
      guard take(")") else {
        throw current == nil ? fault("This ( is not closed.", at: start) : fault("Expected ) here.")
      }
      return inner
    }
    guard let first = current else { throw fault("Expected a number or baseline here.") }
    if first.isLetter {
      while let next = current, next.isLetter || next.isNumber || next == "_" { offset += 1 }
      let word = String(characters[start..<offset])
      guard word == "baseline" else {
        throw fault("Only numbers and baseline can stand here, not “\(word)”.", at: start)
      }
      return Linear(factor: 1)
    }
    return Linear(offset: try number())
  }

  private mutating func number() throws(CheckRuleError) -> Double {
    let start = offset
    while let next = current, next.isASCII, next.isNumber || next == "." || isExponent(next, since: start) {
      offset += 1
    }
    guard let value = Double(String(characters[start..<offset])), value.isFinite else {
      throw fault("Expected a number or baseline here.", at: start)
    }
    return take("%") ? value / 100 : value
  }

  /// `e`, and a sign after it.
  private func isExponent(_ next: Character, since start: Int) -> Bool {
    if next == "e" || next == "E" { return offset > start }
    return (next == "-" || next == "+") && offset > start && "eE".contains(characters[offset - 1])
  }

  private var current: Character? { offset < characters.count ? characters[offset] : nil }

  private mutating func take(_ symbol: String) -> Bool {
    skipSpace()
    guard characters[offset...].starts(with: symbol) else { return false }
    offset += symbol.count
    return true
  }

  private mutating func skipSpace() {
    while let next = current, next.isWhitespace { offset += 1 }
  }

  private func fault(_ message: String, at place: Int? = nil) -> CheckRuleError {
    CheckRuleError(text: text, place: min(place ?? offset, characters.count), message: message)
  }
}
