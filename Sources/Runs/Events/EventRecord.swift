internal import SwiftProtobuf

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The records that a run writes to its event file.
enum EventRecord {
  static func fileVersion(wallTime: Double) -> ProtoEvent {
    ProtoEvent.with {
      $0.wallTime = wallTime
      $0.fileVersion = "brain.Event:2"
    }
  }

  /// The beginning or end of a session. Earlier points from `step` on do not count after a beginning.
  static func session(_ status: ProtoSessionLog.SessionStatus, step: Int, wallTime: Double) -> ProtoEvent {
    ProtoEvent.with {
      $0.wallTime = wallTime
      $0.step = Int64(step)
      $0.sessionLog.status = status
    }
  }

  /// All values of one step.
  static func scalars(_ scalars: [(key: String, value: Double)], step: Int, wallTime: Double) -> ProtoEvent {
    summary(scalars.map { scalar($0.value, tag: $0.key) }, step: step, wallTime: wallTime)
  }

  /// A value in single precision, the form that every reader knows. What would become zero or infinite in it is stored
  /// in double precision, which fewer readers know, and so is everything on demand.
  static func scalar(_ value: Double, tag: String, inDoublePrecision: Bool = false) -> ProtoSummary.Value {
    ProtoSummary.Value.with {
      $0.tag = tag
      if ScalarEncoder.holds(value), !inDoublePrecision {
        $0.simpleValue = Float(value)
      } else {
        $0.metadata.pluginData.pluginName = "scalars"
        $0.metadata.dataClass = .scalar
        $0.tensor.dtype = .dtDouble
        $0.tensor.tensorShape = .init()
        $0.tensor.doubleVal = [value]
      }
    }
  }

  static func bytes(of event: ProtoEvent) throws -> [UInt8] { try event.serializedBytes() }

  /// A text as TensorBoard's text plugin shows it.
  static func text(_ text: String, tag: String, step: Int, wallTime: Double) -> ProtoEvent {
    let value = ProtoSummary.Value.with {
      $0.tag = tag + textSuffix
      $0.metadata.pluginData.pluginName = "text"
      $0.metadata.dataClass = .tensor
      $0.tensor.dtype = .dtString
      $0.tensor.tensorShape.dim = [.with { $0.size = 1 }]
      $0.tensor.stringVal = [Data(text.utf8)]
    }
    return summary([value], step: step, wallTime: wallTime)
  }

  /// What torch adds to the tag of a text; readers know texts by their plugin.
  static let textSuffix = "/text_summary"

  static func summary(_ values: [ProtoSummary.Value], step: Int, wallTime: Double) -> ProtoEvent {
    ProtoEvent.with {
      $0.wallTime = wallTime
      $0.step = Int64(step)
      $0.summary.value = values
    }
  }
}
