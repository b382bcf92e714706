/// Sequences of ids of different lengths, held in one piece: four bytes an id, eight a sequence.
public struct TokenSequences: Sendable, Hashable, RandomAccessCollection {
  /// All ids, one sequence after the other.
  private(set) var ids: [Int32]

  /// Where each sequence ends in ``ids``.
  private var ends: [Int]

  /// No sequence yet.
  public init() {
    ids = []
    ends = []
  }

  /// Creates sequences from arrays of ids.
  ///
  /// - Throws: ``TrainError`` (`invalidValue`) for an id that is no 32-bit number.
  public init(_ sequences: [[Int]]) throws {
    self.init()
    for sequence in sequences {
      for id in sequence {
        guard let id = Int32(exactly: id) else {
          throw TrainError(.invalidValue, "The id \(id) does not fit in 32 bits. Give ids below \(Int32.max).")
        }
        append(id)
      }
      endSequence()
    }
  }

  /// The index of the first sequence.
  public var startIndex: Int { 0 }

  /// One more than the index of the last sequence.
  public var endIndex: Int { ends.count }

  /// The ids of one sequence. An index outside the sequences is a programmer's error.
  public subscript(position: Int) -> ArraySlice<Int32> { ids[range(of: position)] }

  /// Makes room, to save copying.
  mutating func reserve(ids: Int, sequences: Int) {
    self.ids.reserveCapacity(ids)
    ends.reserveCapacity(sequences)
  }

  /// Adds an id to the sequence that is being written.
  mutating func append(_ id: Int32) { ids.append(id) }

  /// Closes the sequence that is being written.
  mutating func endSequence() { ends.append(ids.count) }

  /// Where a sequence lies in ``ids``.
  func range(of position: Int) -> Range<Int> { (position == 0 ? 0 : ends[position - 1])..<ends[position] }
}
