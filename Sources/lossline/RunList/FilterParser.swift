internal import Report

/// Reads a filter by recursive descent: `||` binds least, then `&&`, then `!`.
struct FilterParser {
  private static let depthLimit = 100

  private let text: String
  private var cursor: TextCursor
  private var depth = 0

  init(_ text: String) {
    self.text = text
    cursor = TextCursor(text)
  }

  mutating func parse() throws -> RunFilter.Node {
    let node = try disjunction()
    cursor.skipSpace()
    if cursor.offset < cursor.characters.count {
      throw error(
        cursor.characters[cursor.offset] == ")" ? "There is no ( for this )." : "Expected && or ||, or the end.")
    }
    return node
  }

  private mutating func disjunction() throws -> RunFilter.Node {
    var node = try conjunction()
    while take("||") { node = .or(node, try conjunction()) }
    return node
  }

  private mutating func conjunction() throws -> RunFilter.Node {
    var node = try negation()
    while take("&&") { node = .and(node, try negation()) }
    return node
  }

  private mutating func negation() throws -> RunFilter.Node {
    depth += 1
    defer { depth -= 1 }
    guard depth <= FilterParser.depthLimit else { throw error("There are too many ( and ! within each other.") }
    if take("!") { return .not(try negation()) }
    let start = cursor.offset
    guard take("(") else { return try comparison() }
    let node = try disjunction()
    guard take(")") else {
      throw error(
        cursor.offset < cursor.characters.count ? "Expected ) here." : "This ( is not closed.", at: closest(start))
    }
    return node
  }

  private mutating func comparison() throws -> RunFilter.Node {
    cursor.skipSpace()
    let place = cursor.offset
    let left = try operand("a name such as config.cell or val_loss")
    if !left.isQuoted, Double(left.text) != nil {
      throw error("Expected a name here; write the value on the right.", at: place)
    }
    let name = RunFilter.Name(text: left.text, place: place)
    if take("=~") { return .matches(name, try pattern()) }
    for comparison in RunFilter.Comparison.allCases where take(comparison.rawValue) {
      let value = try operand("a value to compare with")
      return .compare(name, comparison, .init(text: value.text, number: value.isQuoted ? nil : Double(value.text)))
    }
    if take("=") { throw error("Compare with == (or =~ for a regular expression).", at: cursor.offset - 1) }
    return .has(name)
  }

  private mutating func pattern() throws -> RunFilter.Pattern {
    cursor.skipSpace()
    let place = cursor.offset
    let text = try operand("a regular expression").text
    do {
      return RunFilter.Pattern(regex: try Regex(text))
    } catch {
      throw self.error("This is no regular expression: \(error)", at: place)
    }
  }

  /// A quoted or bare word. A bare one ends at a space, a parenthesis or an operator.
  private mutating func operand(_ expected: String) throws -> (text: String, isQuoted: Bool) {
    cursor.skipSpace()
    guard cursor.offset < cursor.characters.count else { throw error("Expected \(expected).") }
    if cursor.characters[cursor.offset] == "\"" || cursor.characters[cursor.offset] == "'" {
      return (try quoted(), true)
    }
    let start = cursor.offset
    while cursor.offset < cursor.characters.count, !" \t\n()!=<>&|\"'".contains(cursor.characters[cursor.offset]) {
      cursor.offset += 1
    }
    guard cursor.offset > start else { throw error("Expected \(expected).", at: start) }
    return (String(cursor.characters[start..<cursor.offset]), false)
  }

  /// A quote inside is written with a backslash before it.
  private mutating func quoted() throws -> String {
    let start = cursor.offset
    let quote = cursor.characters[cursor.offset]
    var result = ""
    cursor.offset += 1
    while cursor.offset < cursor.characters.count, cursor.characters[cursor.offset] != quote {
      if cursor.characters[cursor.offset] == "\\", cursor.offset + 1 < cursor.characters.count,
        cursor.characters[cursor.offset + 1] == quote
      {
        cursor.offset += 1
      }
      result.append(cursor.characters[cursor.offset])
      cursor.offset += 1
    }
    guard cursor.offset < cursor.characters.count else { throw error("This quote is not closed.", at: start) }
    cursor.offset += 1
    return result
  }

  private mutating func take(_ symbol: String) -> Bool {
    cursor.skipSpace()
    // `!=` is no `!`.
    return symbol == "!" && cursor.isBefore("!=") ? false : cursor.take(symbol)
  }

  /// The place of an opening parenthesis that spaces may precede, or that of what stands in place of a closing one.
  private func closest(_ start: Int) -> Int {
    if cursor.offset < cursor.characters.count { return cursor.offset }
    return cursor.characters[start...].firstIndex(of: "(") ?? start
  }

  private func error(_ message: String, at place: Int? = nil) -> FilterError {
    FilterError(text, at: min(place ?? cursor.offset, cursor.characters.count), message)
  }
}
