/// Splits the bytes of a CSV file into records, as RFC 4180 describes them.
struct CSVParser {
  /// One record: its cells and the line at which it begins.
  struct Record {
    var cells: [String]
    var line: Int
  }

  private let bytes: [UInt8]
  private let file: String
  private var offset: Int
  private var line = 1

  /// - Parameter bytes: Sound UTF-8, with or without a byte order mark.
  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The next record, or `nil` at the end. Empty lines are passed over.
  mutating func next() throws(CSVError) -> Record? {
    while offset < bytes.count, isLineEnd(bytes[offset]) { skipLineEnd() }
    guard offset < bytes.count else { return nil }
    var record = Record(cells: [], line: line)
    while true {
      record.cells.append(try cell())
      guard offset < bytes.count else { return record }
      if isLineEnd(bytes[offset]) {
        skipLineEnd()
        return record
      }
      offset += 1  // the comma
    }
  }

  private mutating func cell() throws(CSVError) -> String {
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") { return try quotedCell() }
    let start = offset
    while offset < bytes.count, bytes[offset] != UInt8(ascii: ","), !isLineEnd(bytes[offset]) { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func quotedCell() throws(CSVError) -> String {
    let quote = UInt8(ascii: "\"")
    let firstLine = line
    var content: [UInt8] = []
    offset += 1
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == quote {
        guard offset + 1 < bytes.count, bytes[offset + 1] == quote else { return try closed(content) }
        content.append(quote)
        offset += 2
      } else if isLineEnd(byte) {
        let start = offset
        skipLineEnd()
        content += bytes[start..<offset]
      } else {
        content.append(byte)
        offset += 1
      }
    }
    throw CSVError(
      .strayQuote, file: file, line: firstLine,
      message: "a quoted cell is not closed. Close it with \" or double the quotes inside it.")
  }

  /// Passes over a closing quote; a comma, the line's end or the file's end must follow.
  private mutating func closed(_ content: [UInt8]) throws(CSVError) -> String {
    offset += 1
    let value = String(decoding: content, as: UTF8.self)
    if offset < bytes.count, bytes[offset] != UInt8(ascii: ","), !isLineEnd(bytes[offset]) {
      throw CSVError(
        .strayQuote, file: file, line: line, value: value,
        message: "text follows the closing quote of \"\(value)\". Double the quotes inside a quoted cell.")
    }
    return value
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// Passes over LF, CRLF or CR.
  private mutating func skipLineEnd() {
    if bytes[offset] == 0x0D, offset + 1 < bytes.count, bytes[offset + 1] == 0x0A { offset += 1 }
    offset += 1
    line += 1
  }
}
