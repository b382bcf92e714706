internal import ArgumentParser
internal import Foundation
internal import Report
internal import Runs

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Hold runs against rules: a gate for continuous integration.",
    discussion: """
      A rule is METRIC <= LIMIT, with <, <=, > or >=. The limit is a number or is made of `baseline`, the mean of the \
      baseline runs: '1.05 * baseline', 'baseline + 0.01', 'baseline * (1 - 2%)'. METRIC is a tag for the final value, \
      TAG.best for the best and TAG.test for that on test data. (`lossline runs` shows the best under the bare tag.)

      PASS and FAIL need the whole 95 % interval of the difference, paired by seed where the seeds are the same, on one \
      side of the limit; else the rule is INCONCLUSIVE and says how many seeds would settle it. With one run on a side the \
      values alone decide.

      Exit codes: 0 if all rules pass, 1 if one fails or something is wrong, 2 if none fails and one is inconclusive.

      Example:
        lossline check 'runs/new-*' --baseline 'runs/old-*' \\
          --rule 'val_loss <= 1.05 * baseline'
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, junit, markdown, json }

  @OptionGroup var arguments: RunArguments
  @Option(
    help: ArgumentHelp(
      "A rule, such as 'val_loss <= 1.05 * baseline'; may be given several times.", valueName: "rule"),
    transform: { try CheckRule($0) })
  var rule: [CheckRule]
  @Option(help: "How to print the outcome.")
  var format = Format.text

  func validate() throws {
    if arguments.baseline.isEmpty, let rule = rule.first(where: { $0.needsBaseline }) {
      throw ValidationError("The rule “\(rule.text)” speaks of a baseline; name its runs with --baseline.")
    }
  }

  func run() throws {
    let (runs, baseline) = try arguments.read()
    let check = RunCheck(runs: runs, baseline: baseline)
    let results = try rule.map { rule throws in try check.result(of: rule) }
    try Output.write(CheckOutput(results: results).text(format))
    if results.contains(where: { $0.state == .fail }) { throw ExitCode(1) }
    if results.contains(where: { $0.state == .inconclusive }) { throw ExitCode(2) }
  }
}
