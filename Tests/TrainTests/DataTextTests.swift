import Foundation
import Runs
import Testing

@testable import Train

/// One-hot rows, vocabularies, files of Keras that are not what they should be, and columns of tables.
@Suite struct DataTextTests {
  @Test func oneHotRows() throws {
    let rows = try oneHot([2, 0], depth: 3)
    #expect(rows.shape == [2, 3])
    #expect(rows.values == [0, 0, 1, 1, 0, 0])
    let sequences = try oneHot([[0, 1], [1, 1]], depth: 2)
    #expect(sequences.shape == [2, 2, 2])
    #expect(sequences.values == [1, 0, 0, 1, 0, 1, 0, 1])
    #expect(try oneHot([Int](), depth: 2).shape == [0, 2])
    expectTrainError(.invalidValue, saying: "3.0 at position 1", "0 ..< 3") { _ = try oneHot([0, 3], depth: 3) }
    for id in [-1, 0.5, .nan, .infinity] as [Float] {
      expectTrainError(.invalidValue) { _ = try oneHot(Tensor([id]), depth: 3) }
    }
    for depth in [0, -1, Int.max] {
      expectTrainError(.invalidSetting) { _ = try oneHot([1, 1, 1], depth: depth) }
    }
    expectTrainError(.shapeMismatch, saying: "sequence 1 has 1") { _ = try oneHot([[0, 1], [1]], depth: 2) }
  }

  @Test func sequencesThatCannotBePadded() throws {
    expectTrainError(.emptyData) { _ = try padSequences([[Int]]()) }
    expectTrainError(.emptyData) { _ = try padSequences(TokenSequences()) }
    for length in [0, -1, Int.max] {
      expectTrainError(.invalidSetting) { _ = try padSequences([[1], [2]], maxLength: length) }
    }
    expectTrainError(.notFinite) { _ = try padSequences([[1]], value: .nan) }
    expectTrainError(.notFinite, saying: "Sequence 1") { _ = try padSequences([[1], [Double.infinity]]) }
    expectTrainError(.invalidValue) { _ = try padSequences([[16_777_217]]) }
    expectTrainError(.invalidValue) { _ = try padSequences(TokenSequences([[.init(Int32.min)]])) }
    expectTrainError(.invalidValue) { _ = try TokenSequences([[1 << 40]]) }
    #expect(try padSequences([[Int](), []]).shape == [2, 0])
    #expect(try padSequences([[16_777_216]]).values == [16_777_216])
  }

