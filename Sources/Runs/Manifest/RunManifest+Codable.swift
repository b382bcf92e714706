#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension RunManifest: Codable {
  private enum CodingKeys: String, CodingKey {
    case formatVersion, name, status, startTime, endTime, command, config, seed, group, environment, model, metrics
    case tables, dataHash, notes, failure
  }

  /// Reads a manifest. Every key may be missing and unknown keys are passed over.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func optional<Value: Decodable>(_ key: CodingKeys) throws -> Value? {
      try container.decodeIfPresent(Value.self, forKey: key)
    }
    self.init(
      name: try optional(.name) ?? "", startTime: try container.decodeTimeIfPresent(.startTime),
      command: try optional(.command) ?? [], config: try optional(.config) ?? [:], seed: try optional(.seed),
      group: try optional(.group), environment: try optional(.environment), model: try optional(.model),
      metrics: try optional(.metrics) ?? [:], dataHash: try optional(.dataHash), notes: try optional(.notes))
    formatVersion = try optional(.formatVersion) ?? RunManifest.currentFormatVersion
    status = try optional(.status) ?? .unknown
    endTime = try container.decodeTimeIfPresent(.endTime)
    tables = try optional(.tables) ?? []
    failure = try optional(.failure)
  }

  /// Writes a manifest without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(formatVersion, forKey: .formatVersion)
    try container.encode(name, forKey: .name)
    try container.encode(status, forKey: .status)
    try container.encodeIfPresent(startTime.map(Timestamp.text), forKey: .startTime)
    try container.encodeIfPresent(endTime.map(Timestamp.text), forKey: .endTime)
    try container.encode(command, forKey: .command)
    try container.encode(config, forKey: .config)
    try container.encodeIfPresent(seed, forKey: .seed)
    try container.encodeIfPresent(group, forKey: .group)
    try container.encodeIfPresent(environment, forKey: .environment)
    try container.encodeIfPresent(model, forKey: .model)
    try container.encode(metrics, forKey: .metrics)
    try container.encode(tables, forKey: .tables)
    try container.encodeIfPresent(dataHash, forKey: .dataHash)
    try container.encodeIfPresent(notes, forKey: .notes)
    try container.encodeIfPresent(failure, forKey: .failure)
  }
}

extension KeyedDecodingContainer {
  fileprivate func decodeTimeIfPresent(_ key: Key) throws -> Date? {
    guard let text = try decodeIfPresent(String.self, forKey: key) else { return nil }
    guard let date = Timestamp.date(text) else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: self, debugDescription: "\"\(text)\" is not a time such as 2026-01-31T09:05:00.250Z")
    }
    return date
  }
}
