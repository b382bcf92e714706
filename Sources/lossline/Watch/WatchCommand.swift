internal import ArgumentParser
internal import Foundation
internal import Runs

struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Follow a run in the terminal until it ends.",
    discussion: """
      Shows the curve, the last and the best value of each metric, the speed and, where the end is known, the time left. \
      Where standard output is no terminal, a line is printed for each new step. A run that is not there yet is waited \
      for. Ctrl-C ends the watching, not the run.

      Examples:
        lossline watch runs/a
        lossline watch logs/metrics.csv --total 20000
      """)

  @Argument(help: ArgumentHelp("The run's folder or file.", valueName: "run"), completion: .file())
  var path: String
  @OptionGroup var input: InputOptions
  @Flag(help: "Show the run as it is now and end.")
  var once = false
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The step at which the run will end, where its configuration does not say it.", valueName: "step"))
  var total: Int?
  @Option(parsing: .unconditional, help: ArgumentHelp("How often to look, in seconds.", valueName: "seconds"))
  var interval = 1.0

  func validate() throws {
    guard interval >= 0.1, interval <= 3600 else {
      throw ValidationError("--interval is \(interval); give 0.1 to 3600 seconds.")
    }
    try Given.require(total, "--total", in: 1...Int.max)
  }

  func run() throws {
    let place = URL(filePath: path)
    let run = try once ? input.read(place) : firstLook(place)
    if once { return try Output.write(view(run).lines(width: width, height: .max).joined(separator: "\n")) }
    if isatty(STDOUT_FILENO) == 1 { try follow(place, run) } else { try print(place, run) }
  }

  /// The run, once it is there: a program may be started after whoever watches it.
  private func firstLook(_ place: URL) throws -> Run {
    if FileManager.default.fileExists(atPath: place.path) { return try input.read(place) }
    Output.error("\(path) is not there yet. Waiting for it; Ctrl-C ends that.")
    while true {
      Thread.sleep(forTimeInterval: interval)
      do {
        return try input.read(place)
      } catch let error as RunError where error.code == .notFound || error.code == .notARun {
        // A folder holds nothing at first, and a log no line.
        continue
      }
    }
  }

  /// Redraws every second at most; the run is read again only when its files have changed.
  private func follow(_ place: URL, _ first: Run) throws {
    let screen = Screen()
    let signals = EndSignals { screen.restore() }
    defer { withExtendedLifetime(signals) { screen.restore() } }
    var run = first
    var changes = RunChanges(place)
    while true {
      // A file that is being replaced may be missing for a moment: the run stays as it was seen last.
      if changes.haveOccurred(), let newer = try? input.read(place) { run = newer }
      let size = Screen.size
      screen.draw(view(run).lines(width: size.width, height: max(1, size.height - 1)), size: size)
      if Self.hasEnded(run) { return }
      Thread.sleep(forTimeInterval: interval)
    }
  }

  private func print(_ place: URL, _ first: Run) throws {
    var run = first
    var changes = RunChanges(place)
    var lastLine = ""
    while true {
      if changes.haveOccurred(), let newer = try? input.read(place) { run = newer }
      let line = view(run).plainLine
      if line != lastLine { try Output.write(line) }
      lastLine = line
      if Self.hasEnded(run) { return try Output.write(run.status.rawValue) }
      Thread.sleep(forTimeInterval: interval)
    }
  }

  private var width: Int { isatty(STDOUT_FILENO) == 1 ? Screen.size.width : 100 }

  private func view(_ run: Run) -> WatchView {
    WatchView(run: run, progress: RunProgress(run, total: total), now: Date.now.timeIntervalSince1970)
  }

  /// Of a run of another program nothing tells that it has ended.
  static func hasEnded(_ run: Run) -> Bool { run.status != .running && run.status != .unknown }
}
