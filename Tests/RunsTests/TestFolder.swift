import Foundation
import SwiftProtobuf

@testable import Runs

/// A folder of its own for one test, removed with this object.
final class TestFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "lossline-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The place of a file or folder inside.
  func place(_ name: String) -> URL { url.appending(path: name) }

  func names(_ subfolder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: place(subfolder).path).sorted()
  }

  /// Puts an event file with these events in the folder.
  func write(_ events: [ProtoEvent], to name: String) throws {
    try write(eventFile(events), to: name)
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    let url = place(name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }
}

/// The bytes of an event file.
func eventFile(_ events: [ProtoEvent]) throws -> [UInt8] {
  var bytes: [UInt8] = []
  for event in events { RecordFraming.append(try event.serializedBytes(), to: &bytes) }
  return bytes
}

/// Events with one value each, one second apart.
func points(_ tag: String = "loss", _ steps: some Sequence<Int>, from wallTime: Double) -> [ProtoEvent] {
  steps.enumerated().map { offset, step in
    EventRecord.scalars([(key: tag, value: Double(step))], step: step, wallTime: wallTime + Double(offset))
  }
}

/// The beginning of a session.
func start(_ step: Int, at wallTime: Double = 0) -> ProtoEvent {
  EventRecord.session(.start, step: step, wallTime: wallTime)
}

/// The event in a record.
func decoded(_ payload: UnsafeRawBufferPointer) throws -> ProtoEvent {
  try ProtoEvent(serializedBytes: Array(payload))
}

/// The same random numbers in each test run: SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
