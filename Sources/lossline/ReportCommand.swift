internal import ArgumentParser
internal import Foundation
internal import Report
internal import Runs

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a run's report: one page that works offline, and its charts as PNG, PDF and SVG.")

  @Argument(
    help: ArgumentHelp("The run: its folder, or a log as event file, CSV or JSON lines.", valueName: "run"),
    completion: .file())
  var path: String
  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder to write, by default reports/RUN.", valueName: "dir"),
    completion: .directory)
  var output: String?
  @Option(
    help: "What the run is stored as: \(RunFormat.allNames). By default the content decides.",
    transform: RunFormat.named)
  var format: RunFormat?
  @Flag(help: "Open the page when it is written.")
  var open = false
  @Flag(help: "Write the page anew whenever data arrives, until the run ends.")
  var watch = false

  func run() throws {
    let place = URL(filePath: path)
    guard watch else { return try write(try Run(reading: place, format: format), opening: open) }
    var changes = RunChanges(place)
    var isFirst = true
    while true {
      if changes.haveOccurred() {
        let run = try Run(reading: place, format: format)
        try write(run, opening: open && isFirst)
        isFirst = false
        if WatchCommand.hasEnded(run) { return }
      }
      Thread.sleep(forTimeInterval: 1)
    }
  }

  private func write(_ run: Run, opening: Bool) throws {
    let name = run.hasManifest ? run.folder.lastPathComponent : run.manifest.name
    let folder = URL(filePath: output ?? "reports/\(name)", directoryHint: .isDirectory)
    let written = try TrainingReport(run: run).write(to: folder)
    for problem in written.problems { Output.error(problem) }
    let page = written.index.path(percentEncoded: false)
    try Output.write(page)
    if opening { try Self.show(page) }
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
