import Foundation
import Testing

@testable import Train

/// Texts from folders and archives, and archives that are not what they should be.
@Suite struct DataArchiveTests {
  static let reviews: [(String, String)] = [
    ("aclImdb/train/pos/0_9.txt", "A great film, great fun.<br />Great!"),
    ("aclImdb/train/pos/1_7.txt", ""),
    ("aclImdb/train/neg/0_1.txt", "정말 지루한 영화. 지루한 film"),
    ("aclImdb/test/pos/0_8.txt", "fun unseen film"),
    ("aclImdb/test/neg/0_2.txt", "A bad one"),
  ]

  static func tar(_ files: [(String, String)] = reviews) -> [UInt8] {
    TarMaker.archive(files.map { TarMaker.file($0.0, Array($0.1.utf8)) })
  }

  static func corpus(_ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) throws -> TextCorpus {
    try Scratch.with(bytes) { try TextCorpus(reading: $0, limits: limits) }
  }

  @Test func folderArchiveAndCompressedArchiveAreTheSame() throws {
    let folder = try Scratch()
    for (path, text) in Self.reviews { try folder.write(Array(text.utf8), to: path) }
    try folder.write([0xFF], to: "aclImdb/train/pos/notes.md")
    let sources = [
      folder.url, folder.url.appending(path: "aclImdb"),
      try folder.write(Self.tar(), to: "a.tar"),
      try folder.write(Gzip.stored(Self.tar()), to: "a.tar.gz"),
      try folder.write(Gzip.stored(Self.tar(Self.reviews.reversed())), to: "b.tar.gz"),
    ]
    for source in sources {
      let corpus = try TextCorpus(reading: source)
      let vocabulary = try corpus.vocabulary()
      #expect(vocabulary.words == ["great", "지루한", "film", "정말", "영화", "a", "fun", "br"], "\(source)")
      let train = try corpus.sequences(of: "train", vocabulary: vocabulary)
      #expect(train.paths == ["train/neg/0_1.txt", "train/pos/0_9.txt", "train/pos/1_7.txt"])
      #expect(train.labels.values == [0, 1, 1])
      #expect(train.sequences.map(Array.init) == [[1, 7, 5, 8, 5, 6], [1, 9, 4, 6, 4, 10, 11, 4], [1]])
      let test = try corpus.sequences(of: "test", vocabulary: vocabulary)
      #expect(test.sequences.map(Array.init) == [[1, 9, 2, 2], [1, 10, 2, 6]])
      #expect(try corpus.texts(at: ["test/neg/0_2.txt"]) == ["test/neg/0_2.txt": "A bad one"])
      #expect(corpus.notes.isEmpty)
      #expect(corpus.count(of: "train") == 3 && corpus.count(of: "none") == 0)
    }
  }

  @Test func questionsThatACorpusCannotAnswer() throws {
    let folder = try Scratch()
    let corpus = try TextCorpus(reading: folder.write(Self.tar(), to: "a.tar"))
    let vocabulary = try corpus.vocabulary()
    expectTrainError(.emptyData, saying: "\"valid\"", "\"train\" with 3") {
      _ = try corpus.sequences(of: "valid", vocabulary: vocabulary)
    }
    expectTrainError(.emptyData) { _ = try corpus.vocabulary(split: "valid") }
    expectTrainError(.invalidSetting, saying: "at least 5") { _ = try corpus.vocabulary(numWords: 4) }
    expectTrainError(.dataFile, saying: "train/pos/9.txt") { _ = try corpus.texts(at: ["train/pos/9.txt"]) }
    let other = try Vocabulary(of: ["a"], tokenizer: Tokenizer(ignoredWords: ["br"]))
    expectTrainError(.invalidSetting, saying: "tokenizer") {
      _ = try corpus.sequences(of: "train", vocabulary: other)
    }
    expectTrainError(.dataFile, saying: "does not exist") { _ = try TextCorpus(reading: URL(filePath: "/no/such")) }
    expectTrainError(.emptyData, saying: "neg or pos") { _ = try Self.corpus(TarMaker.archive([])) }
    expectTrainError(.dataFile) { _ = try Self.corpus([]) }
    expectTrainError(.dataFile, saying: "train/pos/0.txt", "twice") {
      _ = try Self.corpus(Self.tar([("a/train/pos/0.txt", "x"), ("b/train/pos/0.txt", "y")]))
    }
    expectTrainError(.dataFile, saying: "train/pos/0.txt", "UTF-8") {
      _ = try Self.corpus(TarMaker.archive([TarMaker.file("train/pos/0.txt", [0xC0, 0x41])]))
    }
  }

