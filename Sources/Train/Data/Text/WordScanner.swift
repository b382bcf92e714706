/// A ``Tokenizer`` made ready to cut many texts.
struct WordScanner {
  /// What stands for each ASCII byte: ``separator``, or the byte, made small if asked for.
  private let ascii: [UInt8]
  private let wideFilters: Set<Unicode.Scalar>
  private let lowercases: Bool
  private var ignored = WordTable()
  /// The word that is being put together.
  private var word: [UInt8] = []

  /// A value that no ASCII byte has.
  private static let separator: UInt8 = 0xFF

  init(_ tokenizer: Tokenizer) {
    let filters = Set(tokenizer.filters.unicodeScalars)
    ascii = (UInt8(0)..<128).map { byte in
      let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      let small = tokenizer.lowercases && isCapital ? byte | 0x20 : byte
      return small == UInt8(ascii: " ") || filters.contains(Unicode.Scalar(small)) ? WordScanner.separator : small
    }
    wideFilters = filters.filter { !$0.isASCII }
    lowercases = tokenizer.lowercases
    for word in tokenizer.ignoredWords {
      var word = word
      word.withUTF8 { _ = ignored.number(of: $0) }
    }
  }

  /// Calls `body` with each word of a text.
  mutating func scan(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void) rethrows {
    var text = text
    try text.withUTF8 { try scan($0, body) }
  }

  /// Calls `body` with each word of a text in sound UTF-8; a byte out of place counts as U+FFFD.
  mutating func scan(
    _ text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) rethrows {
    word.removeAll(keepingCapacity: true)
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        let small = ascii[Int(byte)]
        if small == WordScanner.separator {
          try endWord(body)
        } else {
          word.append(small)
        }
        index += 1
      } else {
        try append(WordScanner.scalar(in: text, at: &index), body)
      }
    }
    try endWord(body)
  }

  private mutating func append(
    _ scalar: Unicode.Scalar, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) rethrows {
    guard lowercases, scalar.properties.changesWhenLowercased else { return try appendSmall(scalar, body) }
    for small in scalar.properties.lowercaseMapping.unicodeScalars { try appendSmall(small, body) }
  }

  private mutating func appendSmall(
    _ scalar: Unicode.Scalar, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) rethrows {
    if scalar.isASCII ? ascii[Int(scalar.value)] == WordScanner.separator : wideFilters.contains(scalar) {
      try endWord(body)
    } else {
      word.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  private mutating func endWord(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) rethrows {
    guard !word.isEmpty else { return }
    try word.withUnsafeBufferPointer { word in
      if ignored.count > 0, ignored.find(word) != nil { return }
      try body(word)
    }
    word.removeAll(keepingCapacity: true)
  }

  /// The scalar that begins at a byte of at least 0x80.
  private static func scalar(in text: UnsafeBufferPointer<UInt8>, at index: inout Int) -> Unicode.Scalar {
    let lead = text[index]
    let (length, bits): (Int, UInt8) =
      switch lead {
      case 0xC0..<0xE0: (2, lead & 0x1F)
      case 0xE0..<0xF0: (3, lead & 0x0F)
      case 0xF0..<0xF8: (4, lead & 0x07)
      default: (1, 0)
      }
    guard length > 1, length <= text.count - index else {
      index += 1
      return "\u{FFFD}"
    }
    let value = text[index + 1..<index + length].reduce(UInt32(bits)) { $0 << 6 | UInt32($1 & 0x3F) }
    index += length
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
