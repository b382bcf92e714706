internal import ArgumentParser
internal import Foundation
internal import Runs

struct RunsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs", abstract: "List the runs in a folder, the newest last.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

  @Argument(help: ArgumentHelp("The folder that holds the runs.", valueName: "dir"))
  var directory = "runs"
  @Option(help: "How to print them: table or json.")
  var format = Format.table

  func run() throws {
    let runs = try Run.list(in: URL(filePath: directory, directoryHint: .isDirectory))
    switch format {
    case .json: try Output.write(Self.json(runs))
    case .table where runs.isEmpty: try Output.write("There are no runs in \(directory).")
    case .table: try Output.write(RunTable(runs).text)
    }
    for run in runs {
      if let problem = run.problem { Output.error("\(run.path): \(problem.description)") }
    }
  }

  private struct Entry: Encodable {
    var path: String
    var status: String
    var durationInSeconds: Double?
    var manifest: RunManifest
  }

  private static func json(_ runs: [RunListing]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let entries = runs.map {
      Entry(
        path: $0.path, status: $0.status.rawValue, durationInSeconds: $0.manifest.duration, manifest: $0.manifest)
    }
    return String(decoding: try encoder.encode(entries), as: UTF8.self)
  }
}
