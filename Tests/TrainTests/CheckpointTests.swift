import Foundation
import Testing

@testable import Train

/// Weights in files, and files that are not what they should be.
@Suite final class CheckpointTests {
  let folder = FileManager.default.temporaryDirectory.appending(path: "lossline-\(UUID().uuidString)")
  var file: URL { folder.appending(path: "weights.safetensors") }

  init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(at: folder) }

  static func model(units: Int = 3, seed: UInt64 = 1) throws -> Sequential {
    let model = Sequential([LSTM(units), Dense(1)], seed: seed)
    try model.build(inputShape: [nil, 2])
    return model
  }

  @Test func weightsComeBackBitByBit() throws {
    let saved = try Self.model(seed: 1)
    let loaded = try Self.model(seed: 2)
    #expect(saved.parameters.map(\.value) != loaded.parameters.map(\.value))
    try saved.saveWeights(to: file)
    try loaded.loadWeights(from: file)
    #expect(saved.parameters.map(\.value) == loaded.parameters.map(\.value))
    let first = try Data(contentsOf: file)
    try loaded.saveWeights(to: file)
    #expect(try Data(contentsOf: file) == first)
  }

  @Test func weightsOfAnotherModel() throws {
    try Self.model(units: 4).saveWeights(to: file)
    let model = try Self.model()
    let before = model.parameters.map(\.value)
    expectTrainError(.checkpoint, saying: file.path, "lstm/kernel is [2, 16] there and [2, 12] here") {
      try model.loadWeights(from: self.file)
    }
    let dense = Sequential([Dense(1, name: "head")])
    try dense.build(inputShape: [3])
    try dense.saveWeights(to: file)
    expectTrainError(.checkpoint, saying: "lstm/kernel is missing", "head/kernel is unknown here") {
      try model.loadWeights(from: self.file)
    }
    #expect(model.parameters.map(\.value) == before)
  }

  @Test func modelsWithoutWeightsAndPathsWithoutFiles() throws {
    expectTrainError(.notBuilt) { try Sequential([Dense(1)]).saveWeights(to: self.file) }
    expectTrainError(.notBuilt) { try Sequential([Dense(1)]).loadWeights(from: self.file) }
    let nowhere = folder.appending(path: "none/weights.safetensors")
    expectTrainError(.checkpoint, saying: nowhere.path, "does not exist") {
      try Self.model().loadWeights(from: nowhere)
    }
    expectTrainError(.checkpoint, saying: nowhere.path, "cannot be written", "removed") {
      try Self.model().saveWeights(to: nowhere)
    }
    expectTrainError(.checkpoint, saying: folder.path, "is a folder") {
      try Self.model().loadWeights(from: self.folder)
    }
  }

  /// More steps than an embedding's rows can count would end the process when they are taken over.
  @Test func aCheckpointOfTooManyStepsIsRefused() throws {
    let model = Sequential([Embedding(4, 2), Flatten(), Dense(1)])
    try model.build(inputShape: [1])
    try model.compile(loss: .meanSquaredError)
    try model.saveCheckpoint(to: file, epoch: 1)
    var contents = try Safetensors(decoding: try Data(contentsOf: file))
    let key = TrainingCheckpoint.metadataKey
    contents.metadata[key] = contents.metadata[key]?.replacing("\"step\":0", with: "\"step\":\(1 << 40)")
    #expect(contents.metadata[key]?.contains("\(1 << 40)") == true)
    let tensors = contents.tensors.map { (name: $0.key, value: $0.value) }
    try Safetensors.encode(tensors, metadata: contents.metadata).write(to: file)
    expectTrainError(.checkpoint, saying: file.path, "description of the training is damaged") {
      _ = try model.loadCheckpoint(from: self.file)
    }
  }

  @Test func everyTruncationIsRefused() throws {
    let model = try Self.model()
    try model.saveWeights(to: file)
    let whole = try Data(contentsOf: file)
    for length in stride(from: 0, to: whole.count, by: 7) {
      #expect(throws: Safetensors.Malformed.self, "\(length) bytes") {
        try Safetensors(decoding: whole.prefix(length)).tensors
      }
    }
    #expect(throws: Safetensors.Malformed.self) { try Safetensors(decoding: whole + [0]).tensors }
    try whole.prefix(100).write(to: file)
    expectTrainError(.checkpoint, saying: file.path, "Save the weights again") {
      try model.loadWeights(from: self.file)
    }
  }

  @Test(arguments: [
    #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}"#,
    #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}"#,
    #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}}"#,
    #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,400]}}"#,
    #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}"#,
    #"{"a":{"dtype":"F32","shape":[-1,-1],"data_offsets":[0,4]}}"#,
    #"{"a":{"dtype":"F32","shape":[4611686018427387905],"data_offsets":[0,4]}}"#,
    #"{"a":{"dtype":"F32","shape":[9223372036854775807,9],"data_offsets":[0,4]}}"#,
    #"{"a":{"dtype":"F16","shape":[1],"data_offsets":[0,4]}}"#,
    #"{"a":{"x":"y"}}"#, #"{"a":3}"#, #"[]"#, #"{"a""#, "", "\u{0}\u{1}",
  ])
  func hostileHeaders(_ header: String) {
    var data = Data([UInt8(header.utf8.count), 0, 0, 0, 0, 0, 0, 0])
    data.append(contentsOf: Array(header.utf8) + [0, 0, 0, 0])
    #expect(throws: Safetensors.Malformed.self) { try Safetensors(decoding: data).tensors }
  }

  /// As many bytes are described as there are, and still not those.
  @Test(arguments: [#"[0,4]"#, #"[0,8]"#]) func tensorsOverEachOther(place: String) {
    let shape = place == "[0,8]" ? 2 : 1
    let header =
      #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[\#(shape)],"data_offsets":\#(place)}}"#
    var data = Data([UInt8(header.utf8.count), 0, 0, 0, 0, 0, 0, 0])
    data.append(contentsOf: Array(header.utf8) + [UInt8](repeating: 0, count: 4 + 4 * shape))
    let error = #expect(throws: Safetensors.Malformed.self) { try Safetensors(decoding: data).tensors }
    #expect(error?.reason.contains("over each other") == true)
  }

  @Test func metadataIsSkipped() throws {
    let header = #"{"__metadata__":{"by":"us"},"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#
    var data = Data([UInt8(header.utf8.count), 0, 0, 0, 0, 0, 0, 0])
    data.append(contentsOf: Array(header.utf8) + [0, 0, 128, 63])
    #expect(try Safetensors(decoding: data).tensors["a"]?.values == [1])
  }

  @Test func valuesThatAreNotFinite() throws {
    let model = try Self.model()
    try model.parameters[0].assign(Tensor(repeating: .nan, shape: [2, 12]))
    try model.saveWeights(to: file)
    expectTrainError(.checkpoint, saying: "lstm/kernel holds values that are not finite") {
      try Self.model().loadWeights(from: self.file)
    }
  }
}
