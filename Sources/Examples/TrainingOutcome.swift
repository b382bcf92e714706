public import Train

/// How a training went.
public struct TrainingOutcome {
  var curves: TrainingCurves
  /// How it ended.
  public internal(set) var ending = History.Ending.finished

  init(curves: TrainingCurves) { self.curves = curves }

  /// The number of epochs that are recorded.
  public var epochCount: Int { curves.epochs.count }

  /// What a training that diverged in this epoch came to, in a sentence.
  public func finding(inEpoch epoch: Int) -> String {
    let losses = curves.epochs.last == epoch ? [curves["loss"].last, curves["val_loss"].last].compactMap { $0 } : []
    guard let worst = losses.max(), losses.allSatisfy(\.isFinite) else {
      return "The loss was not a finite number in epoch \(epoch)."
    }
    return
      "After epoch \(epoch) the weights were not finite numbers, or the loss of \(Float(worst)) was more than a million "
      + "times what it was at first."
  }

  /// Whether there is a model worth looking at.
  var hasResults: Bool {
    if case .diverged = ending { return false }
    return !curves.epochs.isEmpty
  }
}
