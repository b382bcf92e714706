extension EnglishComparison {
  var step: String { "Step" }
  var epoch: String { "Epoch" }

  func elapsed(_ unit: CurvePlaces.TimeUnit) -> String {
    switch unit {
    case .seconds: "Elapsed time (s)"
    case .minutes: "Elapsed time (min)"
    case .hours: "Elapsed time (h)"
    }
  }

  func means(of runs: ClosedRange<Int>, on scale: IntervalScale) -> String {
    let scale =
      switch scale {
      case .linear: ""
      case .logarithmic: " (formed on logarithms, so that it stays above 0)"
      case .logit: " (formed on log odds, so that it stays between 0 and 1)"
      }
    let size = runs.count == 1 ? "\(runs.lowerBound) runs each" : "\(range(runs)) runs"
    return "Means of \(size) with the 95\u{A0}% interval of the mean\(scale), at the steps that all of them have."
  }

  func grayRange(_ count: Int) -> String {
    "Gray: the range of the \(NumberText.counted(count, "other")), darker the middle half of them."
  }

  func grayLines(_ count: Int) -> String { "Gray: the \(NumberText.counted(count, "other"))." }

  func smoothed(over span: Int, holdsEveryValue: Bool) -> String {
    let band = holdsEveryValue ? "; the bands hold every value" : ""
    return "Smoothed by an exponential moving average over about \(NumberText.grouped(span)) points\(band)."
  }

  func reduced(to points: Int, of stored: Int) -> String {
    "At most \(NumberText.grouped(points)) of \(NumberText.grouped(stored)) points a line are drawn; peaks are kept."
  }

  func moreMetrics(_ count: Int) -> String {
    "\(NumberText.counted(count, "more metric")) of these runs \(count == 1 ? "is" : "are") not drawn here."
  }

  func curves(
    _ metric: String, over x: String, isLog: Bool, _ lines: [(name: String, first: String, last: String)], others: Int
  ) -> String {
    let parts = lines.map { "\($0.name) \($0.first) → \($0.last)" }
    return "Line chart, \(metric)\(isLog ? " (log)" : "") by \(x). \(parts.joined(separator: "; "))"
      + (others > 0 ? "; in gray \(NumberText.counted(others, "other"))." : ".")
  }

  func eachRunTitle(_ metric: String) -> String { "\(metric), each run" }

  var eachRunCaption: String { "Every run as a line of its own, in the colour of its group." }
}

extension EnglishComparison {
  func finalTitle(_ spoken: String, isClose: Bool) -> String { "Final \(spoken)\(isClose ? ", seen from near" : "")" }

  func finals(
    _ title: String, _ groups: [(name: String, mean: String, interval: (low: String, high: String)?)]
  ) -> String {
    let parts = groups.map { group in
      "\(group.name) \(group.mean)" + (group.interval.map { " (\($0.low) to \($0.high))" } ?? "")
    }
    return "\(title): \(parts.joined(separator: "; "))."
  }

  func finalCaption(isClose: Bool) -> String {
    isClose
      ? "Each dot is a run; diamond and line are the mean and its 95\u{A0}% interval."
      : "Bars are means, lines their 95\u{A0}% intervals; each dot is a run."
  }

  var oneRunEach: String { "One run each, so no variance between seeds is known." }

  func dashed(baseline: String) -> String { "Dashed: the baseline \(baseline)." }

  func best(of groups: Int, hasBaseline: Bool) -> String {
    "The best of \(NumberText.grouped(groups)) groups\(hasBaseline ? ", the baseline" : "") and the worst."
  }

  func lost(_ runs: Int) -> String {
    "\(NumberText.counted(runs, "run")) ended in NaN or infinity and cannot be shown."
  }
}

extension EnglishComparison {
  func title(_ metric: String, by setting: String) -> String { "\(metric) by \(setting)" }

  func settingsTitle(_ spoken: String) -> String { "Settings and \(spoken)" }

  func without(_ setting: String) -> String { "no \(setting)" }

  func settingCaption(_ style: SettingComparison.Style, colours: String?, hasOthers: Bool) -> String {
    let marks =
      switch style {
      case .dots: "Each dot is a run, the line their means."
      case .cloud: "Each dot is a run."
      case .boxes: "Boxes hold the middle half of the runs, the line in them is the median."
      case .bins: "The darker, the more runs."
      }
    return "\(marks)\(colours.map { " Colours stand for \($0)." } ?? "")"
      + (hasOthers ? " Other settings differ between the runs too." : "")
  }

  func parallelCaption(hasGroups: Bool, drawn: Int, of all: Int) -> String {
    "Each line is \(hasGroups ? "a group of runs; its metric is the mean" : "a run")."
      + (drawn < all ? " \(drawn) of \(NumberText.grouped(all)) are drawn, from the best to the worst." : "")
  }

