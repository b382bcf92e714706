internal import Foundation
internal import Runs

/// What a run has under a name, for columns, sorting and filters.
enum RunValue: Hashable {
  case bool(Bool)
  case number(Double)
  case text(String)
}

/// A run of a list with all that can be asked of it by name.
///
/// The names are `run`, `status`, `duration` (seconds), `start`, `end`, `seed`, `group`, `notes`, `config.…` and the tags
/// of the metrics. A tag is the metric's best value; `TAG.last`, `TAG.step` (of the best) and `TAG.test` are its others.
struct RunRecord {
  let listing: RunListing
  let values: [String: RunValue]

  static let fixedKeys = ["run", "status", "duration", "start", "end", "seed", "group", "notes"]

  /// - Parameter now: The time in seconds since 1970, to which the duration of a run is counted that is going on.
  init(_ listing: RunListing, now: Double) {
    self.listing = listing
    let manifest = listing.manifest
    var values: [String: RunValue] = [:]
    for (tag, metric) in manifest.metrics {
      values[tag] = metric.best.map(RunValue.number)
      values["\(tag).best"] = metric.best.map(RunValue.number)
      values["\(tag).last"] = metric.last.map(RunValue.number)
      values["\(tag).test"] = metric.test.map(RunValue.number)
      values["\(tag).step"] = metric.bestStep.map { .number(Double($0)) }
    }
    for (name, value) in ConfigValue.flattened(manifest.config) { values["config.\(name)"] = RunValue(value) }
    values["run"] = .text(listing.path)
    values["status"] = .text(listing.status.rawValue)
    values["duration"] = Self.duration(listing, now: now).map(RunValue.number)
    values["start"] = manifest.startTime.map { .text($0.formatted(.iso8601)) }
    values["end"] = manifest.endTime.map { .text($0.formatted(.iso8601)) }
    values["seed"] = manifest.seed.map { .number(Double($0)) }
    values["group"] = manifest.group.map(RunValue.text)
    values["notes"] = manifest.notes.map(RunValue.text)
    self.values = values
  }

  private static func duration(_ listing: RunListing, now: Double) -> Double? {
    if let duration = listing.manifest.duration { return duration }
    guard listing.status == .running, let start = listing.manifest.startTime else { return nil }
    return max(0, now - start.timeIntervalSince1970)
  }
}

extension RunRecord {
  /// The order of two runs by a key: numbers by value, texts by characters, runs without the key last in either order.
  static func precedes(_ left: RunRecord, _ right: RunRecord, by key: String, reversed: Bool) -> Bool {
    switch (left.values[key], right.values[key]) {
    case (nil, _): return false
    case (_, nil): return true
    case (.number(let left)?, .number(let right)?):
      // NaN is a value that no order has a place for.
      if left.isNaN || right.isNaN { return !left.isNaN && right.isNaN }
      return reversed ? left > right : left < right
    case (let left?, let right?): return reversed ? left.text > right.text : left.text < right.text
    }
  }

  /// The runs with a key's values in order; runs of equal values stay in theirs.
  static func sorted(_ runs: [RunRecord], by key: String, reversed: Bool) -> [RunRecord] {
    runs.enumerated().sorted { left, right in
      if precedes(left.element, right.element, by: key, reversed: reversed) { return true }
      if precedes(right.element, left.element, by: key, reversed: reversed) { return false }
      return left.offset < right.offset
    }.map(\.element)
  }
}

extension RunValue {
  init(_ value: ConfigValue) {
    switch value {
    case .bool(let value): self = .bool(value)
    case .integer, .number: self = .number(value.doubleValue ?? .nan)
    case .string, .array, .object: self = .text(value.text)
    }
  }

  /// The value in full: numbers in the shortest form that reads back the same.
  var text: String {
    switch self {
    case .bool(let value): "\(value)"
    case .number(let value): Int(exactly: value).map(String.init) ?? "\(value)"
    case .text(let value): value
    }
  }
}
