/// The times of the points of a curve, in seconds since 1970.
///
/// It is a collection like an array that takes less memory, mostly half of it: it grows at its end only, and any time can be
/// looked up. `Array(column)` makes an array. Times are kept bit by bit, NaN too.
public struct TimeColumn: Sendable {
  private var words = PackedWords()

  /// Creates an empty column.
  public init() {}

  /// Creates a column of some times.
  public init(_ times: some Sequence<Double>) {
    for time in times { append(time) }
  }

  init(_ words: PackedWords) { self.words = words }

  /// Adds a time at the end.
  public mutating func append(_ time: Double) { words.append(Int64(bitPattern: time.bitPattern)) }

  /// Adds the times of another column at the end.
  public mutating func append(contentsOf other: TimeColumn) { words.append(other.words) }

  /// The earliest and the latest time, of those that are finite; `nil` if there is none.
  var range: ClosedRange<Double>? {
    var (low, high) = (Double.infinity, -Double.infinity)
    func take(_ word: Int64) {
      let time = TimeColumn.time(word)
      guard time.isFinite else { return }
      low = time < low ? time : low
      high = time > high ? time : high
    }
    words.forEachBlock { block in
      // The order of positive numbers is that of their bits.
      if case .even(let first, _, let count) = block, first > 0, block[count - 1] > 0,
        TimeColumn.time(first).isFinite, TimeColumn.time(block[count - 1]).isFinite
      {
        take(first)
        take(block[count - 1])
      } else {
        block.forEach(take)
      }
    }
    return low <= high ? low...high : nil
  }

  fileprivate static func time(_ word: Int64) -> Double { Double(bitPattern: UInt64(bitPattern: word)) }
}

extension TimeColumn: RandomAccessCollection {
  /// 0.
  public var startIndex: Int { 0 }
  /// The number of times.
  public var endIndex: Int { words.count }
  /// One time of them.
  public subscript(index: Int) -> Double { TimeColumn.time(words[index]) }

  /// Goes through the times in order, which is faster than to look each up.
  public struct Iterator: IteratorProtocol {
    fileprivate var words: PackedWords.Iterator
    /// The next time; `nil` after the last one.
    public mutating func next() -> Double? { words.next().map(TimeColumn.time) }
  }

  /// A walk from the first time to the last.
  public func makeIterator() -> Iterator { Iterator(words: words.makeIterator()) }
}

extension TimeColumn: Hashable, ExpressibleByArrayLiteral, CustomStringConvertible {
  /// Creates a column of the times of a literal.
  public init(arrayLiteral times: Double...) { self.init(times) }

  /// Whether two columns have equal times, however they are held.
  public static func == (left: TimeColumn, right: TimeColumn) -> Bool {
    left.count == right.count && left.elementsEqual(right)
  }

  /// Feeds the times to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for time in self { hasher.combine(time) }
  }

  /// The times as an array shows them.
  public var description: String { Array(self).description }
}
