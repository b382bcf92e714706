internal import Runs

/// How far a run has come, and what its steps are called.
struct Progress: Hashable {
  /// What a step is: "epoch" or "step".
  var unit: String
  /// The last step that was recorded.
  var last: Int?
  /// The first step that was recorded.
  var first: Int?
  /// How many steps the configuration asked for.
  var planned: Int?

  init(of run: Run) {
    let names = ["epochs", "num_epochs", "n_epochs", "max_epochs"]
    let settings = ConfigValue.flattened(run.manifest.config)
    planned = settings.first { names.contains(String($0.name.split(separator: ".").last ?? "")) }?.value.intValue
    let first = run.scalars.compactMap { $0.steps.min() }.min()
    let last = run.scalars.compactMap { $0.steps.max() }.max()
    let hasEpochTags = run.scalars.contains { $0.tag.hasPrefix("epoch_") || $0.tag.contains("/epoch_") }
    let countsFromOne = run.hasManifest && first == 1 && run.scalars.contains { $0.count == last }
    let isInEpochs = hasEpochTags || planned != nil || countsFromOne
    unit = run.stepUnit ?? (isInEpochs ? "epoch" : "step")
    self.first = first
    self.last = last
  }

  /// What a step is, at the start of a title.
  var unitTitle: String { unit.capitalizedFirst }

  /// "epoch 397 of 400"; the whole is left out where steps are counted from 0.
  func position(_ step: Int) -> String {
    let whole = (first ?? 0) >= 1 ? last.map { " of \(NumberText.grouped($0))" } ?? "" : ""
    return "\(unit) \(NumberText.grouped(step))\(whole)"
  }

  /// "400 epochs" or "57 of 400 epochs"; nil if nothing was recorded.
  var extent: String? {
    guard let count else { return nil }
    guard let planned, planned > count else { return NumberText.counted(count, unit) }
    return "\(NumberText.grouped(count)) of \(NumberText.counted(planned, unit))"
  }

  /// "400" or "57 of 400", to stand beside the word.
  var bareExtent: String? {
    guard let count else { return nil }
    guard let planned, planned > count else { return NumberText.grouped(count) }
    return "\(NumberText.grouped(count)) of \(NumberText.grouped(planned))"
  }

  /// Whether fewer steps were recorded than were planned.
  var isShort: Bool {
    guard let count, let planned else { return false }
    return count < planned
  }

  /// How many steps have passed; a count from 0 has one more than its last number says.
  private var count: Int? {
    guard let last, let first else { return nil }
    return first == 0 && unit == "epoch" ? last + 1 : last
  }
}

extension String {
  /// The text with its first letter in upper case.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
