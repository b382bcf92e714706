internal import ArgumentParser
internal import Report

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare runs: one page that says which is best and whether chance could have done it.",
    discussion: """
      Runs whose configuration is the same but for seeds, names and paths are one group, drawn as mean and 95 % interval. \
      The runs of a baseline are of one group; one of them is enough.

      Examples:
        lossline compare runs
        lossline compare 'runs/airline-*' --baseline runs/airline-dense-1
        lossline compare runs --group-by config.cell --metric val_loss -o cells
      """)

  @OptionGroup var arguments: RunArguments
  @Option(
    help: ArgumentHelp(
      "A setting to group by in place of all, such as config.cell; several with commas between them.",
      valueName: "setting"))
  var groupBy: [String] = []
  @Option(name: .customLong("x"), help: ArgumentHelp("What curves are drawn against.", valueName: "axis"))
  var xAxis = ComparisonReport.XAxis.step
  @OptionGroup var options: ComparisonOptions
  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder to write.", valueName: "folder"), completion: .directory)
  var output = "reports/comparison"

  private var keys: [String] { groupBy.flatMap { $0.split(separator: ",").map(String.init) } }

  func validate() throws {
    if !groupBy.isEmpty, keys.isEmpty {
      throw ValidationError("--group-by names no setting; give one or several with commas between them.")
    }
  }

  func run() throws {
    let (runs, baseline) = try arguments.read()
    let report = ComparisonReport(
      runs: runs, baseline: baseline, grouping: keys.isEmpty ? nil : keys, metric: options.metric, xAxis: xAxis,
      language: options.page.language)
    try options.write(report, to: output)
  }
}
