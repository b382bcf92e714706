import Foundation
import SwiftProtobuf
import Testing

@testable import Runs

/// A file that is read in stretches must read as one that is read in one piece, whatever is in it.
@Suite struct EventFileStretchTests {
  private let folder: TestFolder
  init() throws { folder = try TestFolder() }

  private func expectEqual(_ bytes: [UInt8], _ comment: Comment) throws {
    try folder.write(bytes, to: "events")
    let whole = EventFileReader.read(bytes, file: "events")
    for (stretch, buffer) in [(64, 16), (600, 200), (1000, 64), (333, 1000), (1 << 20, 100)] {
      let parts = try EventFile.read(
        folder.place("events").path, name: "events", division: .init(stretch: stretch, wave: 3, buffer: buffer))
      #expect(parts.diagnostics == whole.diagnostics, comment)
      #expect(parts.segments.map(\.restartStep) == whole.segments.map(\.restartStep), comment)
      #expect(parts.segments.map(\.scalars.series) == whole.segments.map(\.scalars.series), comment)
      #expect(parts.texts == whole.texts && parts.wallTimes == whole.wallTimes, comment)
    }
  }

  private func sample() throws -> [UInt8] {
    var events = [EventRecord.fileVersion(wallTime: 1), start(0, at: 1)] + points("loss", 1...60, from: 2)
    events += points("accuracy", 1...40, from: 2) + [start(30, at: 90)] + points("loss", 30...50, from: 91)
    events.append(EventRecord.text(String(repeating: "long ", count: 300), tag: "note", step: 6, wallTime: 9))
    return try eventFile(events + points("loss", 51...70, from: 200))
  }

  @Test func aSoundFile() throws { try expectEqual(sample(), "sound") }

  @Test func damagedAndCutFiles() throws {
    let sound = try sample()
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<40 {
      var bytes = sound
      bytes[Int.random(in: 0..<bytes.count, using: &generator)] ^= 0x10
      try expectEqual(bytes, "one byte differs")
      try expectEqual(Array(sound.prefix(Int.random(in: 0...sound.count, using: &generator))), "cut")
    }
  }

  /// Records inside the payload of another must not be taken for records of the file.
  @Test func recordsWithinARecord() throws {
    let inner = try eventFile(points("false", 1...20, from: 1))
    let text = EventRecord.summary(
      [
        .with {
          $0.tag = "t"
          $0.metadata.pluginData.pluginName = "text"
          $0.tensor.dtype = .dtString
          $0.tensor.stringVal = [Data(inner)]
        }
      ], step: 1, wallTime: 1)
    try expectEqual(try eventFile(points("loss", 1...5, from: 1) + [text] + points("loss", 6...30, from: 2)), "nested")
  }

  @Test func aFileThatIsCutWhileItIsRead() throws {
    let bytes = try sample()
    try folder.write(bytes, to: "events")
    let path = folder.place("events").path
    for round in 0..<40 {
      try folder.write(bytes, to: "events")
      let cutter = Thread { truncate(path, off_t(bytes.count / 2 + round)) }
      cutter.start()
      let contents = try EventFile.read(path, name: "events", division: .init(stretch: 200, buffer: 64))
      #expect(contents.segments.count >= 1)
    }
  }
}
