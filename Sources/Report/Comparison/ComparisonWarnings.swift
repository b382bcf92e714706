internal import Runs

/// What a reader should know before trusting a comparison.
struct ComparisonWarnings {
  let comparison: Comparison

  var warnings: [String] {
    [unfinished, diverged, mixedGroups, withoutMetric, unequalLengths, sameSeeds, differentCode, damaged]
      .compactMap { $0 }
  }

  private var runs: [ComparedRun] { comparison.runs }

  private var unfinished: String? {
    let states: [(RunStatus, String)] = [
      (.failed, "failed"), (.interrupted, "was interrupted"), (.running, "is still running"),
    ]
    let parts = states.compactMap { status, verb -> String? in
      let found = runs.filter { $0.run.status == status }
      return found.isEmpty ? nil : "\(listed(found)) \(found.count == 1 ? verb : plural(verb))"
    }
    guard !parts.isEmpty else { return nil }
    return parts.joined(separator: "; ").capitalizedFirst + ". Their last values count as they stand."
  }

  private func plural(_ verb: String) -> String {
    switch verb {
    case "was interrupted": "were interrupted"
    case "is still running": "are still running"
    default: verb
    }
  }

  private var diverged: String? {
    guard let main = comparison.main else { return nil }
    let found = runs.filter { $0.final(main.tag).map { !$0.isFinite } ?? false }
    guard !found.isEmpty else { return nil }
    let verb = found.count == 1 ? "ended" : "all ended"
    return "\(listed(found)) \(verb) in NaN or infinity. Means leave them out, which flatters their "
      + "groups.".capitalizedFirst
  }

  private var mixedGroups: String? {
    guard comparison.grouping != nil else { return nil }
    let mixed = comparison.varying.filter { setting in
      comparison.groups.contains { Set($0.runs.map { $0.settings[setting] }).count > 1 }
    }
    guard !mixed.isEmpty else { return nil }
    let names = mixed.prefix(5).map { VisibleText.name($0) }.joined(separator: ", ")
    return "Within groups the runs differ in \(names)\(mixed.count > 5 ? " and more" : ""); intervals show that "
      + "too, not only seeds."
  }

  private var withoutMetric: String? {
    guard let main = comparison.main else { return nil }
    let found = runs.filter { $0.final(main.tag) == nil }
    guard !found.isEmpty else { return nil }
    return "\(listed(found)) did not record \(main.spoken).".capitalizedFirst
  }

  private var unequalLengths: String? {
    guard let main = comparison.main else { return nil }
    let groups = comparison.groups.indices.filter { index in
      let lasts = comparison.groups[index].runs.compactMap { $0.run.series(main.tag)?.steps.last }
      return Set(lasts).count > 1
    }
    guard !groups.isEmpty else { return nil }
    let names = groups.prefix(3).map(comparison.name).joined(separator: ", ")
    return "Runs of \(names)\(groups.count > 3 ? " and others" : "") ended at different steps; curves show the "
      + "steps that all runs of a group have."
  }

  private var sameSeeds: String? {
    let groups = comparison.groups.indices.filter { index in
      let seeds = comparison.groups[index].runs.compactMap(\.seed)
      return Set(seeds).count < seeds.count
    }
    guard !groups.isEmpty else { return nil }
    let names = groups.prefix(3).map(comparison.name).joined(separator: ", ")
    return "\(names)\(groups.count > 3 ? " and others" : ""): some runs have the same seed, so they tell less "
      + "about chance than their number says."
  }

  private var differentCode: String? {
    let commits = Set(runs.compactMap { $0.run.manifest.environment?.gitCommit })
    guard commits.count > 1 else { return nil }
    return "The runs were made with \(commits.count) different commits, so the code may differ too."
  }

  private var damaged: String? {
    let found = runs.filter { $0.run.diagnostics.contains { $0.severity == .error } }
    guard !found.isEmpty else { return nil }
    return "Part of the log of \(listed(found)) is damaged and not shown.".capitalizedFirst
  }

  /// "the run a", "the runs a and b" or "12 runs".
  private func listed(_ runs: [ComparedRun]) -> String {
    guard runs.count <= 3 else { return NumberText.counted(runs.count, "run") }
    let names = runs.map { VisibleText.name($0.name) }
    if names.count == 1 { return "the run \(names[0])" }
    return "the runs \(names.dropLast().joined(separator: ", ")) and \(names.last ?? "")"
  }
}
