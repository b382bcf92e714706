/// Words numbered in the order of their first appearance, held as UTF-8 in one piece.
///
/// Words are the same when their bytes are, as in Python; nothing is normalized. The numbers do not depend on the seed of
/// the hash, which is drawn anew in each process so that nobody can prepare words that collide.
struct WordTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  /// 1 + the number of a word, or 0 for a free slot; the count of slots is a power of two, at most 2/3 full.
  private var slots: [Int32]

  private static let seed = UInt64.random(in: .min ... .max)

  init() { slots = [Int32](repeating: 0, count: 1 << 10) }

  /// The number of words.
  var count: Int { ends.count }

  /// The number of a word, which is added if need be.
  mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = WordTable.hash(word)
    let slot = slot(of: word, hash: hash)
    if slots[slot] > 0 { return slots[slot] - 1 }
    let number = Int32(truncatingIfNeeded: count)
    bytes.append(contentsOf: word)
    ends.append(bytes.count)
    hashes.append(hash)
    slots[slot] = number + 1
    if count * 3 > slots.count * 2 { grow() }
    return number
  }

  /// The number of a word, or nil when it is not here.
  func find(_ word: UnsafeBufferPointer<UInt8>) -> Int32? {
    let found = slots[slot(of: word, hash: WordTable.hash(word))]
    return found > 0 ? found - 1 : nil
  }

  /// The bytes of the word with a number.
  func withBytes<Result>(of number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range(of: number)])) }
  }

  /// The word with a number.
  func word(_ number: Int) -> String { String(decoding: bytes[range(of: number)], as: UTF8.self) }

  private func range(of number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

  /// The slot that holds a word or would.
  private func slot(of word: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] > 0 {
      let number = Int(slots[slot] - 1)
      if hashes[number] == hash, withBytes(of: number, { $0.elementsEqual(word) }) { break }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    slots = [Int32](repeating: 0, count: mask + 1)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] > 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(truncatingIfNeeded: number + 1)
    }
  }

  /// Eight bytes at a time, each mixed in by a full product whose halves are joined.
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var state = seed ^ UInt64(truncatingIfNeeded: word.count)
    var pending: UInt64 = 0
    var index = 0
    while index < word.count {
      pending = pending << 8 | UInt64(word[index])
      index += 1
      if index & 7 == 0 { state = mix(state ^ pending) }
    }
    return mix(mix(state ^ pending) ^ seed)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
