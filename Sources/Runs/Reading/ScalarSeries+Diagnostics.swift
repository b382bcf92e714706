extension ScalarSeries {
  /// What a reader of the curve should know about its points.
  var diagnostics: [Diagnostic] {
    [nonFiniteValues, unorderedSteps].compactMap { $0 }
  }

  private var nonFiniteValues: Diagnostic? {
    let number = values.withUnsafeBufferPointer { values in
      var number = 0
      for value in values { number += value.isFinite ? 0 : 1 }
      return number
    }
    guard number > 0, let first = values.firstIndex(where: { !$0.isFinite }) else { return nil }
    return Diagnostic(
      .warning,
      message: "\(tag): \(number) of \(count) values \(number == 1 ? "is" : "are") not finite, the first "
        + "(\(values[first])) at step \(steps[first]).")
  }

  private var unorderedSteps: Diagnostic? {
    let (backward, repeated) = steps.reversals
    guard backward + repeated > 0 else { return nil }
    let findings = [(backward, "go back"), (repeated, "repeat")].filter { $0.0 > 0 }
      .map { "\($0.1) \($0.0 == 1 ? "once" : "\($0.0) times")" }
    return Diagnostic(
      .warning, message: "\(tag): steps \(findings.joined(separator: " and ")); every point is kept in its order.")
  }
}
