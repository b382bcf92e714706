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
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csv, jsonl, tensorboard

    var exported: ExportFormat {
      switch self {
      case .csv: .csv
      case .jsonl: .jsonl
      case .tensorboard: .tensorboard
      }
    }
  }

  @Argument(help: ArgumentHelp("The run's folder or file.", valueName: "run"), completion: .file())
  var path: String
  @Option(help: "csv, jsonl or tensorboard; by default told by the output's name.")
  var format: Format?
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write, - for standard output; for tensorboard a folder to create.", valueName: "file"))
  var output: String
  @Option(
    name: [.customLong("input-format"), .customLong("from")],
    help: "What the run is stored as: \(RunFormat.allNames). By default the content decides.",
    transform: RunFormat.named)
  var from: RunFormat?
  @Flag(help: "In event files, keep values that single precision would change in double precision.")
  var double = false

  func run() throws {
    let format = try (format ?? Self.format(of: output)).exported
    let run = try Run(reading: URL(filePath: path), format: from)
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

  private static func format(of output: String) throws -> Format {
    let name = output.lowercased()
    if name.hasSuffix(".csv") { return .csv }
    if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") { return .jsonl }
    if name.contains("tfevents") { return .tensorboard }
    throw ValidationError("The name \(output) does not tell the format; give --format csv, jsonl or tensorboard.")
  }
}