  func sideBySide(hasGroups: Bool, hidden: Int) -> String {
    [
      hasGroups ? "Of each group the run whose final value is nearest to the group's median." : nil,
      hidden > 0
        ? "\(NumberText.counted(hidden, "more group")) with such charts \(hidden == 1 ? "is" : "are") not shown." : nil,
      "Charts that are the same in all of them are left out; the others share their axes.",
    ].compactMap { $0 }.joined(separator: " ")
  }
}

extension EnglishComparison {
  func title(runs: Int, groups: Int?) -> String {
    let runs = NumberText.counted(runs, "run")
    return groups.map { "\(runs) in \(NumberText.counted($0, "group"))" } ?? runs
  }

  func judged(by spoken: String, isLowerBetter: Bool) -> String {
    "final \(spoken), \(isLowerBetter ? "lower" : "higher") is better"
  }

  func range(_ counts: ClosedRange<Int>) -> String {
    counts.count == 1 ? "\(counts.lowerBound)" : "\(counts.lowerBound) to \(counts.upperBound)"
  }

  func best(_ shown: Int, of all: Int, areGroups: Bool) -> String {
    "The best \(shown) of \(NumberText.counted(all, areGroups ? "group" : "run"))."
  }

  var valuesAreMeans: String {
    "Values are means over the runs of a group; ± is half the 95\u{A0}% interval of the mean."
  }

  func moreSettings(_ count: Int) -> String {
    let settings = NumberText.counted(count, "more setting")
    return "\(settings) that \(count == 1 ? "differs is" : "differ are") in the CSV."
  }

  var noSettings: String { "The runs recorded no setting that differs." }

  func first(_ shown: Int, of runs: Int) -> String {
    "The first \(shown) of \(NumberText.counted(runs, "run")); all of them are in the CSV."
  }

  func finalColumn(_ spoken: String) -> String { "Final \(spoken)" }

  func everyRun(_ count: String) -> String { "Every run (\(count))" }
}

extension EnglishComparison {
  var nothingToCompare: Sentence { "No metric was recorded, so there is nothing to compare." }

  func only(_ name: String, _ spoken: String, _ mean: String) -> Sentence {
    "Only \(strong: name) recorded a finite \(spoken), \(mean)."
  }

  func oneRun(_ spoken: String, _ value: String) -> Sentence { "One run, with a final \(spoken) of \(strong: value)." }

  func oneGroup(_ runs: Int, _ spoken: String, _ mean: String, plusMinus half: String) -> Sentence {
    "\(NumberText.counted(runs, "run")) of the same configuration: the final \(spoken) is "
      + "\(strong: mean) on average, ±\(half) (95\u{A0}% interval)."
  }

  func best(
    _ name: String, _ spoken: String, _ value: String, isLowest: Bool, other: String, isBaseline: Bool,
    difference: String?, against: String
  ) -> Sentence {
    let role = isBaseline ? "the baseline \(other)" : "the second best, \(other)"
    let start: Sentence = "\(strong: name) has the \(isLowest ? "lowest" : "highest") \(spoken), \(strong: value)"
    guard let difference else { return start + ", the same as \(role)" }
    return start + ", \(difference) than \(role) with \(against)"
  }

  func noneBetter(
    _ spoken: String, isLower: Bool, baseline: String, _ value: String, nearest: String, _ other: String
  ) -> Sentence {
    "No group has a \(isLower ? "lower" : "higher") \(spoken) than the baseline \(baseline), "
      + "\(strong: value); the nearest is \(strong: nearest) with \(other)"
  }

  func maybeChance(_ size: String) -> Sentence {
    ". With \(size) to go by, no variance between seeds is known, so this may be chance."
  }

  func beyondChance(_ extent: String, _ size: String) -> Sentence {
    ". That is \(strong: "beyond what chance between seeds explains"): \(extent) with 95\u{A0}% confidence, from \(size)."
  }

  func takenBack(_ size: String) -> Sentence {
    ". Of so many groups one may look so \(strong: "by chance"): the difference does not stand Holm’s "
      + "correction, from \(size)."
  }

  func withinChance(_ size: String, seeds: Int?) -> Sentence {
    let more =
      seeds.map { " About \(NumberText.grouped($0)) seeds each would settle it." } ?? " More seeds would be needed."
    return ". \(strong: "Chance between seeds could do that"), with \(size).\(more)"
  }
}

extension EnglishComparison {
  func amount(_ size: String, isLower: Bool) -> String { "\(size) \(isLower ? "lower" : "higher")" }

  func extent(_ low: (size: String, isLower: Bool), _ high: (size: String, isLower: Bool)) -> String {
    let (first, last) = (amount(low.size, isLower: low.isLower), amount(high.size, isLower: high.isLower))
    return low.isLower == high.isLower ? "from \(low.size) to \(last)" : "from \(first) to \(last)"
  }

