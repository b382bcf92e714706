internal import Plot
public import Runs
public import Train

/// One training of an example, a new one or one that goes on, and the run that records it.
public struct TrainingSession {
  /// Where everything is logged.
  let run: RunWriter
  /// The epochs that were trained before.
  let initialEpoch: Int
  /// The run as it was found on disk, where it goes on.
  let earlier: Run?
  private let callbacks: [any Callback]

  /// A session of a new run, or of one that goes on.
  ///
  /// - Parameters:
  ///   - run: Where everything is logged.
  ///   - earlier: The run as it was found on disk, and the epochs that the model's checkpoint has been trained for.
  ///   - callbacks: Handed to `fit`, in this order.
  public init(_ run: RunWriter, resuming earlier: (run: Run, epochs: Int)? = nil, callbacks: [any Callback]) {
    self.run = run
    self.earlier = earlier?.run
    initialEpoch = earlier?.epochs ?? 0
    self.callbacks = callbacks
  }

  /// Logs the model's summary and trains it, unless it is trained already.
  func fit(
    _ model: Model, _ x: Tensor, _ y: Tensor, _ settings: TrainingSettings, validation: (x: Tensor, y: Tensor)? = nil,
    callbacks own: [any Callback] = []
  ) throws -> TrainingOutcome {
    let summary = try model.modelSummary()
    try run.update { $0.model = summary }
    var outcome = TrainingOutcome(curves: TrainingCurves(earlier?.scalars ?? [], upTo: initialEpoch))
    guard initialEpoch < settings.epochs else { return outcome }
    let history = try model.fit(
      x, y, epochs: settings.epochs, batchSize: settings.batchSize, validationData: validation,
      initialEpoch: initialEpoch, callbacks: own + callbacks)
    outcome.curves.append(history)
    outcome.ending = history.ending
    return outcome
  }

  func log(_ chart: Chart, _ slug: String, _ caption: String) throws {
    try run.logChart(slug: slug, title: chart.title ?? slug, caption: caption, chart)
  }
}
