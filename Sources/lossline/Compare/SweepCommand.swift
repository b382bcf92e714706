internal import ArgumentParser
internal import Examples
internal import Foundation
internal import Report
internal import Runs

struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Train an example with every combination of options and several seeds, then compare.",
    discussion: """
      Every training is a run of its own in RUNS/NAME, and a process of its own. A sweep that was stopped goes on when the \
      same command is given again: finished runs stay, stopped ones go on, failed ones are told and not tried again.

      Example: lossline sweep airline --grid cell=simple,lstm,gru,dense --grid units=5,10 --seeds 5 --jobs 2
      """)

  @Argument(
    help: ArgumentHelp("The example: \(Examples.all.map { $0.name }.joined(separator: ", ")).", valueName: "example"),
    completion: .list(Examples.all.map { $0.name }))
  var example: String
  @Option(
    help: ArgumentHelp(
      "An option of lossline train and its values; may be given several times. One value fixes the option.",
      valueName: "option=value[,value…]"), transform: SweepGrid.axis)
  var grid: [SweepGrid.Axis] = []
  @Option(help: "How many seeds each combination is trained with, 1 to N.")
  var seeds = 5
  @Option(help: "How many trainings run at once.")
  var jobs = 1
  @Option(help: "The name of the sweep's folder of runs, by default EXAMPLE-sweep.")
  var name: String?
  @Option(help: ArgumentHelp("The folder that holds the runs.", valueName: "dir"), completion: .directory)
  var runs = "runs"
  @Option(
    help: ArgumentHelp(
      "The combination that the others are compared with, such as "
        + "cell=dense.", valueName: "option=value"))
  var baseline: String?
  @Option(
    help: ArgumentHelp(
      "The metric to judge by (default: the validation loss or what is "
        + "nearest).", valueName: "tag"))
  var metric: String?
  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder of the comparison, by default reports/NAME.", valueName: "dir"),
    completion: .directory)
  var output: String?
  @Flag(help: "Print nothing but errors and the page.")
  var quiet = false

  func validate() throws {
    guard Examples.all.contains(where: { $0.name == example }) else {
      let known = Examples.all.map { $0.name }.joined(separator: ", ")
      throw ValidationError("There is no example \(example); give one of \(known).")
    }
    try Given.require(seeds, "--seeds", in: 1...SweepGrid.limit)
    try Given.require(jobs, "--jobs", in: 1...256)
    let grid = try SweepGrid(grid, seeds: seeds)
    if let baseline { _ = try Self.baseline(baseline, in: grid) }
  }

  func run() throws {
    let grid = try SweepGrid(grid, seeds: seeds)
    let folder = try Run.folder(
      named: name ?? "\(example)-sweep", in: URL(filePath: runs, directoryHint: .isDirectory))
    let sweep = Sweep(example: example, folder: folder, isQuiet: quiet)
    let outcome = try sweep.train(grid.points, jobs: jobs)
    guard !outcome.isInterrupted else {
      Output.error("Interrupted. Give the same command again to go on; what is trained so far is in \(folder.path).")
      throw ExitCode(130)
    }
    for failure in outcome.failures { Output.error("failed: \(failure)") }
    let trained = try grid.points.compactMap { point in try sweep.read(point) }
    guard !trained.isEmpty else {
      throw CommandError(
        "None of the \(grid.points.count) trainings left a run to "
          + "compare.")
    }
    let wanted = try baseline.map { try Self.baseline($0, in: grid) } ?? []
    let report = ComparisonReport(
      runs: trained.map(\.run), baseline: trained.filter { wanted.contains($0.point) }.map(\.run), metric: metric)
    if !quiet { try Output.write(try report.verdict()) }
    try CompareCommand.write(report, to: output ?? "reports/\(folder.lastPathComponent)")
  }

  /// The trainings that are the baseline.
  private static func baseline(_ text: String, in grid: SweepGrid) throws -> [SweepGrid.Point] {
    let wanted = try text.split(separator: " ").map { try SweepGrid.axis(String($0)) }
    let found = grid.points.filter { point in
      wanted.allSatisfy { axis in point.choices.contains { $0.option == axis.option && axis.values.contains($0.value) }
      }
    }
    guard !found.isEmpty, !wanted.isEmpty else {
      throw ValidationError("--baseline \(text) fits no combination; give options and values of the grid.")
    }
    return found
  }
}