  func size(_ a: Int, _ b: Int, pairs: Int?) -> String {
    if let pairs { return "the same \(pairs) seeds on both sides" }
    return a == b ? (a == 1 ? "one run each" : "\(a) runs each") : "\(a) and \(NumberText.counted(b, "run"))"
  }

  func against(_ first: String, _ second: String) -> String { "\(first) against \(second)" }

  func same(_ metric: String) -> String { "\(metric) is the same in both." }

  var missing: String { "One of them has no finite value to compare." }

  func single(_ metric: String, _ amount: String, size: String?) -> String {
    "\(metric) is \(amount)." + (size.map { " With \($0), no variance between seeds is known." } ?? "")
  }

  func shown(_ metric: String, _ amount: String, _ extent: String) -> String {
    "\(metric) is \(amount), more than chance between seeds explains. Expect the true difference \(extent)."
  }

  func takenBack(_ metric: String, _ amount: String, _ extent: String) -> String {
    "\(metric) is \(amount), \(extent) with 95\u{A0}% confidence. But of several pairs tested, one may look so by chance, so "
      + "this does not count as shown."
  }

  func undecided(_ metric: String, _ amount: String, _ extent: String, seeds: Int?) -> String {
    "\(metric) is \(amount), but chance between seeds could do that: the true difference may lie anywhere \(extent)."
      + (seeds.map { " About \(NumberText.grouped($0)) seeds each would settle it." } ?? "")
  }

  func interval(_ low: String, _ high: String, isPaired: Bool) -> String {
    "95\u{A0}% interval \(low) to \(high) (\(isPaired ? "paired by seed" : "Welch"))"
  }

  func bootstrap(_ low: String, _ high: String) -> String { "bootstrap \(low) to \(high)" }

  func counts(_ a: Int, _ b: Int) -> String { "n = \(a) and \(b)" }

  func corrected(_ p: String) -> String { "p = \(p) after Holm" }

  func exact(_ p: String) -> String { "exact permutation p = \(p)" }

  func morePairs(_ count: Int) -> String {
    "\(NumberText.counted(count, "more pair")) \(count == 1 ? "is" : "are") in the CSV."
  }

  func method(pairs: Int, samples: Int) -> String {
    "The words rest on the 95\u{A0}% interval of the difference, and on its p after Holm's correction for the "
      + "\(NumberText.counted(pairs, "pair")) tested. The bootstrap interval draws the runs anew "
      + "\(NumberText.grouped(samples)) times; with few seeds it is too narrow."
  }

  var methodOfSingles: String {
    "One run each, so no variance between seeds is known: running them again may turn any of these round. Train each "
      + "setting with several seeds to know."
  }
}

extension EnglishComparison {
  func listed(_ names: [String], count: Int) -> String {
    guard !names.isEmpty else { return NumberText.counted(count, "run") }
    if names.count == 1 { return "the run \(names[0])" }
    return "the runs \(names.dropLast().joined(separator: ", ")) and \(names.last ?? "")"
  }

  func unfinished(_ runs: [(status: RunOfStatus, listed: String, count: Int)]) -> String {
    let parts = runs.map { run in
      let verb =
        switch run.status {
        case .failed: "failed"
        case .interrupted: run.count == 1 ? "was interrupted" : "were interrupted"
        case .running: run.count == 1 ? "is still running" : "are still running"
        }
      return "\(run.listed) \(verb)"
    }
    return parts.joined(separator: "; ").capitalizedFirst + ". Their last values count as they stand."
  }

  func diverged(_ listed: String, count: Int) -> String {
    "\(listed) \(count == 1 ? "ended" : "all ended") in NaN or infinity. Means leave them out, which flatters their "
      .capitalizedFirst + "groups."
  }

  func mixed(_ settings: [String], hasMore: Bool) -> String {
    "Within groups the runs differ in \(settings.joined(separator: ", "))\(hasMore ? " and more" : ""); intervals show "
      + "that too, not only seeds."
  }

  func withoutMetric(_ listed: String, _ spoken: String) -> String {
    "\(listed) did not record \(spoken).".capitalizedFirst
  }

  func unequalLengths(_ groups: [String], hasMore: Bool) -> String {
    "Runs of \(named(groups, hasMore)) ended at different steps; curves show the steps that all runs of a group have."
  }

  func sameSeeds(_ groups: [String], hasMore: Bool) -> String {
    "\(named(groups, hasMore)): some runs have the same seed, so they tell less about chance than their number says."
  }

  func commits(_ count: Int) -> String {
    "The runs were made with \(count) different commits, so the code may differ too."
  }

  func damaged(_ listed: String) -> String { "Part of the log of \(listed) is damaged and not shown." }

  private func named(_ groups: [String], _ hasMore: Bool) -> String {
    groups.joined(separator: ", ") + (hasMore ? " and others" : "")
  }
}
