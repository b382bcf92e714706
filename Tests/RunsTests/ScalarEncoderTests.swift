import Foundation
import SwiftProtobuf
import Testing

@testable import Runs

/// The fast way of writing scalars against swift-protobuf's.
@Suite struct ScalarEncoderTests {
  private static let tags = [
    "", "loss", "val/loss", "손실", String(repeating: "x", count: 116), String(repeating: "y", count: 300),
    String(repeating: "z", count: 20_000),
  ]
  private static let steps = [0, 1, 127, 128, 16_383, 16_384, 1 << 40, .max, -1, .min]
  private static let values = [
    0, -0.0, 1, -2.5, 0.1, Double(Float.greatestFiniteMagnitude), Double(Float.leastNonzeroMagnitude), .infinity,
    -.infinity, .nan, Double(bitPattern: 0xFFF8_0000_0000_1234), 1e300, 1e-300,
  ]

  private func bytes(_ write: (RunWriter) throws -> Void) throws -> [(payload: [UInt8], event: ProtoEvent)] {
    let folder = try TestFolder()
    let writer = try RunWriter(creating: folder.place("run"))
    try write(writer)
    try writer.finish()
    let name = try #require(try folder.names("run").first { $0.contains("tfevents") })
    let bytes = try Array(Data(contentsOf: folder.place("run/\(name)")))
    return try bytes.withUnsafeBytes { bytes in
      var scanner = RecordScanner(bytes)
      var found: [(payload: [UInt8], event: ProtoEvent)] = []
      while let (_, finding) = scanner.next() {
        guard case .record(let payload) = finding else {
          Issue.record("a record is damaged")
          break
        }
        found.append((Array(payload), try decoded(payload)))
      }
      return Array(found.dropFirst(4).dropLast())  // version, start, hparams and text; the end
    }
  }

  @Test func oneValueIsSerializedAsByProtocolBuffers() throws {
    var expected: [(String, Int, Double)] = []
    let records = try bytes { writer in
      for tag in Self.tags {
        for step in Self.steps {
          for value in Self.values {
            try writer.log(tag, value, step: step)
            expected.append((tag, step, value))
          }
        }
      }
    }
    #expect(records.count == expected.count)
    for (record, (tag, step, value)) in zip(records, expected) {
      let reference = EventRecord.scalars([(key: tag, value: value)], step: step, wallTime: record.event.wallTime)
      #expect(try record.payload == reference.serializedBytes(), "\(tag.prefix(9)) \(step) \(value)")
      #expect(abs(record.event.wallTime - Date().timeIntervalSince1970) < 600)
    }
  }

  @Test func theValuesOfAStepAreSerializedAsByProtocolBuffers() throws {
    var expected: [[(key: String, value: Double)]] = []
    for count in [0, 1, 2, 10, 1000] {
      expected.append(
        (0..<count).map { (key: Self.tags[$0 % 6] + "\($0)", value: Double(Float($0) * 0.1)) })
    }
    expected.append(Self.values.enumerated().map { (key: "v\($0)", value: $1) })
    let records = try bytes { writer in
      for (step, values) in expected.enumerated() { try writer.log(step: step, contentsOf: values) }
    }
    #expect(records.count == expected.count)
    for (step, (record, values)) in zip(records, expected).enumerated() {
      let reference = EventRecord.scalars(values, step: step, wallTime: record.event.wallTime)
      #expect(try record.payload == reference.serializedBytes())
    }
  }

  @Test func timeZeroIsLeftOutToo() throws {
    var bytes = [UInt8](repeating: 0xAA, count: 100)
    let count = bytes.withUnsafeMutableBytes { bytes -> Int in
      guard let start = bytes.baseAddress else { return 0 }
      return ScalarEncoder(wallTime: 0, step: 0).writeHead(valuesSize: 0, to: start) - start
    }
    #expect(try Array(bytes[..<count]) == EventRecord.scalars([], step: 0, wallTime: 0).serializedBytes())
  }
}
