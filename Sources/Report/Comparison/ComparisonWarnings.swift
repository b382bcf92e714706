internal import Runs

/// What a reader should know before trusting a comparison.
struct ComparisonWarnings {
  let comparison: Comparison

  var warnings: [String] {
    [unfinished, diverged, mixedGroups, withoutMetric, unequalLengths, sameSeeds, differentCode, damaged]
      .compactMap { $0 }
  }

  private var runs: [ComparedRun] { comparison.runs }
  private var words: any ComparisonWording { comparison.words }

  private var unfinished: String? {
    let states: [(RunStatus, RunOfStatus)] = [
      (.failed, .failed), (.interrupted, .interrupted), (.running, .running),
    ]
    let parts = states.compactMap { status, state -> (status: RunOfStatus, listed: String, count: Int)? in
      let found = runs.filter { $0.run.status == status }
      return found.isEmpty ? nil : (state, listed(found), found.count)
    }
    return parts.isEmpty ? nil : words.unfinished(parts)
  }

  private var diverged: String? {
    guard let main = comparison.main else { return nil }
    let found = runs.filter { $0.final(main.tag).map { !$0.isFinite } ?? false }
    return found.isEmpty ? nil : words.diverged(listed(found), count: found.count)
  }

  private var mixedGroups: String? {
    guard comparison.grouping != nil else { return nil }
    let mixed = comparison.varying.filter { setting in
      comparison.groups.contains { Set($0.runs.map { $0.settings[setting] }).count > 1 }
    }
    guard !mixed.isEmpty else { return nil }
    return words.mixed(mixed.prefix(5).map { VisibleText.name($0) }, hasMore: mixed.count > 5)
  }

  private var withoutMetric: String? {
    guard let main = comparison.main else { return nil }
    let found = runs.filter { $0.final(main.tag) == nil }
    return found.isEmpty ? nil : words.withoutMetric(listed(found), main.spoken)
  }

  private var unequalLengths: String? {
    guard let main = comparison.main else { return nil }
    let found = named { group in
      Set(group.runs.compactMap { $0.run.series(main.tag)?.steps.last }).count > 1
    }
    return found.map { words.unequalLengths($0.names, hasMore: $0.hasMore) }
  }

  private var sameSeeds: String? {
    let found = named { group in
      let seeds = group.runs.compactMap(\.seed)
      return Set(seeds).count < seeds.count
    }
    return found.map { words.sameSeeds($0.names, hasMore: $0.hasMore) }
  }

  private var differentCode: String? {
    let commits = Set(runs.compactMap { $0.run.manifest.environment?.gitCommit })
    return commits.count > 1 ? words.commits(commits.count) : nil
  }

  private var damaged: String? {
    let found = runs.filter { $0.run.diagnostics.contains { $0.severity == .error } }
    return found.isEmpty ? nil : words.damaged(listed(found))
  }

  /// The names of the first groups of which something holds; nil if there is none.
  private func named(_ holds: (RunGroup) -> Bool) -> (names: [String], hasMore: Bool)? {
    let found = comparison.groups.indices.filter { holds(comparison.groups[$0]) }
    return found.isEmpty ? nil : (found.prefix(3).map(comparison.name), found.count > 3)
  }

  private func listed(_ runs: [ComparedRun]) -> String {
    words.listed(runs.count <= 3 ? runs.map { VisibleText.name($0.name) } : [], count: runs.count)
  }
}
