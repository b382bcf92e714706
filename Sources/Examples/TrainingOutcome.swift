public import Train

/// How a training went.
public struct TrainingOutcome {
  var curves: TrainingCurves
  /// How it ended.
  public internal(set) var ending = History.Ending.finished

  init(curves: TrainingCurves) { self.curves = curves }

  /// The number of epochs that are recorded.
  public var epochCount: Int { curves.epochs.count }

  /// Whether there is a model worth looking at.
  var hasResults: Bool {
    if case .diverged = ending { return false }
    return !curves.epochs.isEmpty
  }
}
