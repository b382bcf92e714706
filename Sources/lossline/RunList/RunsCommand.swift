internal import ArgumentParser
internal import Foundation
internal import Report
internal import Runs

struct RunsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs",
    abstract: "List the runs in a folder and those below it.",
    discussion: """
      Names for --sort, --filter and --columns: run, status, duration (in seconds), start, end, seed, group, notes, \
      config.NAME, and the tag of a metric for its best value, with .last, .test or .step (of the best) for its others. \
      (Checks and comparisons judge by .last, the final value.)

      Filters compare with == != < <= > >= and =~ (a regular expression), and join with && || ! and parentheses. Texts \
      need quotes only if they contain spaces or operators.

      Examples:
        lossline runs --sort val_loss --columns run,config.cell,val_loss
        lossline runs --filter 'config.cell == lstm && val_loss < 0.01'
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, csv }

  @Argument(help: ArgumentHelp("The folder that holds the runs.", valueName: "folder"), completion: .directory)
  var directory = "runs"
  @Option(help: "How to print them.")
  var format = Format.table
  @Option(help: ArgumentHelp("Sort by this, the smallest first. (default: the path)", valueName: "name"))
  var sort: String?
  @Flag(help: "Turn the order around.")
  var reverse = false
  @Option(
    help: ArgumentHelp("List only the runs for which this holds.", valueName: "condition"),
    transform: { try RunFilter($0) })
  var filter: RunFilter?
  @Option(
    help: ArgumentHelp(
      "What to show of each, with commas between. (default: status, duration and one metric; as csv everything)",
      valueName: "names"))
  var columns: String?

  func validate() throws {
    if let columnNames, columnNames.contains("") {
      throw ValidationError("--columns “\(columns ?? "")” lacks a name; give one or several with commas between them.")
    }
  }

  func run() throws {
    let listings = try Run.list(in: URL(filePath: directory, directoryHint: .isDirectory))
    let completed = RunListing.completed(listings) { MetricName(tag: $0).direction }
    let now = Date.now.timeIntervalSince1970
    var records = completed.map { RunRecord($0, now: now) }
    try checkNames(against: records)
    if let filter { records = try records.filter { try filter.accepts($0) } }
    if let sort {
      records = RunRecord.sorted(records, by: sort, reversed: reverse)
    } else if reverse {
      records.reverse()
    }
    try write(records, foundNone: listings.isEmpty)
    for record in records {
      if let problem = record.listing.problem { Output.error("\(record.listing.path): \(problem.description)") }
    }
  }

  private func write(_ records: [RunRecord], foundNone: Bool) throws {
    let table = RunTable(records, columns: columnNames)
    switch format {
    case .json: try Output.write(Self.json(records.map(\.listing)))
    case .csv: try Output.write(bytes: Array(table.csv.utf8))
    case .table where records.isEmpty:
      try Output.write(foundNone ? "There are no runs in \(directory)." : "The filter holds for no run.")
    case .table: try Output.write(table.text)
    }
  }

  private var columnNames: [String]? {
    columns.map { names in
      names.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  /// What no run has is misspelt most likely.
  private func checkNames(against runs: [RunRecord]) throws {
    try filter?.check(against: runs)
    guard !runs.isEmpty, sort != nil || columns != nil else { return }
    var known = Set(RunRecord.fixedKeys)
    for run in runs { known.formUnion(run.values.keys) }
    for name in (columnNames ?? []) + [sort].compactMap({ $0 }) where !known.contains(name) {
      throw CommandError("No run has \"\(name)\". \(NameSuggestion.sentence(for: name, among: known))")
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
