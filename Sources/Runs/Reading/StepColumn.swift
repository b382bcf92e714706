/// The steps of a curve.
///
/// It is a collection like an array that takes less memory, hardly any where steps are counted evenly: it grows at its end
/// only, and any step can be looked up. `Array(column)` makes an array.
public struct StepColumn: Sendable {
  private var words = PackedWords()

  /// Creates an empty column.
  public init() {}

  /// Creates a column of some steps.
  public init(_ steps: some Sequence<Int>) {
    for step in steps { append(step) }
  }

  init(_ words: PackedWords) { self.words = words }

  /// Adds a step at the end.
  public mutating func append(_ step: Int) { words.append(Int64(step)) }

  /// Adds the steps of another column at the end.
  public mutating func append(contentsOf other: StepColumn) { words.append(other.words) }

  /// How many steps are less than the one before them, and how many are equal to it.
  var reversals: (backward: Int, repeated: Int) { words.reversals }
}

extension StepColumn: RandomAccessCollection {
  /// 0.
  public var startIndex: Int { 0 }
  /// The number of steps.
  public var endIndex: Int { words.count }
  /// One step of them.
  public subscript(index: Int) -> Int { Int(words[index]) }

  /// Goes through the steps in order, which is faster than to look each up.
  public struct Iterator: IteratorProtocol {
    fileprivate var words: PackedWords.Iterator
    /// The next step; `nil` after the last one.
    public mutating func next() -> Int? { words.next().map { Int($0) } }
  }

  /// A walk from the first step to the last.
  public func makeIterator() -> Iterator { Iterator(words: words.makeIterator()) }
}

extension StepColumn: Hashable, ExpressibleByArrayLiteral, CustomStringConvertible {
  /// Creates a column of the steps of a literal.
  public init(arrayLiteral steps: Int...) { self.init(steps) }

  /// Whether two columns have equal steps, however they are held.
  public static func == (left: StepColumn, right: StepColumn) -> Bool {
    left.count == right.count && left.elementsEqual(right)
  }

  /// Feeds the steps to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for step in self { hasher.combine(step) }
  }

  /// The steps as an array shows them.
  public var description: String { Array(self).description }
}
