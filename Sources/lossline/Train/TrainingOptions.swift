internal import ArgumentParser
internal import Examples
internal import Train

/// How long and how fast an example is trained; shared by all of them. Each option is nil unless it was given.
struct TrainingOptions<E: Example>: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: "How often all training samples are used. (default: \(E().settings.epochs))")
  var epochs: Int?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Samples a step. (default: \(E().settings.batchSize))", valueName: "samples"))
  var batchSize: Int?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The step size of Adam. (default: \(E().settings.learningRate))", valueName: "rate"))
  var learningRate: Double?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Limit every element of the gradient to this size. (default: no limit)", valueName: "size"))
  var clipValue: Double?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Limit the norm of every parameter's gradient. (default: no limit)", valueName: "norm"))
  var clipNorm: Double?
  @Option(
    parsing: .unconditional,
    help: "What every random number comes from, 0 or more; the same seed gives the same run. (default: 1)")
  var seed: UInt64?

  func validate() throws {
    try Given.require(batchSize, "--batch-size", in: 1...Int.max)
    try Given.require(epochs, "--epochs", in: 1...Int.max)
    for (option, value) in [
      ("--learning-rate", learningRate), ("--clip-value", clipValue), ("--clip-norm", clipNorm),
    ] {
      if let value, !(value > 0 && value.isFinite) {
        throw ValidationError("\(option) is \(value); give a number above 0.")
      }
    }
    if clipValue != nil, clipNorm != nil {
      throw ValidationError("--clip-value and --clip-norm exclude each other; give one of them.")
    }
  }

  /// Replaces what was given.
  func apply(to settings: inout TrainingSettings) {
    settings.epochs = epochs ?? settings.epochs
    settings.batchSize = batchSize ?? settings.batchSize
    settings.learningRate = learningRate ?? settings.learningRate
    settings.seed = seed ?? settings.seed
    if let clipValue { settings.clipping = .value(Float(clipValue)) }
    if let clipNorm { settings.clipping = .norm(Float(clipNorm)) }
  }

  /// The options that were given and that a training which goes on cannot change.
  var fixed: [String] {
    Given.names([
      ("--batch-size", batchSize), ("--learning-rate", learningRate), ("--clip-value", clipValue),
      ("--clip-norm", clipNorm), ("--seed", seed),
    ])
  }
}
