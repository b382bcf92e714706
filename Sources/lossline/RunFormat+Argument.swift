internal import ArgumentParser
internal import Runs

extension RunFormat {
  /// The names of all formats, for help.
  static var allNames: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// The format that an argument names.
  static func named(_ text: String) throws -> RunFormat {
    guard let format = RunFormat(rawValue: text) else { throw ValidationError("The formats are \(allNames).") }
    return format
  }
}
