/// What a limit says about a difference, in three states.
///
/// - **pass** only if the whole confidence interval is on the allowed side of the limit,
/// - **fail** only if the whole interval is beyond it,
/// - **inconclusive** otherwise, with the number of seeds that would settle it.
///
/// With one value on a side the values alone are compared: no variance between seeds is known then; see ``RunCheck``.
struct Verdict: Hashable, Sendable {
  let state: RunCheck.Result.State
  /// How many seeds a side would settle it; nil if it is settled, or if more than ``MeanDifference/seedLimit`` would.
  let seedsNeeded: Int?

  /// Judges a difference to a limit that is allowed to be 0 or below.
  ///
  /// - Parameters:
  ///   - difference: The difference to the limit, turned so that below 0 is good.
  ///   - level: The confidence level of the interval.
  init(of difference: MeanDifference, level: Double = 0.95) {
    let interval = difference.interval(level: level)
    if interval.upperBound <= 0 {
      state = .pass
    } else if interval.lowerBound > 0 {
      state = .fail
    } else {
      state = .inconclusive
    }
    seedsNeeded = state == .inconclusive ? difference.seedsNeeded(level: level) : nil
  }
}
