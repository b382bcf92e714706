/// The sentences of a comparison in one language: those that hold numbers or names, and hence are no fixed texts.
///
/// Names of groups, runs and metrics are given as they are shown; a metric's `spoken` name stands inside of a sentence.
protocol ComparisonWording: CurveWording, FinalWording, SettingWording, TableWording, VerdictWording, PairWording,
  ComparisonWarningWording
{}

extension ReportLanguage {
  /// The sentences of comparisons in this language.
  var comparison: any ComparisonWording {
    switch self {
    case .english: EnglishComparison()
    case .korean: KoreanComparison()
    }
  }
}

/// The sentences of a comparison in English.
struct EnglishComparison: ComparisonWording {}

/// The sentences of a comparison in Korean.
struct KoreanComparison: ComparisonWording {}

/// The words of the curves' section.
protocol CurveWording: Sendable {
  /// The titles of the x axes.
  var step: String { get }
  var epoch: String { get }
  func elapsed(_ unit: CurvePlaces.TimeUnit) -> String

  /// That lines are means of so many runs with intervals, formed on a scale.
  func means(of runs: ClosedRange<Int>, on scale: IntervalScale) -> String
  /// That gray areas are the range of so many other groups.
  func grayRange(_ count: Int) -> String
  /// That gray lines are so many other groups.
  func grayLines(_ count: Int) -> String
  func smoothed(over span: Int, holdsEveryValue: Bool) -> String
  /// That not all points are drawn.
  func reduced(to points: Int, of stored: Int) -> String
  /// That so many metrics have no chart.
  func moreMetrics(_ count: Int) -> String
  func eachRunTitle(_ metric: String) -> String
  var eachRunCaption: String { get }
}

/// The words of the final values' section.
protocol FinalWording: Sendable {
  func finalTitle(_ spoken: String, isClose: Bool) -> String
  func finalCaption(isClose: Bool) -> String
  /// That groups are one run each.
  var oneRunEach: String { get }
  func dashed(baseline: String) -> String
  /// That only the best and the worst of so many groups are shown.
  func best(of groups: Int, hasBaseline: Bool) -> String
  func lost(_ runs: Int) -> String
}

/// The words of the settings' section and of charts side by side.
protocol SettingWording: Sendable {
  func title(_ metric: String, by setting: String) -> String
  func settingsTitle(_ spoken: String) -> String
  /// A group of runs that lack a setting.
  func without(_ setting: String) -> String
  /// What dots, line, boxes and colours are.
  func settingCaption(_ style: SettingComparison.Style, colours: String?, hasOthers: Bool) -> String
  /// What a line is, and how many of all are drawn.
  func parallelCaption(hasGroups: Bool, drawn: Int, of all: Int) -> String
  /// Which runs' charts stand side by side, how many groups' do not, and whether they share their axes.
  func sideBySide(hasGroups: Bool, hidden: Int) -> String
}

/// The words of the head and of the tables.
protocol TableWording: Sendable {
  /// "20 runs in 4 groups"; without groups where each is one run.
  func title(runs: Int, groups: Int?) -> String
  func judged(by spoken: String, isLowerBetter: Bool) -> String
  /// "5" or "3 to 5".
  func range(_ counts: ClosedRange<Int>) -> String
  /// That only so many of all are in the table.
  func best(_ shown: Int, of all: Int, areGroups: Bool) -> String
  var valuesAreMeans: String { get }
  func moreSettings(_ count: Int) -> String
  var noSettings: String { get }
  func first(_ shown: Int, of runs: Int) -> String
  /// The head of a metric's column of final values.
  func finalColumn(_ spoken: String) -> String
  func everyRun(_ count: String) -> String
}

/// The words of the sentence at the head.
protocol VerdictWording: Sendable {
  var nothingToCompare: Sentence { get }
  func only(_ name: String, _ spoken: String, _ mean: String) -> Sentence
  func oneRun(_ spoken: String, _ value: String) -> Sentence
  func oneGroup(_ runs: Int, _ spoken: String, _ mean: String, plusMinus half: String) -> Sentence
  /// That a group is the best, how much it is better than another (nil: as good), and by what right.
  func best(
    _ name: String, _ spoken: String, _ value: String, isLowest: Bool, other: String, isBaseline: Bool,
    difference: String?, against: String
  ) -> Sentence
  /// That the baseline is the best, and which group is nearest.
  func noneBetter(
    _ spoken: String, isLower: Bool, baseline: String, _ value: String, nearest: String, _ other: String
  ) -> Sentence
  func maybeChance(_ size: String) -> Sentence
  func beyondChance(_ extent: String, _ size: String) -> Sentence
  func takenBack(_ size: String) -> Sentence
  func withinChance(_ size: String, seeds: Int?) -> Sentence
}

/// The words of differences.
protocol PairWording: Sendable {
  /// "0.0012 (23 %) lower".
  func amount(_ size: String, isLower: Bool) -> String
  /// "from 0.0008 to 0.0016 lower", "from 0.0003 lower to 0.0001 higher".
  func extent(_ low: (size: String, isLower: Bool), _ high: (size: String, isLower: Bool)) -> String
  /// "the same 5 seeds on both sides", "5 runs each", "5 and 3 runs".
  func size(_ a: Int, _ b: Int, pairs: Int?) -> String
  func against(_ first: String, _ second: String) -> String
  func same(_ metric: String) -> String
  var missing: String { get }
  func single(_ metric: String, _ amount: String, size: String?) -> String
  func shown(_ metric: String, _ amount: String, _ extent: String) -> String
  func takenBack(_ metric: String, _ amount: String, _ extent: String) -> String
  func undecided(_ metric: String, _ amount: String, _ extent: String, seeds: Int?) -> String
  func interval(_ low: String, _ high: String, isPaired: Bool) -> String
  func bootstrap(_ low: String, _ high: String) -> String
  func counts(_ a: Int, _ b: Int) -> String
  func corrected(_ p: String) -> String
  func exact(_ p: String) -> String
  func morePairs(_ count: Int) -> String
  func method(pairs: Int, samples: Int) -> String
  var methodOfSingles: String { get }
}

/// The words of what a reader should know first.
protocol ComparisonWarningWording: Sendable {
  /// "the run a", "the runs a and b" or "12 runs".
  func listed(_ names: [String], count: Int) -> String
  func unfinished(_ runs: [(status: RunOfStatus, listed: String, count: Int)]) -> String
  func diverged(_ listed: String, count: Int) -> String
  func mixed(_ settings: [String], hasMore: Bool) -> String
  func withoutMetric(_ listed: String, _ spoken: String) -> String
  func unequalLengths(_ groups: [String], hasMore: Bool) -> String
  func sameSeeds(_ groups: [String], hasMore: Bool) -> String
  func commits(_ count: Int) -> String
  func damaged(_ listed: String) -> String
}

/// How a run ended that did not finish.
enum RunOfStatus: Sendable { case failed, interrupted, running }
