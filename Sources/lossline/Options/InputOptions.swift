internal import ArgumentParser
internal import Foundation
internal import Runs

/// How a run is stored; shared by the commands that read one.
struct InputOptions: ParsableArguments {
  @Option(help: ArgumentHelp("What the run is stored as, where its content does not tell.", valueName: "format"))
  var inputFormat: RunFormat?

  /// Reads the run of a folder or a file.
  func read(_ place: URL) throws -> Run { try Run(reading: place, format: inputFormat) }
}
