internal import ArgumentParser
internal import Foundation
internal import Report
internal import Runs

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the report of a run, or of several: a page that works offline, a PDF, or a summary in Markdown.",
    discussion: """
      The page has its charts beside it as PNG, PDF, SVG and CSV. Several runs get a folder each, and a page that lists \
      them.

      Examples:
        lossline report runs/a --open
        lossline report history.csv --format pdf -o reports/history
      """)

  @Argument(
    help: ArgumentHelp("The runs: folders, or logs as event file, CSV or JSON lines.", valueName: "run"),
    completion: .file())
  var paths: [String]
  @OptionGroup var input: InputOptions
  @OptionGroup var page: PageOptions
  @Flag(help: "Write the page anew whenever data arrives, until the run ends.")
  var watch = false
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder to write. (default: reports/RUN, or reports for several runs)", valueName: "folder"),
    completion: .directory)
  var output: String?

  func validate() throws {
    if watch, paths.count > 1 { throw ValidationError("--watch follows one run; name one.") }
  }

  func run() throws {
    guard paths.count == 1 else { return try reportAll() }
    let place = URL(filePath: paths[0])
    var changes = RunChanges(place)
    _ = changes.haveOccurred()
    var run = try input.read(place)
    try page.opening.show(try report(run))
    while watch, !WatchCommand.hasEnded(run) {
      Thread.sleep(forTimeInterval: 1)
      // A file that is being replaced may be missing for a moment: the page stays as it is.
      guard changes.haveOccurred(), let newer = try? input.read(place) else { continue }
      run = newer
      _ = try report(run)
    }
  }

  private func report(_ run: Run) throws -> URL {
    try write(run, to: output ?? "reports/\(ReportIndex.folder(for: run))")
  }

  /// Runs that cannot be read or written are named, and do not keep the others from being reported.
  private func reportAll() throws {
    let folder = output ?? "reports"
    var index = ReportIndex(language: page.language)
    var failures = 0
    for path in paths {
      do {
        let run = try input.read(URL(filePath: path))
        _ = try write(run, to: "\(folder)/\(index.add(run, page: pageName))")
      } catch {
        failures += 1
        Output.error("Error: \(error)")
      }
    }
    guard failures < paths.count else { throw ExitCode.failure }
    let list = try index.write(to: URL(filePath: folder, directoryHint: .isDirectory))
    try Output.write(list.path(percentEncoded: false))
    try page.opening.show(list)
    if failures > 0 { throw ExitCode.failure }
  }

  private var pageName: String {
    switch page.format {
    case .html, .all: "index.html"
    case .pdf: "report.pdf"
    case .markdown: "report.md"
    }
  }

  private func write(_ run: Run, to folder: String) throws -> URL {
    try page.write(to: folder) { try TrainingReport(run: run, language: page.language).write(to: $0, formats: $1) }
  }
}
