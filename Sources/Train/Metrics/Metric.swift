/// Something measured beside the loss, for people to read: it is reported and not differentiated.
public struct Metric: Sendable {
  /// The name in histories and runs, as Keras writes it; `val_` is put before it for validation data.
  public let name: String

  let makeAccumulator: @Sendable () -> any MetricAccumulator
  /// What it compares; metrics of one's own take anything.
  var kind = Kind.any

  /// What a metric compares.
  enum Kind: Sendable {
    /// Rows of any form; steps that a mask leaves out are not handed over.
    case any
    /// As many targets as predictions; steps that a mask leaves out are not handed over.
    case values
    /// As many targets as predictions, of whole sequences.
    case sequences
  }

  func comparing(_ kind: Kind) -> Metric {
    var copy = self
    copy.kind = kind
    return copy
  }

  /// Creates a metric of your own.
  ///
  /// - Parameters:
  ///   - name: The name in histories and runs.
  ///   - accumulator: Called at the beginning of every epoch.
  public init(_ name: String, accumulator: @escaping @Sendable () -> any MetricAccumulator) {
    self.name = name
    makeAccumulator = accumulator
  }

  /// Creates a metric that is the mean over samples of what this function gives for a batch.
  ///
  /// - Parameters:
  ///   - name: The name in histories and runs.
  ///   - mean: The mean over a batch of predictions and targets, both (batch, …).
  public init(_ name: String, mean: @escaping @Sendable (_ prediction: Tensor, _ target: Tensor) -> Double) {
    self.init(name) { MeanAccumulator(mean: mean) }
  }
}

/// The state of a metric within one epoch.
public protocol MetricAccumulator {
  /// Takes a batch of predictions and targets, both (batch, …).
  mutating func add(prediction: Tensor, target: Tensor)

  /// The metric of everything that was added since the accumulator was made; NaN where it has no meaning.
  var value: Double { get }
}

private struct MeanAccumulator: MetricAccumulator {
  let mean: @Sendable (Tensor, Tensor) -> Double
  private var sum = 0.0
  private var samples = 0

  init(mean: @escaping @Sendable (Tensor, Tensor) -> Double) { self.mean = mean }

  mutating func add(prediction: Tensor, target: Tensor) {
    let count = prediction.shape.first ?? 1
    sum += mean(prediction, target) * Double(count)
    samples += count
  }

  var value: Double { samples == 0 ? .nan : sum / Double(samples) }
}
