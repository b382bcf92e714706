internal import Runs

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Puts runs into groups: those whose settings are equal, seeds, names and paths aside.
///
/// Runs without any setting, as other programs leave them, are told apart by the group that they name, else by their own
/// name without a seed in it (`lstm-seed1` and `lstm-seed2` are one group).
struct RunGrouping: Sendable {
  /// The groups, in the order of their first runs.
  let groups: [RunGroup]
  /// The settings that differ between runs, in name order, each with its distinct values in order of appearance.
  let varying: [String]

  /// Groups runs.
  ///
  /// - Parameters:
  ///   - runs: The runs, in the order that groups keep.
  ///   - keys: The settings to group by, as `config.cell` or `cell`; nil groups by all of them.
  /// - Throws: ``ReportError/Code/invalidRequest`` for a setting that no run has.
  init(_ runs: [Run], by keys: [String]? = nil) throws(ReportError) {
    let compared = runs.concurrentMap(ComparedRun.init)
    varying = RunGrouping.varying(compared.map(\.settings))
    let chosen = try keys.map { keys throws(ReportError) in try RunGrouping.known(keys, in: compared) }
    var order: [Key] = []
    var members: [Key: [ComparedRun]] = [:]
    for run in compared {
      let key = Key(run, chosen)
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(run)
    }
    let told = RunGrouping.varying(order.map(\.settings))
    let unnamed = order.map { key in RunGroup(name: "", runs: members[key] ?? []) }
    groups = RunGrouping.named(unnamed, zip(order, unnamed).map { $0.name(by: told, $1) })
  }

  /// What runs of one group have in common.
  private struct Key: Hashable {
    var settings: [String: ConfigValue]
    /// For runs without settings.
    var fallback: String

    init(_ run: ComparedRun, _ chosen: [String]?) {
      if let chosen {
        settings = run.settings.filter { chosen.contains($0.key) }
        fallback = ""
      } else {
        settings = run.settings
        let bare = SeedInName(run.name)
        let own = bare.map { $0.rest.isEmpty ? run.run.folder.deletingLastPathComponent().lastPathComponent : $0.rest }
        fallback = settings.isEmpty ? run.run.manifest.group ?? own ?? run.run.folder.path : ""
      }
    }

    /// "lstm · units 10": texts bare, numbers with their names.
    func name(by told: [String], _ group: RunGroup) -> String {
      guard let first = group.runs.first else { return "" }
      if settings.isEmpty, !fallback.isEmpty {
        return first.run.manifest.group ?? SeedInName(first.name).map { $0.rest.isEmpty ? fallback : $0.rest }
          ?? first.name
      }
      if told.isEmpty { return group.count == 1 ? first.name : first.run.manifest.group ?? "all runs" }
      if told.count > 3, group.count == 1 { return first.name }
      let shown = told.prefix(told.count > 4 ? 3 : 4).map { RunGrouping.text($0, settings[$0], among: told) }
      return shown.joined(separator: " · ") + (told.count > 4 ? " …" : "")
    }
  }

  private static func text(_ name: String, _ value: ConfigValue?, among told: [String]) -> String {
    let short = String(name.split(separator: ".").last ?? "")
    let label = told.filter { $0.hasSuffix("." + short) || $0 == short }.count > 1 ? name : short
    guard let value else { return "no \(label)" }
    if let text = value.stringValue { return text.isEmpty ? "\(label) “”" : text }
    return "\(label) \(value.text)"
  }

  /// The names of settings that not all have alike.
  private static func varying(_ settings: [[String: ConfigValue]]) -> [String] {
    guard let first = settings.first else { return [] }
    var names = Set<String>()
    for other in settings.dropFirst() where other != first {
      for name in Set(first.keys).union(other.keys) where first[name] != other[name] { names.insert(name) }
    }
    return names.sorted()
  }

  private static func known(_ keys: [String], in runs: [ComparedRun]) throws(ReportError) -> [String] {
    let all = Set(runs.flatMap { $0.settings.keys })
    var result: [String] = []
    for key in keys {
      let bare = key.hasPrefix("config.") ? String(key.dropFirst(7)) : key
      guard all.contains(bare) else {
        let known = all.sorted().prefix(20).joined(separator: ", ")
        throw ReportError(
          .invalidRequest, path: key,
          message: all.isEmpty
            ? "No run has this setting; these runs recorded none at all."
            : "No run has this setting. Choose from \(known)\(all.count > 20 ? ", …" : "").")
      }
      result.append(bare)
    }
    return result
  }

  /// Groups with names of which no two are equal: the folder that the runs lie in tells equal names apart, or else a number.
  private static func named(_ groups: [RunGroup], _ names: [String]) -> [RunGroup] {
    let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    let placed = zip(groups, names).map { group, name in
      let folders = Set(group.runs.map { $0.run.folder.deletingLastPathComponent().lastPathComponent })
      guard counts[name] ?? 1 > 1, folders.count == 1, let folder = folders.first else { return name }
      return "\(folder)/\(name)"
    }
    var taken: [String: Int] = [:]
    return zip(groups, placed).map { group, name in
      var group = group
      taken[name, default: 0] += 1
      let number = taken[name] ?? 1
      group.name = number > 1 ? "\(name) (\(number))" : name
      return group
    }
  }
}
