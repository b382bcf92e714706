internal import ArgumentParser
internal import Examples
internal import Foundation
internal import Plot
internal import Runs
internal import Train

struct PredictCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "predict",
    abstract: "Ask the model of a run about new input.",
    discussion: """
      What each example takes, and what it answers:
        sequence   four numbers; the next one
        gohome     a word over g, o, h and m; the letter after each of its letters
        forecast   fifty numbers; the next ten
        imdb       a text; whether it is a good review
        airline    thousands of passengers in twelve months; those of the next month

      Example:
        lossline predict runs/a 0.6 0.7 0.8 0.9
      """)

  @Argument(
    help: ArgumentHelp("The folder of a run that lossline train recorded.", valueName: "run"), completion: .directory)
  var path: String
  // Negative numbers look like options.
  @Argument(
    parsing: .allUnrecognized, help: ArgumentHelp("Numbers or text. (default: standard input)", valueName: "input"))
  var input: [String] = []

  /// More than this is no review.
  private static let inputLimit = 1 << 24

  func run() throws {
    let folder = URL(filePath: path, directoryHint: .isDirectory)
    let run = try Run(reading: folder)
    let example = try Examples.recorded(in: run.manifest, folder: folder)
    let model = try example.model()
    let file = RunCheckpoint.file(in: folder)
    guard FileManager.default.fileExists(atPath: file.path) else {
      throw CommandError(
        "\(file.path): is missing: the run has no trained weights. Train again, for a second at least.")
    }
    try model.loadWeights(from: file)
    try Output.write(try example.answer(to: try text(), from: model, of: folder))
  }

  private func text() throws -> String {
    // Whoever knows that negative numbers look like options writes `--` before them.
    let input = input.first == "--" ? input.dropFirst() : input[...]
    if !input.isEmpty { return input.joined(separator: " ") }
    let data: Data
    do {
      data = try FileHandle.standardInput.read(upToCount: Self.inputLimit) ?? Data()
    } catch {
      throw CommandError("Standard input cannot be read: \(error.systemReason).")
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw CommandError("Standard input is not UTF-8. Convert it first, for example with iconv.")
    }
    return text
  }
}
