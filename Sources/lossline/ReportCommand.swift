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

  @Argument(help: ArgumentHelp("The folders of the runs.", valueName: "run"), completion: .directory)
  var paths: [String]
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder to write, by default reports/RUN; for several runs reports.", valueName: "dir"),
    completion: .directory)
  var output: String?
  @Option(help: "What to write: html, pdf, markdown or all.")
  var format = Format.html
  @Option(name: .customLong("lang"), help: "The language of the report's own words: en or ko.")
  var language = ReportLanguage.english
  @Flag(help: "Open the page when it is written.")
  var open = false

  func run() throws {
    let page = paths.count == 1 ? try report(paths[0]) : try reportAll()
    if open { try Self.show(page) }
  }

  private func report(_ path: String) throws -> String {
    let run = try Run(reading: URL(filePath: path, directoryHint: .isDirectory))
    return try write(run, to: output ?? "reports/\(run.folder.lastPathComponent)")
  }

  /// Runs that cannot be read or written are named, and do not keep the others from being reported.
  private func reportAll() throws -> String {
    let folder = output ?? "reports"
    var index = ReportIndex(language: language)
    var failures = 0
    for path in paths {
      do {
        let run = try Run(reading: URL(filePath: path, directoryHint: .isDirectory))
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

extension ReportLanguage: @retroactive ExpressibleByArgument {}
