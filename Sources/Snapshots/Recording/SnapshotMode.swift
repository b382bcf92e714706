/// What a test may write, as the variable `PLOT_SNAPSHOTS` says. Whatever it writes, what is missing or differs fails.
package enum SnapshotMode: String, Sendable, Hashable, CaseIterable {
  /// What was drawn goes beside the reference, to be looked at and accepted. The default outside of CI.
  case pending
  /// Nothing is written. The default under CI.
  case never
  /// References that are missing are written; what differs becomes pending.
  case missing
  /// References that are missing or differ are written.
  case failed
  /// References are written wherever their bytes are not what would be written now.
  case all

  /// The variable that sets it.
  package static let variable = "PLOT_SNAPSHOTS"

  /// The mode of an environment.
  ///
  /// - Throws: ``SnapshotSettingError`` for an unknown value.
  package init(environment: [String: String]) throws(SnapshotSettingError) {
    guard let value = environment[Self.variable], !value.isEmpty else {
      let isCI = environment["CI"].map { !["", "0", "false"].contains($0.lowercased()) } ?? false
      self = isCI ? .never : .pending
      return
    }
    guard let mode = SnapshotMode(rawValue: value) else {
      throw SnapshotSettingError(Self.variable, value, Self.allCases.map(\.rawValue))
    }
    self = mode
  }
}

/// Whether pictures must be equal although their references were drawn with another rendering stack.
package enum SnapshotStackRule: String, Sendable, Hashable, CaseIterable {
  /// The scene decides; a picture that differs is a warning.
  case lenient
  /// A picture that differs is a failure.
  case strict

  /// The variable that sets it.
  package static let variable = "PLOT_SNAPSHOTS_STACK"

  /// The rule of an environment; lenient by default.
  ///
  /// - Throws: ``SnapshotSettingError`` for an unknown value.
  package init(environment: [String: String]) throws(SnapshotSettingError) {
    guard let value = environment[Self.variable], !value.isEmpty else {
      self = .lenient
      return
    }
    guard let rule = SnapshotStackRule(rawValue: value) else {
      throw SnapshotSettingError(Self.variable, value, Self.allCases.map(\.rawValue))
    }
    self = rule
  }
}

/// A variable with a value that means nothing.
package struct SnapshotSettingError: Error, Sendable, CustomStringConvertible {
  /// A sentence that names variable, value and what is possible.
  package let description: String

  init(_ variable: String, _ value: String, _ possible: [String]) {
    description = "\(variable)=\(value) is not known; use one of \(possible.joined(separator: ", "))."
  }
}
