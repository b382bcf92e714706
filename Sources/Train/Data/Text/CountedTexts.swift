/// Texts as the numbers of their words, numbered as they were first met.
struct CountedTexts: Sendable {
  /// Where each text came from, in the order of reading.
  private(set) var places: [TextLayout.Place]
  /// The texts in the order of their paths.
  private(set) var order: [Int]

  private let table: WordTable
  private let numbers: TokenSequences

  /// The words of some texts, renumbered in the order in which these use them, and how often they do.
  func words(of texts: [Int]) -> (WordTable, [Int]) {
    var renumbered = [Int32](repeating: -1, count: table.count)
    var words = WordTable()
    var counts: [Int] = []
    for text in texts {
      for number in numbers[text] {
        if renumbered[Int(number)] < 0 {
          renumbered[Int(number)] = table.withBytes(of: Int(number)) { words.number(of: $0) }
          counts.append(0)
        }
        counts[Int(renumbered[Int(number)])] += 1
      }
    }
    return (words, counts)
  }

  /// The ids of some texts, each with the start's id first.
  func encoded(_ texts: [Int], by vocabulary: Vocabulary) -> TokenSequences {
    let ids = (0..<table.count).map { number in table.withBytes(of: number) { vocabulary.id(of: $0) } }
    var encoded = TokenSequences()
    encoded.reserve(ids: texts.reduce(0) { $0 + numbers.range(of: $1).count + 1 }, sequences: texts.count)
    for text in texts {
      encoded.append(Int32(Vocabulary.startID))
      for number in numbers[text] { encoded.append(ids[Int(number)]) }
      encoded.endSequence()
    }
    return encoded
  }

  /// Takes texts up in any order.
  struct Builder {
    private var scanner: WordScanner
    private var table = WordTable()
    private var numbers = TokenSequences()
    private var places: [TextLayout.Place] = []

    init(_ tokenizer: Tokenizer) { scanner = WordScanner(tokenizer) }

    /// The number of texts.
    var count: Int { places.count }

    /// - Throws: ``TrainError`` when there are more different words than can be numbered.
    mutating func add(_ text: [UInt8], at place: TextLayout.Place) throws {
      text.withUnsafeBufferPointer { text in scanner.scan(text) { numbers.append(table.number(of: $0)) } }
      numbers.endSequence()
      places.append(place)
      guard table.count < 1 << 30 else {
        throw TrainError(.dataFile, "The texts hold more than \(1 << 30) different words. Read fewer texts.")
      }
    }

    /// Sorts the texts by path.
    ///
    /// - Throws: ``TrainError`` (`dataFile`) for a path that occurred twice.
    func finish(source: String) throws -> CountedTexts {
      let order = places.indices.sorted { places[$0].path.utf8.lexicographicallyPrecedes(places[$1].path.utf8) }
      for (first, second) in zip(order, order.dropFirst()) where places[first].path == places[second].path {
        throw TrainError(
          .dataFile,
          "\(source): the text \(ArchivePath.shown(places[first].path)) is there twice. Remove one of the two.")
      }
      return CountedTexts(places: places, order: order, table: table, numbers: numbers)
    }
  }
}
