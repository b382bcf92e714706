internal import Runs

/// The sortable table of groups: what differed, how it came out, how far from the reference, how long it took.
struct GroupTable {
  let comparison: Comparison
  /// How each group stands to the reference, by group.
  let standings: [Int: Standing]

  /// More groups than this are in the CSV only.
  static let rowLimit = 100
  /// More settings than this are in the CSV only.
  static let settingLimit = 6
  /// So many metrics beside the main one have a column.
  static let metricLimit = 3

  var values: TemplateValues {
    let rows = order.prefix(GroupTable.rowLimit)
    return [
      "columns": columns,
      "rows": rows.map { row($0, comparison.highlighted) },
      "isTall": rows.count > 25,
      "count": order.count > rows.count
        ? comparison.words.best(rows.count, of: order.count, areGroups: comparison.hasSeveral) + " " : "",
      "note": note,
    ]
  }

  /// The best first, then those without a value.
  private var order: [Int] {
    comparison.ranking + comparison.groups.indices.filter { !comparison.ranking.contains($0) }
  }

  /// The settings with a column. A single one is the name of the groups already.
  private var settings: [String] {
    comparison.varying.count == 1 && comparison.grouping == nil
      ? [] : Array(comparison.varying.prefix(GroupTable.settingLimit))
  }

  /// Where the settings make up the names of the groups, the first of them heads the rows in place of the names, which
  /// would say everything twice.
  private var headSetting: String? {
    (2...3).contains(comparison.varying.count) && comparison.grouping == nil ? settings.first : nil
  }

  /// The settings beside the first column.
  private var cellSettings: [String] { headSetting == nil ? settings : Array(settings.dropFirst()) }

  private var others: [ComparedMetric] {
    Array(comparison.metrics.dropFirst().filter(\.isOutcome).prefix(GroupTable.metricLimit))
  }

  private var hasSeveral: Bool { comparison.hasSeveral }

  private func text(_ key: String) -> String { comparison.text(key) }

  private var hasDurations: Bool { comparison.runs.contains { $0.run.duration != nil } }

  private var columns: [TemplateValues] {
    var columns: [TemplateValues] = [["name": groupTitle, "numeric": false]]
    columns += cellSettings.map { setting in
      ["name": VisibleText.name(setting), "numeric": isNumeric(setting)]
    }
    if hasSeveral { columns.append(["name": text("runsColumn"), "numeric": true]) }
    if let main = comparison.main {
      columns.append(["name": main.title, "numeric": true, "sort": main.direction == .min ? "ascending" : "descending"])
      columns.append(["name": text("bestColumn"), "numeric": true, "isExtra": true])
      if !standings.isEmpty {
        columns.append(["name": text(comparison.baseline == nil ? "toBest" : "toBaseline"), "numeric": true])
      }
    }
    columns += others.map { ["name": $0.title, "numeric": true, "isExtra": true] }
    if hasDurations { columns.append(["name": text("duration"), "numeric": true]) }
    return columns
  }

  /// A single setting that varies gives the groups their names and the column its title.
  private var groupTitle: String {
    guard let first = headSetting ?? comparison.varying.first,
      headSetting != nil || (comparison.varying.count == 1 && comparison.grouping == nil)
    else { return text(hasSeveral ? "group" : "run") }
    return VisibleText.name(first).capitalizedFirst
  }

  private func row(_ group: Int, _ highlighted: [Int]) -> TemplateValues {
    let runs = comparison.groups[group].runs
    var cells: [TemplateValues] = cellSettings.map { setting($0, group) }
    if hasSeveral { cells.append(number(Double(runs.count), "\(runs.count)")) }
    if let main = comparison.main {
      cells.append(final(main, group, isMain: true))
      let best = Sample(comparison.groups[group].bests(main.tag, main.direction))
      cells.append(number(best.mean, best.count > 0 ? NumberText.measured(best.mean) : "–"))
      if !standings.isEmpty { cells.append(standing(group)) }
    }
    cells += others.map { final($0, group) }
    if hasDurations {
      let duration = Sample(runs.compactMap(\.run.duration)).mean
      cells.append(number(duration, TimeText.duration(duration, comparison.language) ?? "–"))
    }
    let tags: [TemplateValues] = [
      group == comparison.baseline ? ["kind": "base", "label": text("baselineTag")] : nil,
      group == comparison.ranking.first ? ["kind": "good", "label": text("bestTag")] : nil,
    ].compactMap { $0 }
    return [
      "name": headSetting.map { comparison.setting($0, group).map { VisibleText.name($0.text) } ?? "–" }
        ?? comparison.name(group), "tags": tags.isEmpty ? nil : ["entries": tags] as TemplateValues,
      "color": highlighted.firstIndex(of: group).map { $0 % 8 + 1 }, "cells": cells,
      "series": comparison.name(group),
      "isBest": group == comparison.ranking.first,
    ]
  }

  private func setting(_ name: String, _ group: Int) -> TemplateValues {
    let values = Set(comparison.groups[group].runs.map { $0.settings[name] })
    guard values.count == 1 else { return ["text": text("several"), "numeric": false] }
    guard let value = comparison.setting(name, group) else { return ["text": "–", "numeric": isNumeric(name)] }
    let text = VisibleText.name(value.text)
    return isNumeric(name) ? number(value.doubleValue ?? .nan, text) : ["text": text, "numeric": false]
  }

  private func isNumeric(_ setting: String) -> Bool {
    let values = comparison.groups.compactMap { $0.settings[setting] }
    return values.allSatisfy { $0.doubleValue != nil }
  }

  private func final(_ metric: ComparedMetric, _ group: Int, isMain: Bool = false) -> TemplateValues {
    let finals = comparison.groups[group].finals(metric.tag)
    let sample = Sample(finals)
    guard sample.count > 0 else {
      return ["text": finals.first.map(NumberText.nonFinite) ?? "–", "numeric": true]
    }
    let half = sample.interval().map { ($0.upperBound - $0.lowerBound) / 2 }
    return [
      "text": NumberText.measured(sample.mean), "numeric": true, "value": "\(sample.mean)",
      "detail": isMain ? half.map { " ±" + NumberText.measured($0, significantDigits: 2) } : nil,
      "strong": isMain && group == comparison.ranking.first,
    ]
  }

  private func standing(_ group: Int) -> TemplateValues {
    guard let standing = standings[group], standing.outcome != .missing else { return ["text": "", "numeric": true] }
    let sign = standing.difference.value > 0 ? "+" : standing.difference.value < 0 ? "\u{2212}" : "±"
    let size =
      standing.share.map { Standing.percent($0.magnitude) }
      ?? NumberText.measured(standing.difference.value.magnitude, significantDigits: 2)
    return [
      "text": sign + size, "numeric": true, "value": "\(standing.share ?? standing.difference.value)",
      "tag": PairSection.tag(standing.outcome, comparison.language),
    ]
  }

  private func number(_ value: Double, _ text: String) -> TemplateValues {
    ["text": text, "numeric": true, "value": value.isFinite ? "\(value)" : nil]
  }

  private var note: String {
    let words = comparison.words
    var parts: [String] = []
    if comparison.main != nil, hasSeveral { parts.append(words.valuesAreMeans) }
    let hidden = comparison.varying.count - GroupTable.settingLimit
    if hidden > 0 { parts.append(words.moreSettings(hidden)) }
    if comparison.varying.isEmpty, comparison.groups.count > 1 { parts.append(words.noSettings) }
    return parts.joined(separator: " ")
  }
}
