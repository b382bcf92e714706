/// Words of 64 bits in blocks, each held in as few bytes as it needs: words at even distances by the first one and the
/// distance, words that lie close together in four bytes each, others in eight. Nothing is rounded.
///
/// Training logs count steps evenly, and their times, taken as bit patterns, lie within 32 bits of one another for some
/// seventeen minutes. So a point takes 12 bytes or less in place of 24.
struct PackedWords: Sendable {
  /// Some words after one another, at least one.
  enum Block: Sendable {
    case even(first: Int64, distance: Int64, count: Int)
    case near(base: Int64, offsets: [UInt32])
    case any([Int64])
  }

  /// How many words a block has at most: few enough for the fast memory of a processor.
  static let blockSize = 4096

  private var blocks: [Block] = []
  /// The index of the first word of each block.
  private var starts: [Int] = []
  private var packedCount = 0
  /// The words after the last block, fewer than fill one.
  private var tail: [Int64] = []

  var count: Int { packedCount + tail.count }

  subscript(index: Int) -> Int64 {
    precondition(index >= 0 && index < count, "There is no word \(index).")
    if index >= packedCount { return tail[index - packedCount] }
    var (low, high) = (0, blocks.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= index { low = middle } else { high = middle }
    }
    return blocks[low][index - starts[low]]
  }

  mutating func append(_ word: Int64) {
    tail.append(word)
    if tail.count == PackedWords.blockSize { packTail() }
  }

  /// Adds the words of a buffer.
  mutating func append(_ words: UnsafeBufferPointer<Int64>) {
    if tail.isEmpty, words.count == PackedWords.blockSize {
      append(Block(words))
    } else if tail.count + words.count < PackedWords.blockSize {
      tail.append(contentsOf: words)
    } else {
      for word in words { append(word) }
    }
  }

  /// Adds the words of others, whose blocks are taken over as they are.
  mutating func append(_ other: PackedWords) {
    // Few words become part of a block of ours, so that many short pieces do not become as many blocks.
    if other.count < PackedWords.blockSize {
      for word in other { append(word) }
      return
    }
    packTail()
    for block in other.blocks { append(block) }
    tail = other.tail
  }

  private mutating func append(_ block: Block) {
    blocks.append(block)
    starts.append(packedCount)
    packedCount += block.count
  }

  private mutating func packTail() {
    guard !tail.isEmpty else { return }
    let block = tail.withUnsafeBufferPointer { Block($0) }
    append(block)
    tail.removeAll(keepingCapacity: true)
  }

  /// Calls a function with all words in order, block by block.
  func forEachBlock(_ body: (Block) -> Void) {
    for block in blocks { body(block) }
    if !tail.isEmpty { body(.any(tail)) }
  }

  /// How many words are less than the one before them, and how many are equal to it.
  var reversals: (backward: Int, repeated: Int) {
    var (backward, repeated) = (0, 0)
    var previous: Int64?
    func take(_ word: Int64) {
      if let previous {
        backward += word < previous ? 1 : 0
        repeated += word == previous ? 1 : 0
      }
      previous = word
    }
    forEachBlock { block in
      if case .even(let first, let distance, let count) = block, distance > 0 {
        take(first)
        previous = block[count - 1]
      } else {
        block.forEach(take)
      }
    }
    return (backward, repeated)
  }
}

extension PackedWords.Block {
  /// Packs words.
  init(_ words: UnsafeBufferPointer<Int64>) {
    let first = words[0]
    let distance = words.count > 1 ? words[1] &- first : 0
    var difference: Int64 = 0
    var (least, greatest) = (first, first)
    for index in stride(from: 1, to: words.count, by: 1) {
      difference |= (words[index] &- words[index - 1]) ^ distance
      least = min(least, words[index])
      greatest = max(greatest, words[index])
    }
    let (span, isLong) = distance.multipliedReportingOverflow(by: Int64(words.count - 1))
    if difference == 0, !isLong, !first.addingReportingOverflow(span).overflow {
      self = .even(first: first, distance: distance, count: words.count)
    } else if UInt64(bitPattern: greatest &- least) <= UInt32.max {
      self = .near(base: least, offsets: words.map { UInt32(truncatingIfNeeded: $0 &- least) })
    } else {
      self = .any(Array(words))
    }
  }

  var count: Int {
    switch self {
    case .even(_, _, let count): count
    case .near(_, let offsets): offsets.count
    case .any(let words): words.count
    }
  }

  func forEach(_ body: (Int64) -> Void) {
    switch self {
    case .even(let first, let distance, let count):
      for index in 0..<Int64(count) { body(first + distance * index) }
    case .near(let base, let offsets):
      for offset in offsets { body(base &+ Int64(offset)) }
    case .any(let words):
      for word in words { body(word) }
    }
  }

  subscript(index: Int) -> Int64 {
    switch self {
    case .even(let first, let distance, _): first + distance * Int64(index)
    case .near(let base, let offsets): base &+ Int64(offsets[index])
    case .any(let words): words[index]
    }
  }

  /// The words as they were.
  var words: [Int64] {
    if case .any(let words) = self { return words }
    var words: [Int64] = []
    words.reserveCapacity(count)
    forEach { words.append($0) }
    return words
  }
}

extension PackedWords: Sequence {
  /// Goes through the words, one block after the other.
  struct Iterator: IteratorProtocol {
    private let packed: PackedWords
    private var words: [Int64] = []
    private var position = 0
    private var block = 0

    fileprivate init(_ packed: PackedWords) { self.packed = packed }

    mutating func next() -> Int64? {
      if position == words.count {
        guard block <= packed.blocks.count else { return nil }
        words = block < packed.blocks.count ? packed.blocks[block].words : packed.tail
        block += 1
        position = 0
        if words.isEmpty { return nil }
      }
      defer { position += 1 }
      return words[position]
    }
  }

  func makeIterator() -> Iterator { Iterator(self) }
}
