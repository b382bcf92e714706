internal import SwiftProtobuf

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The configuration as records of TensorBoard's hparams plugin.
///
/// No experiment record is written: TensorBoard would take the first it finds for all runs of a folder and lose the
/// hyperparameters of the others. Without one it gathers them from the sessions.
enum HParams {
  static let pluginName = "hparams"
  /// The tag of the configuration as a text.
  static let textTag = "config"
  private static let startTag = "_hparams_/session_start_info"
  private static let endTag = "_hparams_/session_end_info"

  /// The record that opens a session: the leaves of the configuration and the group of the run.
  static func sessionStart(_ manifest: RunManifest, wallTime: Double) throws -> ProtoEvent {
    let data = ProtoHParamsPluginData.with {
      $0.sessionStartInfo.groupName = manifest.group ?? manifest.name
      $0.sessionStartInfo.startTimeSecs = manifest.startTime?.timeIntervalSince1970 ?? wallTime
      for (name, value) in ConfigValue.flattened(manifest.config) {
        $0.sessionStartInfo.hparams[name] = protoValue(value)
      }
    }
    return try record(data, tag: startTag, wallTime: wallTime)
  }

  /// The record that closes a session.
  static func sessionEnd(_ status: RunStatus, wallTime: Double) throws -> ProtoEvent {
    let data = ProtoHParamsPluginData.with {
      $0.sessionEndInfo.status = status == .finished ? .success : .failure
      $0.sessionEndInfo.endTimeSecs = wallTime
    }
    return try record(data, tag: endTag, wallTime: wallTime)
  }

  /// The configuration as a table in Markdown.
  static func markdown(_ manifest: RunManifest) -> String {
    var rows = ConfigValue.flattened(manifest.config).map { "| \(escaped($0.name)) | \(escaped($0.value.text)) |" }
    if let seed = manifest.seed { rows.append("| seed | \(seed) |") }
    return (["| name | value |", "| --- | --- |"] + rows).joined(separator: "\n")
  }

  /// Takes what a record of another program tells of its run into a manifest.
  static func read(_ content: Data, into manifest: inout RunManifest) throws {
    switch try ProtoHParamsPluginData(serializedBytes: content).data {
    case .sessionStartInfo(let info):
      for (name, value) in info.hparams { manifest.config[name] = configValue(value) }
      if !info.groupName.isEmpty { manifest.group = info.groupName }
      if info.startTimeSecs > 0 {
        manifest.startTime = Timestamp.rounded(Date(timeIntervalSince1970: info.startTimeSecs))
      }
    case .sessionEndInfo(let info):
      switch info.status {
      case .success: manifest.status = .finished
      case .failure: manifest.status = .failed
      case .running: manifest.status = .running
      default: break
      }
    case nil: break
    }
  }

  private static func record(_ data: ProtoHParamsPluginData, tag: String, wallTime: Double) throws -> ProtoEvent {
    let content: Data = try data.serializedBytes()
    let value = ProtoSummary.Value.with {
      $0.tag = tag
      $0.metadata.pluginData.pluginName = pluginName
      $0.metadata.pluginData.content = content
      $0.metadata.dataClass = .tensor
      // Readers want some value: an empty list of numbers is the smallest.
      $0.tensor.dtype = .dtFloat
      $0.tensor.tensorShape.dim = [.init()]
    }
    return EventRecord.summary([value], step: 0, wallTime: wallTime)
  }

  private static func protoValue(_ value: ConfigValue) -> Google_Protobuf_Value {
    switch value {
    case .bool(let value): .init(boolValue: value)
    case .integer, .number: .init(numberValue: value.doubleValue ?? .nan)
    case .string, .array, .object: .init(stringValue: value.text)
    }
  }

  private static func configValue(_ value: Google_Protobuf_Value) -> ConfigValue? {
    switch value.kind {
    case .boolValue(let value): .bool(value)
    case .numberValue(let value): Int(exactly: value).map(ConfigValue.integer) ?? .number(value)
    case .stringValue(let value): .string(value)
    default: nil
    }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "|", "\\", "`", "*", "_", "<", "[": result += "\\\(character)"
      case _ where character.isNewline: result += " "
      default: result.append(character)
      }
    }
    return result
  }
}
