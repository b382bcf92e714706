import Foundation
import SwiftProtobuf
import Testing

@testable import Runs

/// The reader of scalars in place against SwiftProtobuf: what it takes it must take the same way.
@Suite struct ScalarEventTests {
  private struct Point: Equatable {
    var tag: [UInt8]
    var step: Int64
    var value: UInt64
    var wallTime: UInt64
  }

  /// What SwiftProtobuf makes of a payload; `nil` if it is no event or holds something that is no scalar.
  private func reference(_ payload: [UInt8]) -> [Point]? {
    guard let event = try? ProtoEvent(serializedBytes: payload), case .summary(let summary) = event.what else {
      return nil
    }
    var points: [Point] = []
    for value in summary.value {
      guard let scalar = value.scalar else { return nil }
      points.append(
        Point(
          tag: Array(value.tag.utf8), step: event.step, value: scalar.bitPattern, wallTime: event.wallTime.bitPattern))
    }
    return points
  }

  /// What the fast reader makes of it; `nil` if it leaves it to the other.
  private func fast(_ payload: [UInt8]) -> [Point]? {
    payload.withUnsafeBytes { bytes in
      var event = ScalarEvent()
      guard event.read(bytes) else { return nil }
      var points: [Point] = []
      for value in event.values.elements {
        // Whoever uses it checks that tags are text.
        guard String(validating: value.tag, as: UTF8.self) != nil else { return nil }
        points.append(
          Point(
            tag: Array(value.tag), step: Int64(event.step), value: value.value.bitPattern,
            wallTime: event.wallTime.bitPattern))
      }
      return points
    }
  }

  private func randomTensor(_ generator: inout some RandomNumberGenerator) -> ProtoTensor {
    let double = Double(bitPattern: generator.next())
    let single = Float(bitPattern: UInt32(truncatingIfNeeded: generator.next()))
    return .with {
      switch Int.random(in: 0..<7, using: &generator) {
      case 0, 1:
        $0.dtype = .dtFloat
        $0.tensorContent = withUnsafeBytes(of: single.bitPattern.littleEndian) { Data($0) }
      case 2, 3:
        $0.dtype = .dtFloat
        $0.floatVal = [single]
      case 4:
        $0.dtype = .dtDouble
        $0.doubleVal = [double]
      case 5:
        $0.dtype = .dtDouble
        $0.tensorContent = withUnsafeBytes(of: double.bitPattern.littleEndian) { Data($0) }
      default:
        $0.dtype = [.dtFloat, .dtDouble, .dtString, .dtInt32].randomElement(using: &generator) ?? .dtFloat
        $0.floatVal = [single, single]
      }
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: break
      case 1: $0.tensorShape.dim = [.with { $0.size = 1 }]
      default: $0.tensorShape = .init()
      }
    }
  }

  private func randomEvent(_ generator: inout some RandomNumberGenerator) -> ProtoEvent {
    let steps: [Int64] = [0, 1, 127, 128, 300_000, .max, .min, -1, Int64.random(in: .min ... .max, using: &generator)]
    return .with {
      $0.wallTime = Double(bitPattern: generator.next())
      $0.step = steps.randomElement(using: &generator) ?? 0
      $0.summary.value = (0..<Int.random(in: 0...2, using: &generator)).map { _ in
        .with {
          $0.tag = ["loss", "", "한글/é", String(repeating: "x", count: 200)].randomElement(using: &generator) ?? ""
          if Int.random(in: 0..<2, using: &generator) == 0 {
            $0.simpleValue = Float(bitPattern: UInt32(truncatingIfNeeded: generator.next()))
          } else {
            $0.tensor = randomTensor(&generator)
          }
          if Int.random(in: 0..<2, using: &generator) == 0 {
            $0.metadata.pluginData.pluginName = ["scalars", "", "text"].randomElement(using: &generator) ?? ""
            $0.metadata.pluginData.content = Data([1, 2].prefix(Int.random(in: 0...2, using: &generator)))
            $0.metadata.summaryDescription = ["", "what", "값"].randomElement(using: &generator) ?? ""
            $0.metadata.dataClass = .scalar
          }
        }
      }
    }
  }

  @Test func randomEventsReadTheSameBothWays() throws {
    var generator = SeededGenerator(seed: 5)
    var taken = 0
    for _ in 0..<4000 {
      let payload: [UInt8] = try randomEvent(&generator).serializedBytes()
      guard let points = fast(payload) else { continue }
      taken += 1
      #expect(points == reference(payload))
    }
    #expect(taken > 400)
  }

  /// Sound messages whose fields come twice, in another order or in part, and messages that are not sound.
  @Test func damagedEventsReadTheSameBothWays() throws {
    var generator = SeededGenerator(seed: 6)
    var taken = 0
    for _ in 0..<4000 {
      var payload: [UInt8] = try randomEvent(&generator).serializedBytes()
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: payload += try randomEvent(&generator).serializedBytes() as [UInt8]
      case 1: payload = Array(payload.prefix(Int.random(in: 0...payload.count, using: &generator)))
      default:
        for _ in 0..<Int.random(in: 1...3, using: &generator) where !payload.isEmpty {
          payload[Int.random(in: 0..<payload.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
        }
      }
      guard let points = fast(payload) else { continue }
      taken += 1
      #expect(points == reference(payload), "\(payload)")
    }
    #expect(taken > 50)
  }

  /// The forms that real writers use must not take the slow way.
  @Test func theKnownDialectsAreReadInPlace() throws {
    let values: [ProtoSummary.Value] = [
      .with { $0.simpleValue = 1 },
      .with {
        $0.tensor = .with {
          $0.dtype = .dtFloat
          $0.floatVal = [1]
        }
        $0.metadata.pluginData.pluginName = "scalars"
      },
      .with {
        $0.tensor = .with {
          $0.dtype = .dtFloat
          $0.tensorShape = .init()
          $0.tensorContent = Data([0, 0, 0x80, 0x3F])
        }
        $0.metadata.pluginData.pluginName = "scalars"
        $0.metadata.dataClass = .scalar
      },
    ]
    for var value in values {
      value.tag = "loss"
      let payload: [UInt8] = try EventRecord.summary([value], step: 7, wallTime: 3).serializedBytes()
      #expect(fast(payload)?.map(\.value) == [(1.0).bitPattern])
      #expect(fast(payload) == reference(payload))
    }
  }
}
