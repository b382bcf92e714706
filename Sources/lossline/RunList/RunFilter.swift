internal import Report

/// A condition on runs: `config.cell == lstm && val_loss < 0.01`.
///
/// Comparisons have a name on the left and a value on the right; `=~` searches for a regular expression. A name alone
/// holds for runs that have it, unless it is false or 0. A run without a name equals nothing and is neither smaller nor
/// larger.
struct RunFilter {
  indirect enum Node {
    case and(Node, Node)
    case or(Node, Node)
    case not(Node)
    case has(Name)
    case compare(Name, Comparison, Literal)
    case matches(Name, Pattern)
  }

  struct Name {
    var text: String
    /// Where it begins in the filter, in characters.
    var place: Int
  }

  struct Literal {
    var text: String
    /// Its value, if it is written as a number and not quoted.
    var number: Double?
  }

  struct Pattern {
    var regex: Regex<AnyRegexOutput>
  }

  enum Comparison: String, CaseIterable {
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case greater = ">"
  }

  private let text: String
  private let root: Node

  /// - Throws: ``FilterError`` with the place in the text.
  init(_ text: String) throws {
    self.text = text
    var parser = FilterParser(text)
    root = try parser.parse()
  }

  func accepts(_ run: RunRecord) throws -> Bool { try evaluate(root, run) }

  /// - Throws: ``FilterError`` for a name that no run has, since it is misspelt most likely.
  func check(against runs: [RunRecord]) throws {
    var known = Set(RunRecord.fixedKeys)
    for run in runs { known.formUnion(run.values.keys) }
    for name in Self.names(in: root) where !known.contains(name.text) && !runs.isEmpty {
      throw FilterError(
        text, at: name.place, "No run has \"\(name.text)\". \(NameSuggestion.sentence(for: name.text, among: known))")
    }
  }

  private static func names(in node: Node) -> [Name] {
    switch node {
    case .and(let left, let right), .or(let left, let right): names(in: left) + names(in: right)
    case .not(let node): names(in: node)
    case .has(let name), .compare(let name, _, _), .matches(let name, _): [name]
    }
  }

  private func evaluate(_ node: Node, _ run: RunRecord) throws -> Bool {
    switch node {
    case .and(let left, let right): try evaluate(left, run) && evaluate(right, run)
    case .or(let left, let right): try evaluate(left, run) || evaluate(right, run)
    case .not(let node): try !evaluate(node, run)
    case .has(let name):
      switch run.values[name.text] {
      case nil: false
      case .bool(let value)?: value
      case .number(let value)?: value != 0
      case .text?: true
      }
    case .compare(let name, let comparison, let literal):
      Self.holds(run.values[name.text], comparison, literal)
    case .matches(let name, let pattern):
      try run.values[name.text].map { try pattern.regex.firstMatch(in: $0.text) != nil } ?? false
    }
  }

  private static func holds(_ value: RunValue?, _ comparison: Comparison, _ literal: Literal) -> Bool {
    guard let value else { return comparison == .notEqual }
    if case .number(let number) = value, let other = literal.number { return holds(number, comparison, other) }
    // A number and a text are different, and neither comes before the other.
    if case .number = value { return comparison == .notEqual }
    return holds(value.text, comparison, literal.text)
  }

  private static func holds<Value: Comparable>(_ left: Value, _ comparison: Comparison, _ right: Value) -> Bool {
    switch comparison {
    case .less: left < right
    case .lessOrEqual: left <= right
    case .equal: left == right
    case .notEqual: left != right
    case .greaterOrEqual: left >= right
    case .greater: left > right
    }
  }
}

/// What is wrong with a filter, with a caret under the place.
struct FilterError: Error, CustomStringConvertible {
  let description: String

  /// - Parameter place: In characters from the start.
  init(_ text: String, at place: Int, _ message: String) {
    description = TextCursor.marked(text, at: place, message)
  }
}
