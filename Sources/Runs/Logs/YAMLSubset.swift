/// Reads the YAML that Lightning's `hparams.yaml` consists of: names with values or with more names below them, indented,
/// and lists of values.
///
/// Tags such as `!!python/object` and everything else of YAML are kept as text or passed over.
struct YAMLSubset {
  private var lines: [(indent: Int, text: Substring)] = []
  private var position = 0
  private static let depthLimit = 32

  static func read(_ text: String) -> [String: ConfigValue] {
    var reader = YAMLSubset()
    for line in text.split(separator: "\n", omittingEmptySubsequences: true) {
      let content = line.drop { $0 == " " }
      if content.isEmpty || content.first == "#" || content == "---" { continue }
      reader.lines.append((line.count - content.count, content.last == "\r" ? content.dropLast() : content))
    }
    return reader.object(indent: reader.lines.first?.indent ?? 0, depth: 0)
  }

  private mutating func object(indent: Int, depth: Int) -> [String: ConfigValue] {
    var members: [String: ConfigValue] = [:]
    while position < lines.count, lines[position].indent >= indent {
      let line = lines[position]
      position += 1
      guard line.indent == indent, let colon = YAMLSubset.endOfKey(line.text) else { continue }
      let key = YAMLSubset.unquoted(line.text[..<colon])
      let rest = line.text[line.text.index(after: colon)...].drop { $0 == " " }
      if let value = rest.isEmpty || rest.first == "!" ? block(below: indent, depth: depth) : nil {
        members[key] = value
      } else if !rest.isEmpty {
        members[key] = YAMLSubset.scalar(rest)
      }
    }
    return members
  }

  /// What stands below a name: a list or more names.
  private mutating func block(below indent: Int, depth: Int) -> ConfigValue? {
    guard position < lines.count, depth < YAMLSubset.depthLimit else { return nil }
    let line = lines[position]
    if line.text.hasPrefix("- "), line.indent >= indent {
      var values: [ConfigValue] = []
      while position < lines.count, lines[position].indent == line.indent, lines[position].text.hasPrefix("- ") {
        if let value = YAMLSubset.scalar(lines[position].text.dropFirst(2).drop { $0 == " " }) { values.append(value) }
        position += 1
      }
      return .array(values)
    }
    return line.indent > indent ? .object(object(indent: line.indent, depth: depth + 1)) : nil
  }

  private static func endOfKey(_ text: Substring) -> Substring.Index? {
    if let quote = text.first, quote == "\"" || quote == "'" {
      return text.dropFirst().firstIndex(of: quote).flatMap { text[$0...].firstIndex(of: ":") }
    }
    return text.indices.first {
      text[$0] == ":" && (text.index(after: $0) == text.endIndex || text[text.index(after: $0)] == " ")
    }
  }

  private static func unquoted(_ text: Substring) -> String {
    guard text.count >= 2, let quote = text.first, quote == "\"" || quote == "'", text.last == quote else {
      return String(text)
    }
    return String(text.dropFirst().dropLast())
  }

  /// One value; `nil` of null.
  private static func scalar(_ text: Substring) -> ConfigValue? {
    let text = text.firstRange(of: " #").map { text[..<$0.lowerBound] } ?? text
    switch text {
    case "null", "~", "": return nil
    case "true", "True": return .bool(true)
    case "false", "False": return .bool(false)
    case ".nan", ".NaN": return .number(.nan)
    case ".inf": return .number(.infinity)
    case "-.inf": return .number(-.infinity)
    case "[]": return .array([])
    case "{}": return .object([:])
    default: break
    }
    if let whole = Int(text) { return .integer(whole) }
    if let number = Array(text.utf8).withUnsafeBytes({ DecimalNumber.value(of: $0) }) {
      return .number(number)
    }
    return .string(unquoted(text))
  }
}