  @Test func longNamesAndHeadersOfOtherKinds() throws {
    let long = String(repeating: "long/", count: 60) + "train/pos/0.txt"
    let bytes = TarMaker.archive([
      TarMaker.entry("././@LongLink", type: "L", Array(long.utf8) + [0]), TarMaker.file(String(long.prefix(100)), [65]),
      TarMaker.entry("global", type: "g", TarMaker.pax("comment", "x")),
      TarMaker.entry("pax", type: "x", TarMaker.pax("mtime", "1") + TarMaker.pax("path", "train/neg/영화.txt")),
      TarMaker.file("short", [66]),
      TarMaker.file("pos/1.txt", [67], prefix: "deep/train"),
      TarMaker.entry("pax", type: "x", TarMaker.pax("size", "2")), TarMaker.file("train/pos/2.txt", [68, 69], size: 1),
      TarMaker.file("train/pos/3.txt", [70], binarySize: true),
    ])
    let corpus = try Self.corpus(bytes)
    let vocabulary = try corpus.vocabulary()
    let train = try corpus.sequences(of: "train", vocabulary: vocabulary)
    #expect(
      train.paths == ["train/neg/영화.txt", "train/pos/0.txt", "train/pos/1.txt", "train/pos/2.txt", "train/pos/3.txt"])
    #expect(vocabulary.words == ["b", "a", "c", "de", "f"])
  }

  @Test func whatLeadsOutIsPassedOverWithANote() throws {
    var entries = [TarMaker.file("train/pos/0.txt", [65])]
    for path in ["/train/pos/1.txt", "../train/pos/2.txt", "a/../train/pos/3.txt"] {
      entries.append(TarMaker.file(path, [66]))
    }
    entries += ["1", "2", "3", "6"].map { TarMaker.entry("train/pos/link\($0).txt", type: $0, []) }
    let corpus = try Self.corpus(TarMaker.archive(entries))
    #expect(corpus.count(of: "train") == 1)
    #expect(corpus.notes.count == 7)
    #expect(corpus.notes.contains("a/../train/pos/3.txt leads out of the archive and was passed over"))
    #expect(corpus.notes.contains("train/pos/link2.txt is a link and was passed over"))
    let many = (0..<50).map { TarMaker.entry("l\($0)", type: "2", []) }
    #expect(try Self.corpus(TarMaker.archive([entries[0]] + many)).notes.last == "30 more were passed over")
  }

  @Test func linksInFoldersArePassedOver() throws {
    let folder = try Scratch()
    try folder.write([65], to: "train/pos/0.txt")
    let link = folder.url.appending(path: "train/pos/1.txt").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/etc/passwd")
    #expect(try TextCorpus(reading: folder.url).notes == ["train/pos/1.txt is a link and was passed over"])
  }

  /// A file beyond the limit is not read; this one would take hours.
  @Test(.timeLimit(.minutes(1))) func limitsComeBeforeReading() throws {
    let folder = try Scratch()
    let file = try folder.write([], to: "train/pos/0_9.txt")
    try FileHandle(forWritingTo: file).truncate(atOffset: 1 << 42)
    expectTrainError(.dataFile, saying: "\(1 << 42) bytes", "ArchiveLimits(fileBytes:") {
      _ = try TextCorpus(reading: folder.url)
    }
    expectTrainError(.dataFile, saying: "ArchiveLimits(totalBytes:") {
      _ = try TextCorpus(reading: folder.url, limits: ArchiveLimits(fileBytes: .max))
    }
    expectTrainError(.dataFile, saying: "ArchiveLimits(totalBytes:") { _ = try IMDBSequences(reading: file) }
  }

  @Test func limitsAreNamedWithTheirRemedy() throws {
    let bytes = Gzip.stored(Self.tar())
    expectTrainError(.dataFile, saying: "limit is 10", "ArchiveLimits(fileBytes: 36)") {
      _ = try Self.corpus(bytes, limits: ArchiveLimits(fileBytes: 10))
    }
    expectTrainError(.dataFile, saying: "more than 3000 bytes", "ArchiveLimits(totalBytes:") {
      _ = try Self.corpus(bytes, limits: ArchiveLimits(totalBytes: 3000))
    }
    expectTrainError(.dataFile, saying: "more than 4 files", "ArchiveLimits(files:") {
      _ = try Self.corpus(bytes, limits: ArchiveLimits(files: 4))
    }
    // A bomb: endless zeros behind the archive, and a file that claims eight exabytes.
    let zeros = Self.tar() + [UInt8](repeating: 0, count: 1 << 20)
    expectTrainError(.dataFile, saying: "totalBytes") {
      _ = try Self.corpus(Gzip.stored(zeros), limits: ArchiveLimits(totalBytes: 1 << 19))
    }
    for size in ["9223372036854775807", "1000000000000"] {
      let header = TarMaker.entry("pax", type: "x", TarMaker.pax("size", size))
      let bytes = TarMaker.archive([header, TarMaker.file("train/pos/0.txt", [65])])
      expectTrainError(.dataFile) { _ = try Self.corpus(bytes) }
      expectTrainError(.dataFile) {
        _ = try Self.corpus(bytes, limits: ArchiveLimits(fileBytes: .max, totalBytes: .max, files: .max))
      }
    }
  }

  @Test func faultsAreNamedWithTheirPlace() throws {
    var wrong = Self.tar()
    wrong[1024] ^= 1
    expectTrainError(.dataFile, saying: "at byte 1024 of the tar archive", "checksum") { _ = try Self.corpus(wrong) }
    var crc = Gzip.stored(Self.tar())
    crc[crc.count - 6] ^= 1
    expectTrainError(.dataFile, saying: "incorrect data check") { _ = try Self.corpus(crc) }
    expectTrainError(.dataFile, saying: "no tar header") { _ = try Self.corpus([UInt8](repeating: 65, count: 2048)) }
    expectTrainError(.dataFile, saying: "at byte") { _ = try Self.corpus(Gzip.stored(Self.tar()) + [1, 2, 3]) }
  }

  @Test func membersAndPaddingOfGzip() throws {
    let tar = Self.tar()
    let members = Gzip.stored(Array(tar[..<700])) + Gzip.stored([]) + Gzip.stored(Array(tar[700...]))
    #expect(try Self.corpus(members).count(of: "train") == 3)
    #expect(try Self.corpus(members + [UInt8](repeating: 0, count: 200_000)).count(of: "train") == 3)
    expectTrainError(.dataFile, saying: "padding") { _ = try Self.corpus(members + [0, 0, 1]) }
  }

  @Test func everyTruncationIsRefused() throws {
    let tar = TarMaker.archive([TarMaker.file("train/pos/0.txt", [65]), TarMaker.file("train/neg/0.txt", [66])])
    let layout = TextLayout(splits: ["train"], classes: ["neg", "pos"])
    for (bytes, isCompressed) in [(tar, false), (Gzip.stored(tar), true)] {
      for length in 0..<bytes.count {
        #expect(throws: TrainError.self, "\(length) bytes") {
          try ArchiveProbe.read(Array(bytes[..<length]), compressed: isCompressed, layout)
        }
      }
      #expect(try ArchiveProbe.read(bytes, compressed: isCompressed, layout) == 2)
    }
  }

  @Test func cutContentIsNeverHandedOut() throws {
    let bytes = TarMaker.archive([TarMaker.file("train/pos/0.txt", [65, 66, 67])])
    let reader = TarReader(MemorySource(bytes[..<514]), file: "archive", limits: ArchiveLimits())
    _ = try reader.next()
    var content: [UInt8] = []
    expectTrainError(.dataFile, saying: "at byte 514", "breaks off") { try reader.readContent(into: &content) }
  }

  @Test func mutationsNeverTrap() throws {
    let layout = TextLayout(splits: ["train", "test"], classes: ["neg", "pos"])
    let long = TarMaker.entry("././@LongLink", type: "L", Array("train/pos/9.txt".utf8))
    let pax = TarMaker.entry("p", type: "x", TarMaker.pax("path", "train/neg/9.txt") + TarMaker.pax("size", "1"))
    let file = TarMaker.file("x", [65])
    let tar = TarMaker.archive([long, file, pax, file] + Self.reviews.map { TarMaker.file($0.0, Array($0.1.utf8)) })
    var generator = SeededGenerator(seed: 11)
    var refused = 0
    for round in 0..<3000 {
      let isCompressed = round.isMultiple(of: 3)
      var bytes = isCompressed ? Gzip.stored(tar) : tar
      for _ in 0...generator.index(below: 4) {
        bytes[generator.index(below: bytes.count)] = UInt8(generator.index(below: 256))
      }
      // Half of the damaged headers get a sound checksum, so that what stands behind it is tried as well.
      if !isCompressed, round.isMultiple(of: 2) { TarMaker.repairChecksums(&bytes) }
      do {
        _ = try ArchiveProbe.read(bytes, compressed: isCompressed, layout)
      } catch is TrainError { refused += 1 }
    }
    #expect(refused > 1000)
  }
}
