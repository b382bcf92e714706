internal import Runs
public import Train

/// How long and how fast a model is trained: the settings that all examples share.
public struct TrainingSettings: Sendable, Hashable {
  /// How often all training samples are used.
  public var epochs: Int
  /// Samples a step.
  public var batchSize = 32
  /// The step size of Adam.
  public var learningRate: Double
  /// How gradients are limited, if they are.
  public var clipping: GradientClipping?
  /// Where the weights and the order of the samples come from.
  public var seed: UInt64 = 1

  /// Keras' defaults for so many epochs.
  public init(epochs: Int, learningRate: Double = 0.001) {
    self.epochs = epochs
    self.learningRate = learningRate
  }

  init(recorded config: RecordedConfig) throws {
    epochs = try config.integer("epochs", in: 1...Int.max)
    batchSize = try config.integer("batch_size", in: 1...Int.max)
    learningRate = try config.number("learning_rate")
    if config.has("clip_value") { clipping = .value(Float(try config.number("clip_value"))) }
    if config.has("clip_norm") { clipping = .norm(Float(try config.number("clip_norm"))) }
    seed = config.seed
  }

  /// For the record; without the seed, which has a place of its own there.
  var config: [String: ConfigValue] {
    var config: [String: ConfigValue] = [
      "epochs": .integer(epochs), "batch_size": .integer(batchSize), "learning_rate": .number(learningRate),
      "optimizer": "adam",
    ]
    switch clipping {
    case .value(let bound): config["clip_value"] = .number(Double(bound))
    case .norm(let bound): config["clip_norm"] = .number(Double(bound))
    case .globalNorm(let bound): config["clip_global_norm"] = .number(Double(bound))
    case nil: break
    }
    return config
  }

  /// The optimizer with these settings.
  var optimizer: Adam { Adam(learningRate: learningRate, clipping: clipping) }
}
