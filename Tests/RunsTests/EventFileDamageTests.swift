import Foundation
import Testing

@testable import Runs

/// What a reader makes of an event file that is not what its writer wrote.
@Suite struct EventFileDamageTests {
  private let events =
    [EventRecord.fileVersion(wallTime: 1), start(0, at: 1)] + points("loss", 1...6, from: 2)
    + [EventRecord.text("hello", tag: "note", step: 6, wallTime: 9)]

  /// The offsets at which records begin, and the end of the file.
  private func boundaries() throws -> [Int] {
    try events.indices.map { try eventFile(Array(events[..<$0])).count } + [eventFile(events).count]
  }

  private func read(_ bytes: [UInt8]) -> (contents: EventFileContents, steps: StepColumn) {
    let contents = EventFileReader.read(bytes, file: "events")
    var merger = ScalarMerger()
    merger.add(contents)
    return (contents, merger.table.series.first?.steps ?? [])
  }

  @Test func aSoundFileReadsWithoutFindings() throws {
    let (contents, steps) = read(try eventFile(events))
    #expect(steps == StepColumn(1...6))
    #expect(contents.diagnostics.isEmpty)
    #expect(contents.texts.map(\.text) == ["hello"])
    #expect(contents.texts.map(\.tag) == ["note"])
  }

  @Test func oneFlippedByteAnywhereCostsItsRecordOrTheRestAndIsReported() throws {
    let sound = try eventFile(events)
    let boundaries = try boundaries()
    for offset in sound.indices {
      for mask: UInt8 in [0x01, 0x80, 0xFF] {
        var bytes = sound
        bytes[offset] ^= mask
        let (contents, steps) = read(bytes)
        let record = try #require(boundaries.lastIndex { $0 <= offset })
        let finding = try #require(contents.diagnostics.first, "byte \(offset)")
        #expect(contents.diagnostics.count == 1)
        #expect(finding.severity == .error)
        #expect(finding.byteOffset == boundaries[record])
        // Records 2 to 7 hold steps 1 to 6. In the head of a record the damage hides the records after it too.
        let isHead = offset - boundaries[record] < RecordFraming.headSize
        let expected = (1...6).filter { $0 + 1 < record || (!isHead && $0 + 1 > record) }
        #expect(Array(steps) == expected, "byte \(offset)")
      }
    }
  }

  @Test func everyTruncationKeepsTheWholeRecordsAndNotesTheTornOne() throws {
    let sound = try eventFile(events)
    let boundaries = try boundaries()
    for length in sound.indices {
      let (contents, steps) = read(Array(sound[..<length]))
      let whole = try #require(boundaries.lastIndex { $0 <= length })
      #expect(steps == StepColumn((1...6).filter { $0 + 2 <= whole }))
      if length == 0 {
        #expect(contents.diagnostics.map(\.message) == ["the file is empty."])
      } else if boundaries.contains(length) {
        #expect(contents.diagnostics.isEmpty)
      } else {
        #expect(contents.diagnostics.map(\.severity) == [.note])
        #expect(contents.diagnostics.map(\.byteOffset) == [boundaries[whole]])
      }
    }
  }

  /// Lengths with a sound checksum that no file can hold.
  @Test(arguments: [UInt64(1) << 63, .max, .max - 15, UInt64(Int.max), UInt64(Int.max) - 15, 1 << 40])
  func anImpossibleLengthEndsTheFile(length: UInt64) throws {
    var bytes = try eventFile(events)
    let offset = bytes.count
    withUnsafeBytes(of: length.littleEndian) { length in
      bytes.append(contentsOf: length)
      withUnsafeBytes(of: CRC32C.masked(length).littleEndian) { bytes.append(contentsOf: $0) }
    }
    bytes += [UInt8](repeating: 0, count: 100)
    let (contents, steps) = read(bytes)
    #expect(steps == StepColumn(1...6))
    #expect(contents.diagnostics.map(\.severity) == [.error])
    #expect(contents.diagnostics.map(\.byteOffset) == [offset])
  }

  @Test func aPayloadThatIsNoEventIsReportedAndPassedOver() throws {
    var bytes = try eventFile(Array(events[..<4]))
    let offset = bytes.count
    RecordFraming.append([0xFF, 0xFF, 0xFF], to: &bytes)
    bytes += try eventFile(Array(events[4...]))
    let (contents, steps) = read(bytes)
    #expect(steps == StepColumn(1...6))
    #expect(contents.diagnostics.map(\.byteOffset) == [offset])
  }

  @Test func findingsOfAFileThatIsDamagedAllOverAreCounted() throws {
    var bytes: [UInt8] = []
    for _ in 0..<80 { RecordFraming.append([0xFF], to: &bytes) }
    let findings = read(bytes).contents.diagnostics
    #expect(findings.count == 51)
    #expect(findings.last?.message == "30 more findings of this kind are not listed.")
  }

  @Test func randomBytesNeverCrash() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0...200)).map { _ in UInt8.random(in: 0...255, using: &generator) }
      _ = read(bytes)
      // The same bytes in sound frames, so that the decoder of messages sees them.
      var framed: [UInt8] = []
      RecordFraming.append(bytes, to: &framed)
      _ = read(framed)
      _ = JSONSlice.range(of: "spec", in: bytes)
      _ = try? CSVTable(bytes, file: "random")
    }
  }
}
