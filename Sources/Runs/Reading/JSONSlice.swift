/// Finds the bytes of one value in a JSON object, so that it can be handed on untouched.
///
/// The text must be sound JSON; of anything else the answer is `nil` or a wrong range, yet never a crash.
struct JSONSlice {
  private let bytes: [UInt8]
  private var offset = 0

  /// The range of the value of a key at the top level.
  static func range(of key: String, in bytes: [UInt8]) -> Range<Int>? {
    var slice = JSONSlice(bytes: bytes)
    return slice.find(Array("\"\(key)\"".utf8))
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func find(_ quotedKey: [UInt8]) -> Range<Int>? {
    guard take(UInt8(ascii: "{")) else { return nil }
    while true {
      skipSpace()
      let keyStart = offset
      skipString()
      let isWanted = bytes[keyStart..<offset].elementsEqual(quotedKey)
      guard take(UInt8(ascii: ":")) else { return nil }
      skipSpace()
      let start = offset
      skipValue()
      if isWanted { return start..<offset }
      guard take(UInt8(ascii: ",")) else { return nil }
    }
  }

  private var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipSpace() {
    while let byte = current, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { offset += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard current == byte else { return false }
    offset += 1
    return true
  }

  /// Passes over a string from its opening quote to after its closing one.
  private mutating func skipString() {
    guard current == UInt8(ascii: "\"") else { return }
    offset += 1
    while let byte = current, byte != UInt8(ascii: "\"") {
      offset += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    offset = min(offset + 1, bytes.count)
  }

  private mutating func skipValue() {
    var depth = 0
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        skipString()
        if depth == 0 { return }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return }
        depth -= 1
        if depth == 0 {
          offset += 1
          return
        }
      case UInt8(ascii: ","), 0x20, 0x09, 0x0A, 0x0D:
        if depth == 0 { return }
      default: break
      }
      offset += 1
    }
  }
}
