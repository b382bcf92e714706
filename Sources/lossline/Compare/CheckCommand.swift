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
      TAG.best for the best and TAG.test for that on test data. (lossline runs shows the best under the bare tag.)

      PASS and FAIL need the whole 95 % interval of the difference, paired by seed where the seeds are the same, on one \
      side of the limit; else the rule is INCONCLUSIVE and says how many seeds would settle it. With one run on a side the \
      values alone decide.

      Exit codes: 0 if all rules pass, 1 if one fails or something is wrong, 2 if none fails and one is inconclusive.

      Example: lossline check 'runs/new-*' --baseline 'runs/old-*' --rule 'val_loss <= 1.05 * baseline'
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, junit, markdown, json }

  @Argument(
    help: ArgumentHelp(
      "The runs to judge: runs, folders of runs or "
        + "patterns.", valueName: "run"), completion: .directory)
  var runs: [String]
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("The runs to compare with.", valueName: "run"), completion: .directory)
  var baseline: [String] = []
  @Option(help: ArgumentHelp("A rule; may be given several times.", valueName: "rule"))
  var rule: [String] = []
  @Option(help: "How to print the outcome: text, junit, markdown or json.")
  var format = Format.text

  func validate() throws {
    guard !rule.isEmpty else {
      throw ValidationError("There is no rule; give one such as --rule 'val_loss <= 1.05 * baseline'.")
    }
    for text in rule {
      do throws(CheckRuleError) { _ = try CheckRule(text) } catch { throw ValidationError("--rule: \(error)") }
    }
  }

  func run() throws {
    let rules = try rule.map { text throws in try CheckRule(text) }
    let check = RunCheck(
      runs: try RunArguments.read(runs), baseline: baseline.isEmpty ? [] : try RunArguments.read(baseline))
    let results = try rules.map { rule throws in try check.result(of: rule) }
    try Output.write(CheckOutput(results: results).text(format))
    if results.contains(where: { $0.state == .fail }) { throw ExitCode(1) }
    if results.contains(where: { $0.state == .inconclusive }) { throw ExitCode(2) }
  }
}
