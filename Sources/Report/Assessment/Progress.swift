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
  var language: ReportLanguage

  init(of run: Run, language: ReportLanguage = .english) {
    self.language = language
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

  /// The steps that were recorded; nil if none were.
  var steps: ClosedRange<Int>? { first.flatMap { first in last.map { first...$0 } } }

  /// What a step is in the page's language.
  var unitName: String { language.words.unit(unit) }

  /// What a step is, at the start of a title.
  var unitTitle: String { unitName.capitalizedFirst }

  /// "epoch 397".
  func place(_ step: Int) -> String { language.words.position(step, last: nil, unit) }

  /// "epoch 397 of 400"; the whole is left out where steps are counted from 0.
  func position(_ step: Int) -> String {
    language.words.position(step, last: (first ?? 0) >= 1 ? last : nil, unit)
  }

  /// "400 epochs" or "57 of 400 epochs"; nil if nothing was recorded.
  var extent: String? {
    count.map { language.words.extent($0, planned: isShort ? planned : nil, unit) }
  }

  /// "400" or "57 of 400", to stand beside the word.
  var bareExtent: String? {
    count.map { language.words.bareExtent($0, planned: isShort ? planned : nil) }
  }

  /// Whether fewer steps were recorded than were planned.
  var isShort: Bool {
    guard let count, let planned else { return false }
    return count < planned
  }

  /// How many steps have passed; a count from 0 has one more than its last number says.
  private var count: Int? {
    guard let last, let first else { return nil }
    return first == 0 && unit == "epoch" && last < .max ? last + 1 : last
  }
}

extension String {
  /// The text with its first letter in upper case.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
