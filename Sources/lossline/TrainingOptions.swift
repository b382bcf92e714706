internal import ArgumentParser
internal import Examples
internal import Train

/// How long and how fast an example is trained; shared by all of them. Each option is nil unless it was given.
struct TrainingOptions<E: Example>: ParsableArguments {
  @Option(help: "How often all training samples are used (default: \(E().settings.epochs)).")
  var epochs: Int?
  @Option(help: "Samples a step (default: \(E().settings.batchSize)).")
  var batchSize: Int?
  @Option(help: "The step size of Adam (default: \(E().settings.learningRate)).")
  var learningRate: Double?
  @Option(help: "Limit every element of the gradient to this size (default: no limit).")
  var clipValue: Double?
  @Option(help: "Limit the norm of every parameter's gradient (default: no limit).")
  var clipNorm: Double?
  @Option(help: "Where every random number comes from: the same seed gives the same run (default: 1).")
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

/// Options that may not be given at all.
enum Given {
  /// The names of those that were given.
  static func names(_ options: [(String, Any?)]) -> [String] { options.compactMap { $1 == nil ? nil : $0 } }

  /// - Throws: `ValidationError` for a number outside of the range.
  static func require(_ value: Int?, _ option: String, in range: ClosedRange<Int>) throws {
    guard let value, !range.contains(value) else { return }
    let bounds =
      range.upperBound == .max ? "at least \(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
    throw ValidationError("\(option) is \(value); give \(bounds).")
  }
}
