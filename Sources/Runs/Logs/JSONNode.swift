/// A JSON value as logs hold it: keys keep their order, and `NaN`, `Infinity` and `-Infinity` are numbers.
indirect enum JSONNode {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONNode])
  case object([(key: String, value: JSONNode)])

  subscript(key: String) -> JSONNode? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  /// A number, also one in the words with which programs write what JSON has no number for.
  var number: Double? {
    switch self {
    case .number(let value): value
    case .string("NaN"), .string("nan"): .nan
    case .string("Infinity"), .string("inf"): .infinity
    case .string("-Infinity"), .string("-inf"): -.infinity
    default: nil
    }
  }

  /// The value as part of a configuration; `nil` of null.
  var configValue: ConfigValue? {
    switch self {
    case .null: nil
    case .bool(let value): .bool(value)
    case .number(let value): Int(exactly: value).map(ConfigValue.integer) ?? .number(value)
    case .string(let value): .string(value)
    case .array(let values): .array(values.compactMap(\.configValue))
    case .object(let members): .object(JSONNode.config(members))
    }
  }

  /// The members of an object as a configuration.
  static func config(_ members: [(key: String, value: JSONNode)]) -> [String: ConfigValue] {
    Dictionary(members.compactMap { member in member.value.configValue.map { (member.key, $0) } }) { _, last in last }
  }
}

/// Reads JSON from bytes, one value after the other.
struct JSONReader {
  /// What is wrong, and where.
  struct Failure: Error {
    var offset: Int
    var finding: String
  }

  private static let depthLimit = 64

  private let bytes: UnsafeRawBufferPointer
  private(set) var offset: Int

  init(_ bytes: UnsafeRawBufferPointer, at offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  /// Whether nothing but space is left.
  mutating func isAtEnd() -> Bool {
    skipSpace()
    return offset >= bytes.count
  }

  /// The next value.
  mutating func value(depth: Int = 0) throws(Failure) -> JSONNode {
    skipSpace()
    guard depth < JSONReader.depthLimit else { throw failure("is nested more than \(JSONReader.depthLimit) times") }
    guard offset < bytes.count else { throw failure("ends too early") }
    switch bytes[offset] {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    default: return try word()
    }
  }

  private mutating func object(depth: Int) throws(Failure) -> JSONNode {
    var members: [(key: String, value: JSONNode)] = []
    offset += 1
    if take("}") { return .object(members) }
    repeat {
      skipSpace()
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else { throw failure("a key is missing") }
      let key = try string()
      guard take(":") else { throw failure("a colon is missing") }
      members.append((key, try value(depth: depth + 1)))
    } while take(",")
    guard take("}") else { throw failure("a brace is not closed") }
    return .object(members)
  }

  private mutating func array(depth: Int) throws(Failure) -> JSONNode {
    var values: [JSONNode] = []
    offset += 1
    if take("]") { return .array(values) }
    repeat { values.append(try value(depth: depth + 1)) } while take(",")
    guard take("]") else { throw failure("a bracket is not closed") }
    return .array(values)
  }

  private mutating func word() throws(Failure) -> JSONNode {
    let start = offset
    while offset < bytes.count, JSONReader.isPartOfWord(bytes[offset]) { offset += 1 }
    let word = UnsafeRawBufferPointer(rebasing: bytes[start..<offset])
    if let number = DecimalNumber.value(of: word) { return .number(number) }
    switch String(decoding: word, as: UTF8.self) {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "NaN", "nan": return .number(.nan)
    case "Infinity", "inf": return .number(.infinity)
    case "-Infinity", "-inf": return .number(-.infinity)
    default:
      offset = start
      throw failure("no value can be read")
    }
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  // MARK: - Strings

  private mutating func string() throws(Failure) -> String {
    offset += 1
    let start = offset
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\""), bytes[offset] != UInt8(ascii: "\\") { offset += 1 }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
      offset += 1
      return String(decoding: bytes[start..<offset - 1], as: UTF8.self)
    }
    return try stringWithEscapes(Array(bytes[start..<offset]))
  }

  private mutating func stringWithEscapes(_ start: [UInt8]) throws(Failure) -> String {
    var content = start
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: content, as: UTF8.self) }
      if byte == UInt8(ascii: "\\") {
        content += try escaped()
      } else {
        content.append(byte)
      }
    }
    throw failure("a string is not closed")
  }

  private mutating func escaped() throws(Failure) -> [UInt8] {
    guard offset < bytes.count else { throw failure("a string is not closed") }
    offset += 1
    switch bytes[offset - 1] {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "u"): return try codePoint()
    case let other: return [other]
    }
  }

  /// A character by its number, of which two make one beyond U+FFFF.
  private mutating func codePoint() throws(Failure) -> [UInt8] {
    var units = [try codeUnit()]
    if UTF16.isLeadSurrogate(units[0]), bytes[offset...].starts(with: "\\u".utf8) {
      offset += 2
      units.append(try codeUnit())
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private mutating func codeUnit() throws(Failure) -> UInt16 {
    guard bytes.count - offset >= 4,
      let unit = UInt16(String(decoding: bytes[offset..<offset + 4], as: UTF8.self), radix: 16)
    else { throw failure("the number of a character is damaged") }
    offset += 4
    return unit
  }

  // MARK: - Steps

  private mutating func skipSpace() {
    while offset < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[offset]) { offset += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  private func failure(_ finding: String) -> Failure { Failure(offset: offset, finding: finding) }
}
