internal import ArgumentParser
internal import Foundation
internal import Report
internal import Runs

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the report of a run, or of several: a page that works offline, a PDF, or a summary in Markdown.",
    discussion: """
      The page has its charts beside it as PNG, PDF, SVG and CSV. Several runs get a folder each, and a page that lists
      them.
      """)

  /// What the option `--format` takes.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case html, pdf, markdown, all

    var formats: Set<ReportFormat> {
      switch self {
      case .html: [.html]
      case .pdf: [.pdf]
      case .markdown: [.markdown]
      case .all: Set(ReportFormat.allCases)
      }
    }
  }

  @Argument(
    help: ArgumentHelp("The runs: folders, or logs as event file, CSV or JSON lines.", valueName: "run"),
    completion: .file())
  var paths: [String]
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder to write, by default reports/RUN; for several runs reports.", valueName: "dir"),
    completion: .directory)
  var output: String?
  @Option(help: "What to write: html, pdf, markdown or all.")
  var format = Format.html
  @Option(
    name: .customLong("lang"), help: "The language of the report's own words: en or ko.",
    transform: Self.language)
  var language = ReportLanguage.english
  @Option(
    name: .customLong("input-format"),
    help: "What the runs are stored as: \(RunFormat.allNames). By default the content decides.",
    transform: RunFormat.named)
  var inputFormat: RunFormat?
  @Flag(help: "Open the page when it is written.")
  var open = false
  @Flag(help: "Write the page anew whenever data arrives, until the run ends.")
  var watch = false

  func run() throws {
    guard paths.count == 1 else {
      let page = try reportAll()
      if open { try Self.show(page) }
      return
    }
    let place = URL(filePath: paths[0])
    var changes = RunChanges(place)
    _ = changes.haveOccurred()
    var run = try read(place)
    try report(run, opening: open)
    while watch, !WatchCommand.hasEnded(run) {
      Thread.sleep(forTimeInterval: 1)
      // A file that is being replaced may be missing for a moment: the page stays as it is.
      guard changes.haveOccurred(), let newer = try? read(place) else { continue }
      run = newer
      try report(run, opening: false)
    }
  }

  func validate() throws {
    if paths.isEmpty { throw ValidationError("Name at least one run.") }
    if watch, paths.count > 1 { throw ValidationError("--watch follows one run; name one.") }
  }

  private func read(_ place: URL) throws -> Run { try Run(reading: place, format: inputFormat) }

  private func report(_ run: Run, opening: Bool) throws {
    let page = try write(run, to: output ?? "reports/\(ReportIndex.folder(for: run))")
    if opening { try Self.show(page) }
  }

  /// Runs that cannot be read or written are named, and do not keep the others from being reported.
  private func reportAll() throws -> String {
    let folder = output ?? "reports"
    var index = ReportIndex(language: language)
    var failures = 0
    for path in paths {
      do {
        let run = try read(URL(filePath: path))
        _ = try write(run, to: "\(folder)/\(index.add(run, page: pageName))")
      } catch {
        failures += 1
        Output.error("Error: \(error)")
      }
    }
    guard failures < paths.count else { throw ExitCode.failure }
    let page = try index.write(to: URL(filePath: folder, directoryHint: .isDirectory)).path(percentEncoded: false)
    try Output.write(page)
    if failures > 0 { throw ExitCode.failure }
    return page
  }

  private var pageName: String {
    switch format {
    case .html, .all: "index.html"
    case .pdf: "report.pdf"
    case .markdown: "report.md"
    }
  }

  private func write(_ run: Run, to path: String) throws -> String {
    let folder = URL(filePath: path, directoryHint: .isDirectory)
    let written = try TrainingReport(run: run, language: language).write(to: folder, formats: format.formats)
    for problem in written.problems { Output.error(problem) }
    let page = written.index.path(percentEncoded: false)
    try Output.write(page)
    return page
  }

  /// Reads `--lang`.
  static func language(_ text: String) throws -> ReportLanguage {
    guard let language = ReportLanguage(rawValue: text) else {
      throw ValidationError("The languages are \(ReportLanguage.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    return language
  }

  private static func show(_ page: String) throws {
    #if os(macOS)
      let opener = "open"
    #else
      let opener = "xdg-open"
    #endif
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [opener, page]
    do {
      try process.run()
    } catch {
      throw CommandError("\(page) is written, but \(opener) cannot be started; open the page by hand.")
    }
  }
}
