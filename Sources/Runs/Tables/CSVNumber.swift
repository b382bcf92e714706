/// Numbers in cells of a table.
enum CSVNumber {
  /// The value of a cell that is a number as a whole; NaN if it says that a number is missing; `nil` for anything else,
  /// hexadecimal numbers and those beyond double precision included.
  static func value(of cell: String) -> Double? {
    let text = cell.trimmingSpaces
    switch text.lowercased() {
    case "", "na", "nan": return .nan
    case "inf", "+inf", "infinity", "+infinity": return .infinity
    case "-inf", "-infinity": return -.infinity
    default: break
    }
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    guard isPlain, let value = Double(text), value.isFinite else { return nil }
    return value
  }
}

extension String {
  fileprivate var trimmingSpaces: Substring {
    let start = drop { $0 == " " || $0 == "\t" }
    let end = start.lastIndex { $0 != " " && $0 != "\t" }
    return end.map { start[...$0] } ?? ""
  }
}
