internal import Runs

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension Model {
  /// Writes all weights to a safetensors file, under names such as `lstm/kernel`. The file appears whole or not at all.
  ///
  /// - Throws: ``TrainError``: `notBuilt` before the input shape is known, `checkpoint` when the disk refuses.
  public func saveWeights(to file: URL) throws {
    guard graph != nil else {
      throw TrainError(.notBuilt, "The model \(name) has no weights yet. Call build(inputShape:) or fit it, then save.")
    }
    try Model.write(Safetensors.encode(parameters.map { ($0.name, $0.value) }), to: file)
  }

  /// Reads all weights from a safetensors file that ``saveWeights(to:)`` or a checkpoint wrote for the same layers.
  ///
  /// The model must be built. Nothing is changed when the file does not fit.
  ///
  /// - Throws: ``TrainError``: `notBuilt` before the input shape is known; `checkpoint` when the file cannot be read, is
  ///   malformed or has other names or shapes, all of which the message lists.
  public func loadWeights(from file: URL) throws {
    guard graph != nil else {
      throw TrainError(.notBuilt, "The model \(name) has no weights yet. Call build(inputShape:), then load.")
    }
    try assignWeights(from: Model.read(file).tensors.filter { !TrainingCheckpoint.isState($0.key) }, file: file)
  }

  /// Takes over weights by name, or none when they do not fit.
  func assignWeights(from tensors: [String: Tensor], file: URL) throws {
    let differences = self.differences(from: tensors)
    guard differences.isEmpty else {
      throw TrainError(
        .checkpoint,
        "\(file.path): the weights belong to another model: \(differences.joined(separator: "; ")). Load them into the "
          + "model that saved them.")
    }
    for parameter in parameters { if let value = tensors[parameter.name] { try parameter.assign(value) } }
  }

  static func write(_ data: Data, to file: URL) throws {
    do throws(SystemFailure) {
      try FileSystem.replace(file.path, with: [UInt8](data))
    } catch { throw TrainError(.checkpoint, "\(error.onWriting(file.path))") }
  }

  static func read(_ file: URL) throws -> Safetensors {
    let bytes: [UInt8]
    do throws(SystemFailure) {
      bytes = try FileSystem.read(file.path)
    } catch { throw TrainError(.checkpoint, "\(error.onReading(file.path))") }
    do { return try Safetensors(decoding: Data(bytes)) } catch let error as Safetensors.Malformed {
      throw TrainError(.checkpoint, "\(file.path): the file \(error.reason). Save the weights again.")
    }
  }

  /// What a file's tensors and this model's parameters do not agree on.
  private func differences(from tensors: [String: Tensor]) -> [String] {
    var differences: [String] = []
    for parameter in parameters {
      switch tensors[parameter.name] {
      case nil: differences.append("\(parameter.name) is missing")
      case let value? where value.shape != parameter.shape:
        differences.append("\(parameter.name) is \(value.shape) there and \(parameter.shape) here")
      case let value? where !value.values.allSatisfy(\.isFinite):
        differences.append("\(parameter.name) holds values that are not finite")
      default: break
      }
    }
    let known = Set(parameters.map(\.name))
    for name in tensors.keys.sorted() where !known.contains(name) { differences.append("\(name) is unknown here") }
    return differences
  }
}
