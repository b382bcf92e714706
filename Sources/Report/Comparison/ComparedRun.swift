internal import Runs

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A run as comparisons see it: its settings without what tells only runs apart that should be equal.
struct ComparedRun: Sendable {
  let run: Run
  /// The settings that decide how a run should come out, by dotted name.
  let settings: [String: ConfigValue]
  /// The seed, from the manifest, the configuration or the name.
  let seed: String?

  init(_ run: Run) {
    self.run = run
    let leaves = ConfigValue.flattened(run.manifest.config)
    var settings: [String: ConfigValue] = [:]
    for (name, value) in leaves where !SettingName(name).isIdentity { settings[name] = value }
    // Runs of other data are other runs, even with equal settings.
    if let hash = run.manifest.dataHash { settings["data"] = settings["data"] ?? .string(hash) }
    self.settings = settings
    let fromConfig = leaves.first { SettingName($0.name).isSeed }?.value.text
    seed = run.manifest.seed.map(String.init) ?? fromConfig ?? SeedInName(run.folder.lastPathComponent)?.seed
  }

  /// The name for a reader, not cleaned yet.
  var name: String {
    let name = run.manifest.name
    return name.isEmpty ? run.folder.lastPathComponent : name
  }

  /// The value at the end of a curve, finite or not; nil if the metric was not recorded.
  ///
  /// The manifest knows it in double precision, event files in single precision.
  func final(_ tag: String) -> Double? {
    run.manifest.metrics[tag]?.last ?? run.series(tag)?.values.last
  }

  /// What a name in a rule stands for: a tag for its final value, as `TAG.last` does, `TAG.best` for the best and
  /// `TAG.test` for the value on test data, which lists of runs call so too.
  func value(_ name: String) -> Double? {
    if let value = final(name) { return value }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    let tag = parts.dropLast().joined(separator: ".")
    switch parts.last {
    case "last": return final(tag)
    case "best": return best(tag, run.manifest.metrics[tag]?.direction ?? MetricName(tag: tag).direction)?.value
    case "test": return run.manifest.metrics[tag]?.test
    default: return nil
    }
  }

  /// The best value of a metric, NaN aside, and its step.
  func best(_ tag: String, _ direction: MetricSummary.Direction) -> (step: Int?, value: Double)? {
    if let summary = run.manifest.metrics[tag], let best = summary.best { return (summary.bestStep, best) }
    return run.series(tag)?.best(direction).map { ($0.step, $0.value) }
  }
}

/// What the name of a setting says about its part in comparisons.
///
/// The last part of a dotted name decides. Runs that differ only in such settings are runs of one group:
/// - seeds: a word of the name is `seed`, or the name is `random_state`;
/// - names: `name`, `run_name`, `exp_name`, `experiment_name`, `run_id`, `id`, `version`, `timestamp`, `date`, `hostname`;
/// - places: a word of the name is `path`, `dir`, `directory`, `folder`, `logdir`, `workdir` or `output`.
struct SettingName {
  private let last: String
  private let words: [Substring]

  init(_ name: String) {
    last = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    words = last.split { !$0.isLetter && !$0.isNumber }
  }

  var isSeed: Bool { words.contains("seed") || last == "random_state" || last == "randomstate" }

  /// Whether the setting tells runs apart without changing what they should come to.
  var isIdentity: Bool {
    isSeed || SettingName.names.contains(last) || words.contains { SettingName.places.contains(String($0)) }
  }

  private static let names: Set<String> = [
    "name", "run_name", "exp_name", "experiment_name", "run_id", "id", "version", "timestamp", "date", "hostname",
  ]
  private static let places: Set<String> = [
    "path", "dir", "directory", "folder", "logdir", "workdir", "output",
  ]
}

/// A seed in the name of a run without configuration: `lstm-seed3`, `seed_3`, `lstm/seed=3`.
struct SeedInName: Equatable {
  /// The digits after the word.
  let seed: String
  /// The name without the seed.
  let rest: String

  init?(_ name: String) {
    let letters = Array(name)
    let isWord = letters.indices.map { String(letters[$0...].prefix(4)).lowercased() == "seed" }
    for start in letters.indices where isWord[start] && (start == 0 || !letters[start - 1].isLetter) {
      var after = letters[(start + 4)...]
      if let first = after.first, SeedInName.separators.contains(first) { after = after.dropFirst() }
      let digits = after.prefix { $0.isASCII && $0.isNumber }
      guard !digits.isEmpty else { continue }
      seed = String(digits)
      var kept = letters[..<start]
      while let last = kept.last, SeedInName.separators.contains(last) { kept.removeLast() }
      rest = String(kept + after.dropFirst(digits.count))
      return
    }
    return nil
  }

  private static let separators: Set<Character> = ["=", "-", "_", ".", "/", " "]
}
