extension ScalarSeries {
  /// What a reader of the curve should know about its points.
  var diagnostics: [Diagnostic] {
    [nonFiniteValues, unorderedSteps].compactMap { $0 }
  }

  private var nonFiniteValues: Diagnostic? {
    guard let first = values.firstIndex(where: { !$0.isFinite }) else { return nil }
    let number = values.count { !$0.isFinite }
    return Diagnostic(
      .warning,
      message: "\(tag): \(number) of \(count) values \(number == 1 ? "is" : "are") not finite, the first "
        + "(\(values[first])) at step \(steps[first]).")
  }

  private var unorderedSteps: Diagnostic? {
    var backward = 0
    var repeated = 0
    for (previous, next) in zip(steps, steps.dropFirst()) {
      if next < previous { backward += 1 }
      if next == previous { repeated += 1 }
    }
    guard backward + repeated > 0 else { return nil }
    let findings = [(backward, "go back"), (repeated, "repeat")].filter { $0.0 > 0 }
      .map { "\($0.1) \($0.0 == 1 ? "once" : "\($0.0) times")" }
    return Diagnostic(
      .warning, message: "\(tag): steps \(findings.joined(separator: " and ")); every point is kept in its order.")
  }
}
