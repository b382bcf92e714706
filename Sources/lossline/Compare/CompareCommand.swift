internal import ArgumentParser
internal import Foundation
internal import Report
internal import Runs

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare runs: one page that says which is best and whether chance could have done it.",
    discussion: """
      RUN is a run, a folder of runs or a quoted pattern. Runs whose configuration is the same but for seeds, names and \
      paths are one group, drawn as mean and 95 % interval.

      Examples:
        lossline compare runs
        lossline compare 'runs/airline-*' --baseline runs/airline-dense-1 --metric val_loss -o reports/cells
      """)

  enum XAxis: String, ExpressibleByArgument, CaseIterable {
    case step, epoch, time

    fileprivate var report: ComparisonReport.XAxis {
      switch self {
      case .step: .step
      case .epoch: .epoch
      case .time: .time
      }
    }
  }

  @Argument(help: ArgumentHelp("Runs, folders of runs or patterns.", valueName: "run"), completion: .directory)
  var runs: [String]
  @Option(
    help: ArgumentHelp(
      "A run of the group that the others are compared with; may be given several times.", valueName: "run"),
    completion: .directory)
  var baseline: [String] = []
  @Option(
    help: ArgumentHelp(
      "A setting to group by in place of all, such as config.cell; several with commas.", valueName: "setting"))
  var groupBy: [String] = []
  @Option(
    help: ArgumentHelp(
      "The metric to judge by (default: the validation loss or what is "
        + "nearest).", valueName: "tag"))
  var metric: String?
  @Option(name: .customLong("x"), help: "What curves are drawn against: step, epoch or time.")
  var xAxis = XAxis.step
  @Option(help: "What to write: html, pdf, markdown or all.")
  var format = ReportCommand.Format.html
  @Option(
    name: .customLong("lang"), help: "The language of the comparison's own words: en or ko.",
    transform: ReportCommand.language)
  var language = ReportLanguage.english
  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder to write.", valueName: "dir"), completion: .directory)
  var output = "reports/comparison"

  func run() throws {
    let keys = groupBy.flatMap { $0.split(separator: ",").map(String.init) }
    let report = ComparisonReport(
      runs: try RunArguments.read(runs), baseline: baseline.isEmpty ? [] : try RunArguments.read(baseline),
      grouping: keys.isEmpty ? nil : keys, metric: metric, xAxis: xAxis.report,
      language: language)
    try Self.write(report, to: output, formats: format.formats)
  }

  /// Writes a comparison and says where it is.
  static func write(
    _ report: ComparisonReport, to path: String, formats: Set<ReportFormat> = [.html]
  ) throws {
    let written = try report.write(to: URL(filePath: path, directoryHint: .isDirectory), formats: formats)
    for problem in written.problems { Output.error(problem) }
    try Output.write(written.index.path(percentEncoded: false))
  }
}
