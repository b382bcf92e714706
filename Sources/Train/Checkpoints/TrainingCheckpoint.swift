#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Everything that a training needs to go on as if it had never stopped, beside its weights.
///
/// A checkpoint is a safetensors file: the weights under their own names, the optimizer's memory under
/// `optimizer.<slot>/<parameter>`, what callbacks keep under `callback.<key>/<number>`, and this as JSON in its metadata.
struct TrainingCheckpoint: Codable {
  /// The epochs that are trained.
  let epoch: Int
  /// The optimizer's steps.
  let step: Int
  let learningRateFactor: Double
  let optimizer: String
  /// What callbacks keep, by their keys.
  let callbacks: [String: [String: Double]]
  /// What `fit` was told; nil when the model was not fitted.
  let fit: FitProgress?

  static let metadataKey = "lossline.training"

  /// Whether a tensor of a checkpoint is not a weight.
  static func isState(_ name: String) -> Bool { name.hasPrefix("optimizer.") || name.hasPrefix("callback.") }
}

extension Model {
  /// Writes weights, the optimizer's memory and what the callbacks of the training keep. The file appears whole or not at
  /// all.
  ///
  /// - Parameters:
  ///   - file: A safetensors file, from which ``loadWeights(from:)`` reads the weights alone.
  ///   - epoch: The epochs that are trained.
  /// - Throws: ``TrainError``: `notBuilt`, `notCompiled`, `checkpoint` when the disk refuses.
  public func saveCheckpoint(to file: URL, epoch: Int) throws {
    guard graph != nil else { throw TrainError(.notBuilt, "The model \(name) has no weights yet. Fit it, then save.") }
    let state = try optimizerState()
    var tensors = parameters.map { (name: $0.name, value: $0.value) }
    for (slot, values) in zip(state.optimizer.slotNames, state.slots) {
      for parameter in parameters {
        let part = values[parameter.offset..<parameter.offset + parameter.count]
        let value = Tensor(uncheckedShape: parameter.shape, values: Array(part))
        tensors.append((name: "optimizer.\(slot)/\(parameter.name)", value: value))
      }
    }
    var callbackNumbers: [String: [String: Double]] = [:]
    for (key, callback) in activeCallbacks.resumable {
      let kept = callback.resumeState
      callbackNumbers[key] = kept.numbers
      for (index, value) in kept.tensors.enumerated() {
        tensors.append((name: "callback.\(key)/\(index)", value: value))
      }
    }
    var fit = progress
    fit?.epoch = epoch
    let checkpoint = TrainingCheckpoint(
      epoch: epoch, step: state.step, learningRateFactor: state.learningRateFactor, optimizer: state.optimizer.name,
      callbacks: callbackNumbers, fit: fit)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let text = String(decoding: try encoder.encode(checkpoint), as: UTF8.self)
    try Model.write(Safetensors.encode(tensors, metadata: [TrainingCheckpoint.metadataKey: text]), to: file)
  }

  /// Takes over a checkpoint, so that `fit` with this `initialEpoch` and the same data and callbacks ends with the same bits
  /// as a training that never stopped. `fit` refuses another batch size, seed or number of samples.
  ///
  /// The model must be built and compiled as it was. Nothing is changed when the file does not fit.
  ///
  /// - Parameters:
  ///   - file: What ``saveCheckpoint(to:epoch:)`` wrote.
  ///   - callbacks: Those that `fit` will be given, in the same order as before; they take back what they had kept.
  /// - Returns: The epochs that are trained.
  /// - Throws: ``TrainError``: `notBuilt`, `notCompiled`; `checkpoint` when the file cannot be read, is malformed, holds
  ///   weights alone or belongs to another model, seed or optimizer.
  public func loadCheckpoint(from file: URL, callbacks: [any Callback] = []) throws -> Int {
    guard graph != nil else {
      throw TrainError(.notBuilt, "The model \(name) has no weights yet. Call build(inputShape:), then load.")
    }
    let state = try optimizerState()
    let contents = try Model.read(file)
    let checkpoint = try Model.checkpoint(in: contents, file: file)
    if let saved = checkpoint.fit?.modelSeed, saved != seed {
      throw TrainError(
        .checkpoint,
        "\(file.path): the training was one of a model with the seed \(saved), from which dropout is drawn; the model "
          + "\(name) has the seed \(seed). Create it with the seed \(saved).")
    }
    let slots = try slotValues(in: contents, checkpoint, state, file: file)
    try assignWeights(from: contents.tensors.filter { !TrainingCheckpoint.isState($0.key) }, file: file)
    for (slot, values) in zip(state.slots, slots) { _ = slot.update(fromContentsOf: values) }
    state.resume(at: checkpoint.step, learningRateFactor: checkpoint.learningRateFactor)
    takeOver(checkpoint.fit)
    for (key, callback) in callbacks.resumable {
      guard let numbers = checkpoint.callbacks[key] else { continue }
      var tensors: [Tensor] = []
      while let next = contents.tensors["callback.\(key)/\(tensors.count)"] { tensors.append(next) }
      guard tensors.isEmpty || tensors.map(\.shape) == parameters.map(\.shape) else {
        throw TrainError(
          .checkpoint,
          "\(file.path): the weights that \(key) keeps do not fit the model. Load the checkpoint into the model "
            + "that saved it.")
      }
      callback.resume(from: CallbackState(numbers: numbers, tensors: tensors))
    }
    return checkpoint.epoch
  }

  private static func checkpoint(in contents: Safetensors, file: URL) throws -> TrainingCheckpoint {
    guard let text = contents.metadata[TrainingCheckpoint.metadataKey] else {
      throw TrainError(
        .checkpoint, "\(file.path): the file holds weights alone and no training. Load it with loadWeights(from:).")
    }
    guard let checkpoint = try? JSONDecoder().decode(TrainingCheckpoint.self, from: Data(text.utf8)),
      (0...1 << 40).contains(checkpoint.epoch), (0...1 << 30).contains(checkpoint.step),
      checkpoint.learningRateFactor > 0, checkpoint.fit?.isSound ?? true
    else {
      throw TrainError(
        .checkpoint,
        "\(file.path): the description of the training is damaged. Load an older checkpoint, or train again.")
    }
    return checkpoint
  }

  /// The optimizer's memory as one array for each slot.
  private func slotValues(
    in contents: Safetensors, _ checkpoint: TrainingCheckpoint, _ state: OptimizerState, file: URL
  ) throws -> [[Float]] {
    guard checkpoint.optimizer == state.optimizer.name else {
      throw TrainError(
        .checkpoint,
        "\(file.path): the training was one of the optimizer \(checkpoint.optimizer), and the model is compiled with "
          + "\(state.optimizer.name). Compile it as before.")
    }
    return try state.optimizer.slotNames.map { slot in
      try parameters.flatMap { parameter in
        guard let value = contents.tensors["optimizer.\(slot)/\(parameter.name)"], value.shape == parameter.shape else {
          throw TrainError(
            .checkpoint,
            "\(file.path): the optimizer's \(slot) of \(parameter.name) is missing or of another shape. Load it into the "
              + "model and with the optimizer that saved it.")
        }
        return value.values
      }
    }
  }
}
