/// What stands before the values of a .npy file: `{'descr': '<i8', 'fortran_order': False, 'shape': (2,), }`.
struct NumPyHeader {
  /// NumPy's name of the type: `<i8`, `|O`.
  let type: String
  let shape: [Int]
  /// The number of bytes before the values.
  let length: Int

  /// - Throws: ``NumPyFile/Malformed``, or ``ByteReader/Cut``.
  init(_ bytes: [UInt8]) throws {
    var reader = ByteReader(bytes[...])
    guard try reader.take(6).elementsEqual([0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59]) else {
      throw NumPyFile.Malformed(finding: "does not begin as NumPy files do")
    }
    let version = try reader.byte()
    _ = try reader.byte()
    guard (1...3).contains(version) else {
      throw NumPyFile.Malformed(finding: "has the version \(version) of NumPy's format; 1 to 3 can be read")
    }
    let headerLength = try reader.unsigned(version == 1 ? 2 : 4)
    let text = String(decoding: try reader.take(headerLength), as: UTF8.self)
    length = reader.offset
    (type, shape) = try NumPyHeader.parse(text)
  }

  /// The number of bytes of a whole number; nil for another type.
  var integerWidth: Int? {
    guard type.count == 3, "<|".contains(type.prefix(1)), "iub".contains(type.dropFirst().prefix(1)) else { return nil }
    guard let width = Int(type.suffix(1)), [1, 2, 4, 8].contains(width), isSigned || width < 8 else { return nil }
    return width
  }

  /// Whether its whole numbers have a sign.
  var isSigned: Bool { type.dropFirst().hasPrefix("i") }

  private static func parse(_ text: String) throws(NumPyFile.Malformed) -> (String, [Int]) {
    let type = value(of: "descr", in: text).prefix { $0 != "," }.filter { $0 != "'" && $0 != " " }
    let shape = value(of: "shape", in: text).dropFirst().prefix { $0 != ")" }
    let lengths = shape.split(separator: ",").map { $0.filter { $0 != " " } }.filter { !$0.isEmpty }
    let numbers = lengths.compactMap { Int($0) }
    guard value(of: "fortran_order", in: text).hasPrefix("False"), value(of: "shape", in: text).hasPrefix("("),
      numbers.count == lengths.count, numbers.allSatisfy({ $0 >= 0 }), !type.isEmpty
    else { throw NumPyFile.Malformed(finding: "has a header that cannot be read") }
    return (type, numbers)
  }

  /// What follows `'key': ` to the end of the header.
  private static func value(of key: String, in text: String) -> Substring {
    let parts = text.split(separator: "'\(key)':", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2 ? parts[1].drop { $0 == " " } : ""
  }
}
