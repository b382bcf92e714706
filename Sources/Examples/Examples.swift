public import Foundation
public import Runs

/// All examples.
public enum Examples {
  /// From the simplest to the one with the most to see.
  public static let all: [any Example.Type] = [
    NumberSequence.self, GoHome.self, Forecast.self, IMDB.self, Airline.self,
  ]

  /// The example that a run was made with, as the run recorded it.
  ///
  /// - Throws: ``ExampleError`` when the run is not one of an example, or its settings are damaged.
  public static func recorded(in run: RunManifest, folder: URL) throws -> any Example {
    let config = RecordedConfig(run, folder: folder)
    guard config.has("example") else {
      throw ExampleError("\(folder.path): lossline train did not make this run. Give one that it made.")
    }
    let name = try config.string("example")
    guard let example = all.first(where: { $0.name == name }) else {
      let known = all.map { $0.name }.joined(separator: ", ")
      throw ExampleError("\(folder.path): the run is one of the example “\(name)”; there are only \(known).")
    }
    return try example.init(recorded: config)
  }
}
