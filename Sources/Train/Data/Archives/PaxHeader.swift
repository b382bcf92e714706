/// The records of a pax header, `length key=value\n`, of which path and size matter here.
struct PaxHeader {
  var path: String?
  var size: Int?

  init(_ bytes: [UInt8]) throws(TarHeader.Malformed) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let digits = rest.prefix { $0 != 0x20 }
      guard digits.count <= 9, let length = Int(String(decoding: digits, as: UTF8.self)), length > digits.count + 1,
        length <= rest.count, rest[rest.startIndex + length - 1] == 0x0A
      else { throw TarHeader.Malformed(finding: "a record of a pax header has a wrong length") }
      let record = rest[digits.endIndex + 1..<rest.startIndex + length - 1]
      guard let equals = record.firstIndex(of: UInt8(ascii: "=")) else {
        throw TarHeader.Malformed(finding: "a record of a pax header has no value")
      }
      try read(record[..<equals], record[(equals + 1)...])
      rest = rest[(rest.startIndex + length)...]
    }
  }

  private mutating func read(_ key: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) throws(TarHeader.Malformed) {
    if key.elementsEqual("path".utf8) {
      path = String(decoding: value, as: UTF8.self)
    } else if key.elementsEqual("size".utf8) {
      guard let size = Int(String(decoding: value, as: UTF8.self)), size >= 0 else {
        throw TarHeader.Malformed(finding: "the size in a pax header is no number")
      }
      self.size = size
    } else if key.starts(with: "GNU.sparse.".utf8) {
      throw TarHeader.Malformed(finding: "there is a sparse file, which cannot be read")
    }
  }
}
