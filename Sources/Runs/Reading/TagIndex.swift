/// Finds the number of a tag by its bytes in a file.
///
/// Programs log the same tags in the same order at each step. So the tag that followed the last one before is tried first,
/// and only a guess that fails costs a look into the dictionary.
struct TagIndex: ~Copyable {
  private struct Entry {
    var bytes: UnsafeMutableRawBufferPointer
    /// The tag that came next when this one was last seen.
    var successor: Int
  }

  private(set) var tags: [String] = []
  private var positions: [String: Int] = [:]
  private var entries = GrowingBuffer<Entry>()
  private var last = 0

  deinit {
    for index in 0..<entries.count { entries[index].bytes.deallocate() }
  }

  /// The number of a tag, which is added if it is new; `nil` if it is not text in UTF-8.
  @inline(__always)
  mutating func position(of tag: UnsafeRawBufferPointer) -> Int? {
    if last < entries.count {
      let guess = entries[last].successor
      if TagIndex.areEqual(entries[guess].bytes, tag) {
        last = guess
        return guess
      }
    }
    return lookUp(tag)
  }

  /// Whether two tags have the same bytes. A call of `memcmp` takes longer than to compare most tags.
  @inline(__always)
  private static func areEqual(_ left: UnsafeMutableRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    guard left.count == right.count else { return false }
    var offset = 0
    while offset + 8 <= left.count {
      let (leftWord, rightWord) = (
        left.loadUnaligned(fromByteOffset: offset, as: UInt64.self),
        right.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      )
      guard leftWord == rightWord else { return false }
      offset += 8
    }
    while offset < left.count {
      guard left[offset] == right[offset] else { return false }
      offset += 1
    }
    return true
  }

  /// The number of a tag, which is added if it is new.
  mutating func position(of tag: String) -> Int {
    if let position = positions[tag] { return position }
    let position = tags.count
    positions[tag] = position
    tags.append(tag)
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: tag.utf8.count, alignment: 1)
    bytes.copyBytes(from: tag.utf8)
    entries.append(Entry(bytes: bytes, successor: 0))
    return position
  }

  @inline(never)
  private mutating func lookUp(_ tag: UnsafeRawBufferPointer) -> Int? {
    guard let text = String(validating: tag, as: UTF8.self) else { return nil }
    let position = position(of: text)
    entries[last].successor = position
    last = position
    return position
  }
}
