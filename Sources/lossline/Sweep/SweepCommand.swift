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
      An option with a single value is fixed. Every training is a run of its own in RUNS/NAME, and a process of its own. \
      A sweep that was stopped goes on when the same command is given again: finished runs stay, stopped ones go on, \
      failed ones are told and not tried again.

      Example:
        lossline sweep airline --grid cell=simple,lstm --grid units=5,10 --jobs 2
      """)

  private static let examples = Examples.all.map { $0.name }

  @Argument(
    help: ArgumentHelp("The example: \(examples.joined(separator: ", ")).", valueName: "example"),
    completion: .list(examples))
  var example: String
  @Option(
    help: ArgumentHelp(
      "An option of lossline train and its values, such as cell=simple,lstm; may be given several times.",
      valueName: "option=values"), transform: SweepGrid.axis)
  var grid: [SweepGrid.Axis] = []
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many seeds each combination is trained with: 1, 2 and so on.", valueName: "count"))
  var seeds = 5
  @Option(parsing: .unconditional, help: ArgumentHelp("How many trainings run at once.", valueName: "count"))
  var jobs = 1
  @Option(help: "The name of the sweep's folder of runs. (default: EXAMPLE-sweep)")
  var name: String?
  @Option(help: ArgumentHelp("The folder that holds the runs.", valueName: "folder"), completion: .directory)
  var runs = "runs"
  @Option(
    help: ArgumentHelp(
      "The combination that the others are compared with, such as cell=simple.", valueName: "option=value"))
  var baseline: String?
  @OptionGroup var options: ComparisonOptions
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder of the comparison. (default: reports/NAME)", valueName: "folder"),
    completion: .directory)
  var output: String?
  @Flag(help: "Print nothing but errors and the page.")
  var quiet = false

  func validate() throws {
    guard Self.examples.contains(example) else {
      throw ValidationError(
        "There is no example “\(example)”. \(NameSuggestion.sentence(for: example, among: Self.examples))")
    }
    try Given.require(seeds, "--seeds", in: 1...SweepGrid.limit)
    try Given.require(jobs, "--jobs", in: 1...256)
    let grid = try SweepGrid(grid, seeds: seeds)
    if let baseline { _ = try Self.baseline(baseline, in: grid) }
    for point in grid.points where point.seed == 1 { try check(point) }
  }

  /// What `lossline train` would refuse is told before anything is trained.
  private func check(_ point: SweepGrid.Point) throws {
    let arguments = ["train", example] + point.arguments
    do { _ = try Lossline.parseAsRoot(arguments) } catch {
      let message = "“lossline \(arguments.joined(separator: " "))” is refused: \(Lossline.message(for: error))"
      throw Lossline.exitCode(for: error) == .validationFailure ? ValidationError(message) : CommandError(message)
    }
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
    guard !trained.isEmpty else { throw CommandError("No training left a run to compare.") }
    let wanted = try baseline.map { try Self.baseline($0, in: grid) } ?? []
    let report = ComparisonReport(
      runs: trained.map(\.run), baseline: trained.filter { wanted.contains($0.point) }.map(\.run),
      metric: options.metric, language: options.page.language)
    if !quiet { try Output.write(try report.verdict()) }
    try options.write(report, to: output ?? "reports/\(folder.lastPathComponent)")
  }

  /// The trainings that are the baseline.
  private static func baseline(_ text: String, in grid: SweepGrid) throws -> [SweepGrid.Point] {
    let wanted = try? text.split(separator: " ").map { try SweepGrid.axis(String($0)) }
    let found = grid.points.filter { point in
      wanted?.allSatisfy { axis in
        point.choices.contains { $0.option == axis.option && axis.values.contains($0.value) }
      } == true
    }
    guard !found.isEmpty, wanted?.isEmpty == false else {
      throw ValidationError("--baseline “\(text)” fits no combination; give options and values of the grid.")
    }
    return found
  }
}
