/// Reads a filter by recursive descent: `||` binds least, then `&&`, then `!`.
struct FilterParser {
  private static let depthLimit = 100

  private let text: String
  private let characters: [Character]
  private var offset = 0
  private var depth = 0

  init(_ text: String) {
    self.text = text
    characters = Array(text)
  }

  mutating func parse() throws -> RunFilter.Node {
    let node = try disjunction()
    skipSpace()
    if offset < characters.count {
      throw error(characters[offset] == ")" ? "There is no ( for this )." : "Expected && or ||, or the end.")
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
    let start = offset
    guard take("(") else { return try comparison() }
    let node = try disjunction()
    guard take(")") else {
      throw error(offset < characters.count ? "Expected ) here." : "This ( is not closed.", at: closest(start))
    }
    return node
  }

  private mutating func comparison() throws -> RunFilter.Node {
    skipSpace()
    let place = offset
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
    if take("=") { throw error("Compare with == (or =~ for a regular expression).", at: offset - 1) }
    return .has(name)
  }

  private mutating func pattern() throws -> RunFilter.Pattern {
    skipSpace()
    let place = offset
    let text = try operand("a regular expression").text
    do {
      return RunFilter.Pattern(regex: try Regex(text))
    } catch {
      throw self.error("This is no regular expression: \(error)", at: place)
    }
  }

  /// A quoted or bare word. A bare one ends at a space, a parenthesis or an operator.
  private mutating func operand(_ expected: String) throws -> (text: String, isQuoted: Bool) {
    skipSpace()
    guard offset < characters.count else { throw error("Expected \(expected).") }
    if characters[offset] == "\"" || characters[offset] == "'" { return (try quoted(), true) }
    let start = offset
    while offset < characters.count, !" \t\n()!=<>&|\"'".contains(characters[offset]) { offset += 1 }
    guard offset > start else { throw error("Expected \(expected).", at: start) }
    return (String(characters[start..<offset]), false)
  }

  /// A quote inside is written with a backslash before it.
  private mutating func quoted() throws -> String {
    let start = offset
    let quote = characters[offset]
    var result = ""
    offset += 1
    while offset < characters.count, characters[offset] != quote {
      if characters[offset] == "\\", offset + 1 < characters.count, characters[offset + 1] == quote { offset += 1 }
      result.append(characters[offset])
      offset += 1
    }
    guard offset < characters.count else { throw error("This quote is not closed.", at: start) }
    offset += 1
    return result
  }

  private mutating func take(_ symbol: String) -> Bool {
    skipSpace()
    guard characters[offset...].starts(with: symbol) else { return false }
    // `!=` is no `!`.
    if symbol == "!", characters[offset...].starts(with: "!=") { return false }
    offset += symbol.count
    return true
  }

  private mutating func skipSpace() {
    while offset < characters.count, characters[offset].isWhitespace { offset += 1 }
  }

  /// The place of an opening parenthesis that spaces may precede, or that of what stands in place of a closing one.
  private func closest(_ start: Int) -> Int {
    if offset < characters.count { return offset }
    return characters[start...].firstIndex(of: "(") ?? start
  }

  private func error(_ message: String, at place: Int? = nil) -> FilterError {
    FilterError(text, at: min(place ?? offset, characters.count), message)
  }
}
