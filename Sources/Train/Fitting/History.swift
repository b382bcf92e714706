/// What `fit` measured: one value of every metric for every complete epoch.
public struct History: Sendable, Hashable {
  /// The epochs, counted from 1.
  public internal(set) var epochs: [Int] = []

  /// The values by metric, `loss` and, with validation data, `val_loss`, each as long as ``epochs``.
  public internal(set) var metrics: [String: [Double]] = [:]

  /// How training ended.
  public internal(set) var ending: Ending = .finished

  /// The values of one metric, empty when there is none of this name.
  public subscript(metric: String) -> [Double] { metrics[metric] ?? [] }

  /// Why training ended.
  public enum Ending: Sendable, Hashable {
    /// All epochs were trained.
    case finished
    /// A ``StopRequest`` was made, such as by Ctrl-C.
    case interrupted
    /// In this epoch the loss or a weight was not a finite number, or ``StopOnNaN`` found the loss too large; the reason is
    /// a sentence.
    case diverged(epoch: Int, reason: String)
    /// A callback asked for it, for this reason.
    case stopped(reason: String)
  }

  mutating func append(epoch: Int, _ values: [String: Double]) {
    epochs.append(epoch)
    for (name, value) in values { metrics[name, default: []].append(value) }
  }
}
