/// How far a run has come.
public enum RunStatus: String, Hashable, Sendable, CaseIterable {
  /// A writer is at work. A folder whose writer died says so too; ``Run/status`` tells the two apart.
  case running
  /// The run came to its planned end.
  case finished
  /// The run ended with an error; ``RunManifest/failure`` holds its message.
  case failed
  /// The run was stopped from outside, by Ctrl-C or because its process died.
  case interrupted
  /// Nothing is known: the folder comes from another program and says nothing of its status.
  case unknown
}

extension RunStatus: Codable {
  /// Reads the status by name; a name that this version does not know becomes ``unknown``.
  public init(from decoder: any Decoder) throws {
    let name = try decoder.singleValueContainer().decode(String.self)
    self = RunStatus(rawValue: name) ?? .unknown
  }
}
