import Foundation
import Testing

@testable import Train

/// Padding, words and the reviews' file against Keras; `Fixtures/keras_data.py` wrote what is expected.
@Suite struct DataFixtureTests {
  struct Fixture: Decodable {
    let sequences: Sequences
    let words: Words
    let reviews: [Reviews]
  }

  struct Sequences: Decodable {
    struct Case: Decodable {
      let maxLength: Int?
      let padding: SequenceEnd
      let truncating: SequenceEnd
      let value: Float
      let shape: [Int]
      let values: [Float]
    }
    let given: [[Int]]
    let cases: [Case]
  }

  struct Words: Decodable {
    let texts: [String]
    let words: [[String]]
    let ranked: [String]
    let sensitive: [[String]]
  }

  struct Reviews: Decodable {
    struct Split: Decodable {
      let x: [[Int]]
      let y: [Float]
    }
    let file: Data
    let `protocol`: Int
    let train: Split
    let test: Split
  }

  static func fixture() throws -> Fixture {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let data = try Data(contentsOf: folder.appending(path: "Fixtures/keras_data.json"))
    return try JSONDecoder().decode(Fixture.self, from: data)
  }

  @Test func paddedSequences() throws {
    let sequences = try Self.fixture().sequences
    #expect(sequences.cases.count == 72)
    let tokens = try TokenSequences(sequences.given)
    for test in sequences.cases {
      let wanted = try Tensor(shape: test.shape, values: test.values)
      let (padding, truncating) = (test.padding, test.truncating)
      let ids = try padSequences(
        sequences.given, maxLength: test.maxLength, padding: padding, truncating: truncating, value: test.value)
      #expect(ids == wanted)
      let compact = try padSequences(
        tokens, maxLength: test.maxLength, padding: padding, truncating: truncating, value: test.value)
      #expect(compact == wanted)
      let numbers = try padSequences(
        sequences.given.map { $0.map(Double.init) }, maxLength: test.maxLength, padding: padding,
        truncating: truncating, value: test.value)
      #expect(numbers == wanted)
    }
  }

  @Test func wordsOfTexts() throws {
    let words = try Self.fixture().words
    for (text, wanted) in zip(words.texts, words.words) {
      // Compared by code points, since equal strings may differ in them.
      #expect(Tokenizer().words(in: text).map { Array($0.utf8) } == wanted.map { Array($0.utf8) }, "\(text)")
    }
    let sensitive = Tokenizer(filters: ".,!", lowercases: false)
    for (text, wanted) in zip(words.texts, words.sensitive) {
      #expect(sensitive.words(in: text).map { Array($0.utf8) } == wanted.map { Array($0.utf8) }, "\(text)")
    }
  }

  @Test func vocabularyOfTexts() throws {
    let words = try Self.fixture().words
    let vocabulary = try Vocabulary(of: words.texts)
    #expect(vocabulary.words.map { Array($0.utf8) } == words.ranked.map { Array($0.utf8) })
    #expect(vocabulary.numWords == words.ranked.count + 4)
    let small = try Vocabulary(of: words.texts, numWords: 9)
    #expect(small.words == Array(words.ranked.prefix(5)))
  }

  @Test func reviewsOfKeras() throws {
    for reviews in try Self.fixture().reviews {
      let read = try IMDBSequences(Array(reviews.file), file: "imdb.npz", numWords: 20, limits: ArchiveLimits())
      for (split, wanted) in [(read.train, reviews.train), (read.test, reviews.test)] {
        #expect(split.sequences.map { $0.map(Int.init) } == wanted.x, "protocol \(reviews.protocol)")
        #expect(split.labels.values == wanted.y, "protocol \(reviews.protocol)")
      }
    }
  }
}
