public import Foundation
public import Runs

/// The settings in a run's `run.json`, read with a message for every one that is not as it was written.
public struct RecordedConfig: Sendable {
  private let values: [String: ConfigValue]
  private let file: String
  /// Where every random number of the run came from.
  let seed: UInt64

  /// The settings of a run.
  public init(_ manifest: RunManifest, folder: URL) {
    values = manifest.config
    seed = manifest.seed ?? 1
    file = folder.appending(path: "run.json").path
  }

  /// Whether there is such a setting.
  func has(_ key: String) -> Bool { values[key] != nil }

  func string(_ key: String) throws -> String { try value(key, "a text") { $0.stringValue } }

  func number(_ key: String) throws -> Double {
    try value(key, "a finite number") { $0.doubleValue.flatMap { $0.isFinite ? $0 : nil } }
  }

  /// A whole number within these bounds.
  func integer(_ key: String, in range: ClosedRange<Int>) throws -> Int {
    try value(key, "a whole number in \(range.lowerBound) … \(range.upperBound)") {
      $0.intValue.flatMap { range.contains($0) ? $0 : nil }
    }
  }

  func cell(among cells: [Cell]) throws -> Cell {
    try value("cell", "one of \(Cell.list(cells))") {
      $0.stringValue.flatMap(Cell.init).flatMap { cells.contains($0) ? $0 : nil }
    }
  }

  private func value<Value>(_ key: String, _ kind: String, _ read: (ConfigValue) -> Value?) throws -> Value {
    guard let found = values[key] else {
      throw ExampleError(
        "\(file): the setting “\(key)” is missing. Give a run that lossline train has made with this version.")
    }
    guard let value = read(found) else {
      throw ExampleError("\(file): the setting “\(key)” is \(found.text), and must be \(kind). Mend it or train again.")
    }
    return value
  }
}
