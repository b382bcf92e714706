internal import Runs

/// Every run by itself: a table on the page and a CSV with all metrics beside it.
struct RunRows {
  let comparison: Comparison

  /// More runs than this are in the CSV only.
  static let limit = 100

  /// The values for the template; nil if every group is one run, which the table of groups shows already.
  var values: TemplateValues? {
    guard comparison.hasSeveral else { return nil }
    let all = comparison.groups.indices.flatMap { group in comparison.groups[group].runs.map { (group, $0) } }
    let shown = all.prefix(RunRows.limit)
    return [
      "entries": shown.map { row($0.0, $0.1) },
      "metric": comparison.main.map { comparison.words.finalColumn($0.spoken) },
      "count": NumberText.grouped(all.count),
      "heading": comparison.words.everyRun(NumberText.grouped(all.count)),
      "note": all.count > shown.count ? comparison.words.first(shown.count, of: all.count) : nil,
    ]
  }

  private func row(_ group: Int, _ run: ComparedRun) -> TemplateValues {
    let main = comparison.main
    let best = main.flatMap { run.best($0.tag, $0.direction) }
    let final = main.flatMap { run.final($0.tag) }
    return [
      "name": VisibleText.name(run.name), "group": comparison.name(group), "seed": VisibleText.name(run.seed ?? "–"),
      "status": comparison.text(run.run.status.rawValue), "final": final.map { NumberText.measured($0) } ?? "–",
      "finalValue": final.flatMap { $0.isFinite ? "\($0)" : nil },
      "best": best.map { NumberText.measured($0.value) } ?? "–", "bestValue": best.map { "\($0.value)" },
      "at": best?.step.map(NumberText.grouped) ?? "–", "atValue": best?.step.map(String.init),
      "duration": run.run.duration.flatMap { TimeText.duration($0, comparison.language) } ?? "–",
      "durationValue": run.run.duration.map { "\($0)" },
    ]
  }

  /// One row a run: its name, group, seed and status, the settings that differ, and final and best of every metric.
  var csv: String {
    let metrics = comparison.metrics
    var text = CSVWriter.row(
      ["run", "group", "seed", "status"] + comparison.varying + metrics.flatMap { [$0.tag, "\($0.tag) best"] }
        + ["duration in s"])
    for group in comparison.groups {
      for run in group.runs {
        let values = metrics.flatMap { metric in
          [run.final(metric.tag), run.best(metric.tag, metric.direction)?.value].map {
            $0.map { CSVWriter.text($0) } ?? ""
          }
        }
        let settings = comparison.varying.map { run.settings[$0]?.text ?? "" }
        text += CSVWriter.row(
          [run.name, group.name, run.seed ?? "", run.run.status.rawValue] + settings + values
            + [run.run.duration.map { CSVWriter.text($0) } ?? ""])
      }
    }
    return text
  }
}
