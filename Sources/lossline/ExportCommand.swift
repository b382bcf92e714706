internal import ArgumentParser
internal import Foundation
internal import Runs

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a run's curves as CSV, JSON lines or a TensorBoard event file.",
    discussion: """
      Steps, values and times read back bit for bit the same. What a format has no place for is told on standard error: \
      a CSV file holds the curves alone, JSON lines and event files also the configuration and the texts. Event files \
      hold single precision unless --double is given.

      Examples:
        lossline export runs/a -o a.csv
        lossline export history.csv --format tensorboard -o logs/history
      """)

  @Argument(help: ArgumentHelp("The run's folder or file.", valueName: "run"), completion: .file())
  var path: String
  @Option(help: "What to write, where the name of the output does not tell.")
  var format: ExportFormat?
  @OptionGroup var input: InputOptions
  @Flag(help: "In event files, keep values that single precision would change in double precision.")
  var double = false
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write, - for standard output; for tensorboard a folder to create.", valueName: "file"),
    completion: .file())
  var output: String

  func validate() throws {
    guard format ?? Self.format(of: output) != nil else {
      throw ValidationError("“\(output)” does not tell the format; give --format csv, jsonl or tensorboard.")
    }
  }

  func run() throws {
    guard let format = format ?? Self.format(of: output) else { return }
    let run = try input.read(URL(filePath: path))
    for diagnostic in run.diagnostics where diagnostic.severity == .error { Output.error("\(path): \(diagnostic)") }
    let losses =
      if output == "-" {
        try run.export(format, inDoublePrecision: double) { try Output.write(bytes: $0) }
      } else {
        try run.export(format, to: URL(filePath: output), inDoublePrecision: double)
      }
    for loss in losses { Output.error("Note: \(loss)") }
    if run.scalars.isEmpty { Output.error("Note: \(path) holds no points.") }
  }

  private static func format(of output: String) -> ExportFormat? {
    let name = output.lowercased()
    if name.hasSuffix(".csv") { return .csv }
    if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") { return .jsonl }
    return name.contains("tfevents") ? .tensorboard : nil
  }
}