  @Test func idsOfTextsAndBack() throws {
    let vocabulary = try Vocabulary(of: ["the film the fun", "fun? the 영화"])
    #expect(vocabulary.words == ["the", "fun", "film", "영화"])
    #expect(vocabulary.ids(of: "The 영화, unseen FILM") == [1, 4, 7, 2, 6])
    #expect(vocabulary.ids(of: "", addsStart: false) == [])
    #expect(vocabulary.id(of: "fun") == 5 && vocabulary.id(of: "no") == 2)
    #expect(try vocabulary.text(of: [0, 0, 1, 4, 2, 3, 7]) == "[START] the [OOV] [OOV] 영화")
    for id in [-1, 8, Int.max, Int.min] {
      expectTrainError(.invalidValue, saying: "0 ..< 8") { _ = try vocabulary.text(of: [id]) }
    }
    let back = try JSONDecoder().decode(Vocabulary.self, from: JSONEncoder().encode(vocabulary))
    #expect(back == vocabulary && back.ids(of: "fun") == [1, 5])
    expectTrainError(.emptyData) { _ = try Vocabulary(of: ["", " !"]) }
    expectTrainError(.invalidSetting, saying: "\"a\"") { _ = try Vocabulary(words: ["a", "b", "a"]) }
    let twice = Data(#"{"words":["a","a"],"tokenizer":{"filters":"","lowercases":true,"ignoredWords":[]}}"#.utf8)
    #expect(throws: TrainError.self) { try JSONDecoder().decode(Vocabulary.self, from: twice) }
  }

  @Test func ignoredWordsAndWideFilters() {
    #expect(Tokenizer(ignoredWords: ["br"]).words(in: "one<br />two<BR>br brr") == ["one", "two", "brr"])
    #expect(Tokenizer(filters: "。K").words(in: "東。京KkK") == ["東", "京kkk"])
  }

  @Test func aManyWordsKeepTheirNumbers() {
    var table = WordTable()
    for round in 0..<2 {
      for number in 0..<20_000 {
        var word = "word \(number &* 7919)"
        #expect(word.withUTF8 { table.number(of: $0) } == Int32(number), "round \(round)")
      }
    }
    #expect(table.count == 20_000 && table.word(3) == "word 23757")
  }

  @Test func indexOfKeras() throws {
    let url = try Scratch()
    let index = try url.write(Array(#"{"film":2,"the":1,"영화":3}"#.utf8), to: "index.json")
    #expect(try Vocabulary(kerasWordIndex: index).words == ["the", "film", "영화"])
    #expect(try Vocabulary(kerasWordIndex: index, numWords: 6).words == ["the", "film"])
    expectTrainError(.invalidSetting) { _ = try Vocabulary(kerasWordIndex: index, numWords: .min) }
    for text in ["", "[]", "{}", #"{"a":2}"#, #"{"a":1,"b":1}"#] {
      let wrong = try url.write(Array(text.utf8), to: "wrong.json")
      expectTrainError(.dataFile, saying: wrong.path) { _ = try Vocabulary(kerasWordIndex: wrong) }
    }
  }

  @Test func everyTruncationOfTheReviewsIsRefused() throws {
    for reviews in try DataFixtureTests.fixture().reviews.suffix(2) {
      let bytes = Array(reviews.file)
      // The directory is in the last bytes, of which none is left out.
      for length in Array(stride(from: 0, to: bytes.count, by: 23)) + Array(bytes.count - 300..<bytes.count) {
        #expect(throws: TrainError.self) {
          try IMDBSequences(Array(bytes[..<length]), file: "imdb.npz", numWords: 20, limits: ArchiveLimits())
        }
      }
    }
  }

  @Test func mutatedReviewsNeverTrap() throws {
    let limits = ArchiveLimits(fileBytes: 1 << 20, totalBytes: 1 << 22)
    var generator = SeededGenerator(seed: 5)
    var refused = 0
    for reviews in try DataFixtureTests.fixture().reviews {
      let archive = try ZipReader(Array(reviews.file), file: "imdb.npz", limits: limits)
      let lists = try #require(try archive.content(of: "x_train.npy"))
      for _ in 0..<1000 {
        var bytes = Array(reviews.file)
        bytes[generator.index(below: bytes.count)] ^= UInt8(1 + generator.index(below: 255))
        do {
          _ = try IMDBSequences(bytes, file: "imdb.npz", numWords: nil, limits: limits)
        } catch is TrainError { refused += 1 }
        // Without the checksums of the archive before it.
        var content = lists
        content[generator.index(below: 600)] = UInt8(generator.index(below: 256))
        do {
          _ = try NumPyFile.lists(content)
        } catch is NumPyFile.Malformed { refused += 1 }
      }
    }
    #expect(refused > 2000)
  }

  @Test(arguments: [
    "\u{80}\u{3}cos\nsystem\nX\u{2}\u{0}\u{0}\u{0}ls\u{85}R.", "\u{80}\u{3}.", "\u{80}\u{3}]q\u{0}h\u{0}a.", ")))e.",
    "((((((", "\u{80}\u{4}]\u{94}h\u{0}a.", "bbb", "R", "cnumpy\nndarray\n)R.",
    "\u{8A}\u{FF}", "j\u{FF}\u{FF}\u{FF}\u{FF}", "X\u{FF}\u{FF}\u{FF}\u{FF}",
  ])
  func hostilePickles(_ program: String) {
    var pickle = PickledLists(program.unicodeScalars.map { UInt8($0.value) }[...])
    #expect(throws: PickledLists.Failure.self) { try pickle.read() }
  }

  @Test func refusedPicklesAreNamed() throws {
    var pickle = PickledLists(Array("cos\nsystem\n.".utf8)[...])
    let failure = #expect(throws: PickledLists.Failure.self) { try pickle.read() }
    #expect(failure?.finding.contains("os.system") == true && failure?.offset == 0)
  }

  @Test func wrongChecksumsOfStoredFiles() throws {
    let reviews = try #require(try DataFixtureTests.fixture().reviews.first { $0.protocol == 5 })
    var bytes = Array(reviews.file)
    // The last number of the largest list, 2199: any other would be as good, but for the checksum.
    let place = try #require(bytes.indices.dropLast(2).first { bytes[$0..<$0 + 3].elementsEqual([0x4D, 0x97, 0x08]) })
    bytes[place + 1] = 0x96
    expectTrainError(.dataFile, saying: "checksum of x_train.npy") {
      _ = try IMDBSequences(bytes, file: "imdb.npz", numWords: 20, limits: ArchiveLimits())
    }
  }

  @Test func cutCharactersAtTheEndOfATextAreReplaced() {
    var scanner = WordScanner(Tokenizer())
    var words: [String] = []
    let cut: [UInt8] = [0x41, 0x20, 0xEC, 0x98]
    cut.withUnsafeBufferPointer { bytes in scanner.scan(bytes) { words.append(String(decoding: $0, as: UTF8.self)) } }
    #expect(words == ["a", "\u{FFFD}\u{FFFD}"])
  }

  @Test func deeplyNestedTuplesAreRefused() {
    var pickle = PickledLists([UInt8(ascii: ")")] + [UInt8](repeating: 0x85, count: 1_000_000))
    #expect(throws: PickledLists.Failure.self) { try pickle.read() }
  }

  @Test func columnsOfATable() throws {
    let folder = try Scratch()
    func table(_ text: String) throws -> CSVTable {
      try CSVTable(reading: folder.write(Array(text.utf8), to: "table.csv"))
    }
    let sound = try table("month,passengers,note\n1,112,a\n2,118,b\n3,NA,c\n")
    let two = try table("a,b\n1,4\n2,5\n").tensor(["b", "a"])
    #expect(two.shape == [2, 2] && two.values == [4, 1, 5, 2])
    expectTrainError(.notFinite, saying: "table.csv:4", "passengers") { _ = try sound.tensor(["month", "passengers"]) }
    expectTrainError(.emptyData, saying: "\"month\"") { _ = try sound.tensor([]) }
    #expect(throws: CSVError.self) { try sound.tensor(["none"]) }
    let error = #expect(throws: CSVError.self) { try table("a,b\n1,2\n3\n") }
    #expect(error?.line == 3)
  }
}
