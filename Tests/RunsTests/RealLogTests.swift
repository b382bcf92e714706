import Foundation
import Testing

@testable import Runs

/// Logs that the real libraries wrote, see Fixtures/make_logs.py, against what TensorBoard's EventAccumulator reads.
@Suite struct RealLogTests {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
  private static let logs = fixtures.appending(path: "logs")

  private struct Expectation: Decodable {
    var scalars: [String: [[ConfigValue?]]]
    var texts: [String: [[ConfigValue]]]
  }

  private func expected() throws -> [String: Expectation] {
    let data = try Data(contentsOf: RealLogTests.fixtures.appending(path: "logs.json"))
    return try JSONDecoder().decode([String: Expectation].self, from: data)
  }

  private func run(_ name: String, format: RunFormat? = nil) throws -> Run {
    try Run(reading: RealLogTests.logs.appending(path: name), format: format)
  }

  /// Python's names of the numbers that JSON lacks.
  private func number(_ value: ConfigValue) -> Double? {
    switch value {
    case "nan": .nan
    case "inf": .infinity
    case "-inf": -.infinity
    default: value.doubleValue
    }
  }

  @Test func everyScalarAndTextIsWhatEventAccumulatorReads() throws {
    let expected = try expected()
    #expect(expected.count == 17)
    for (name, expectation) in expected {
      let run = try run(name)
      // EventAccumulator does not know what torch put into the folder below.
      let tags = run.scalars.map(\.tag).filter { name != "torch-hparams" || !$0.hasPrefix("hparam/") }
      #expect(Set(tags) == Set(expectation.scalars.keys), "\(name)")
      for (tag, points) in expectation.scalars {
        let series = try #require(run.series(tag), "\(name) \(tag)")
        #expect(Array(series.steps) == points.compactMap { $0[0]?.intValue }, "\(name) \(tag)")
        // Logs of text tell no time.
        let times = points.map { $0[2] ?? .number(.nan) }.compactMap(\.doubleValue)
        #expect(series.wallTimes.map(\.bitPattern) == times.map(\.bitPattern), "\(name) \(tag)")
        #expect(series.values.count == points.count)
        for (value, point) in zip(series.values, points) {
          let wanted = try #require(point[1].flatMap(number))
          #expect(value == wanted || (value.isNaN && wanted.isNaN), "\(name) \(tag)")
        }
      }
      for (tag, texts) in expectation.texts where !tag.hasPrefix("_") {
        let short = tag.hasSuffix("/text_summary") ? String(tag.dropLast(13)) : tag
        let found = run.texts.filter { $0.tag == short }
        #expect(found.map(\.text) == texts.compactMap { $0[1].stringValue }, "\(name) \(tag)")
      }
      #expect(!run.diagnostics.contains { $0.severity == .error }, "\(name): \(run.diagnostics)")
    }
  }

  /// torch's `add_hparams` writes a folder that is named by the time; what is in it belongs to the run above.
  @Test func hyperparametersOfTorchBelongToTheRunAbove() throws {
    let run = try run("torch-hparams")
    #expect(run.manifest.config == ["lr": 0.1, "cell": "lstm"])
    #expect(run.scalars.map(\.tag) == ["loss", "hparam/loss", "hparam/accuracy"])
    #expect(run.series("loss")?.steps == StepColumn(0..<5))
    #expect(run.series("hparam/loss")?.values == [Double(Float(0.2))])
    // torch writes "finished" together with the hyperparameters, whenever that is.
    #expect(run.status == .unknown)
    #expect(try Run.list(in: RealLogTests.logs.appending(path: "torch-hparams")).count == 1)
  }

  /// Several such folders are trials, each a run, as in the example of torch's documentation.
  @Test func severalTrialsOfTorchAreRuns() throws {
    let folder = try TestFolder()
    let source = RealLogTests.logs.appending(path: "torch-hparams")
    try FileManager.default.copyItem(at: source, to: folder.place("trials"))
    try FileManager.default.copyItem(
      at: source.appending(path: "1700000005.25"), to: folder.place("trials/1700000006.5"))
    #expect(try Run.list(in: folder.url).map(\.path) == ["trials", "trials/1700000005.25", "trials/1700000006.5"])
    #expect(try Run(reading: folder.place("trials")).scalars.map(\.tag) == ["loss"])
    #expect(try Run(reading: folder.place("trials/1700000006.5")).manifest.config["cell"] == "lstm")
  }

  @Test func runsOfJAXAndLightningAndHuggingFace() throws {
    #expect(try run("flax").manifest.config == ["lr": 0.1, "units": 10, "cell": "lstm", "wide": true])
    #expect(try run("clu").manifest.config == ["lr": 0.1, "units": 10])
    #expect(try run("flax").media.map(\.kind).sorted() == ["histogram", "image"])
    let lightning = try run("lightning/version_0")
    #expect(
      lightning.manifest.config
        == ["lr": 0.1, "units": 10, "cell": "lstm", "wide": true, "layers": .array([8, 4])])
    #expect(lightning.series("lr-Adam")?.steps == [14] && lightning.stepUnit == "step")
    let logged = try run("lightning-tensorboard/version_0")
    #expect(logged.manifest.config == ["lr": 0.1, "cell": "lstm"] && logged.status == .unknown)
    let huggingFace = try run("hugging-face")
    #expect(huggingFace.manifest.config["num_train_epochs"] == 3 && huggingFace.stepUnit == "step")
    #expect(huggingFace.series("eval_loss")?.steps == [4, 8, 12])
  }

  @Test func hyperparametersBecomeTheConfiguration() throws {
    let tensorFlow = try run("hparams").manifest
    #expect(tensorFlow.config == ["learning_rate": 0.001, "units": 10, "cell": "gru", "wide": false])
    #expect(try run("torch/hparams").manifest.config["cell"] == "lstm")
  }

  @Test func histogramsAndImagesAreListed() throws {
    for name in ["torch", "tensorflow-2"] {
      let media = try run(name).media
      #expect(media.map(\.kind).sorted() == ["histogram", "image"], "\(name) \(media)")
      #expect(media.allSatisfy { $0.steps == [1] })
    }
    #expect(try run("tensorflow-1").media == [LoggedMedia(kind: "histogram", tag: "weights", steps: [0, 1, 2])])
  }

  @Test func aFolderOfKerasIsOneRunWithTwoSplits() throws {
    let run = try run("keras")
    #expect(run.manifest.name == "keras" && run.stepUnit == "epoch")
    // Not the values of the same epochs by the number of batches, which the folder `validation` has too.
    #expect(run.scalars.map(\.tag) == ["loss", "mae", "learning_rate", "val_loss", "val_mae"])
    #expect(run.series("val_loss")?.steps == StepColumn(0..<5))
    #expect(run.series("loss")?.count == 5)
    let raw = try self.run("keras/validation")
    #expect(run.series("val_loss")?.values == raw.series("epoch_loss")?.values)
    let runs = try Run.list(in: RealLogTests.logs)
    #expect(
      runs.map(\.path) == [
        "clu", "flax", "hparams", "hugging-face", "keras", "keras-csv/appended.csv", "keras-csv/training.csv",
        "lightning-tensorboard/version_0", "lightning/version_0", "tensorboardx", "tensorflow-1", "tensorflow-2",
        "tensors", "torch", "torch-hparams", "torch-purge", "torch/hparams",
      ])
    #expect(try Run.readAll(in: RealLogTests.logs).map(\.folder.lastPathComponent).count == runs.count)
  }

  @Test func aFolderOfKerasWithoutValidation() throws {
    let folder = try TestFolder()
    try FileManager.default.createDirectory(at: folder.place("fit"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: RealLogTests.logs.appending(path: "keras/train"), to: folder.place("fit/train"))
    let listings = try Run.list(in: folder.url)
    #expect(listings.map(\.path) == ["fit"])
    #expect(try Run(reading: folder.place("fit")).series("loss")?.steps == StepColumn(0..<5))
  }

  @Test func theCSVLoggerOfKeras() throws {
    let run = try run("keras-csv/training.csv")
    #expect(run.manifest.name == "training" && run.stepUnit == "epoch")
    #expect(run.scalars.map(\.tag) == ["loss", "mae", "val_loss", "val_mae"])
    #expect(run.series("loss")?.steps == StepColumn(0..<5))
    let text = try String(
      contentsOf: RealLogTests.logs.appending(path: "keras-csv/training.csv"), encoding: .utf8)
    let first = text.split(whereSeparator: \.isNewline)[1].split(separator: ",").map(String.init)
    #expect(run.series("val_mae")?.values.first == Double(first[4].trimmingCharacters(in: .whitespacesAndNewlines)))
    let appended = try self.run("keras-csv/appended.csv")
    #expect(appended.series("loss")?.steps == StepColumn(0..<5))
    #expect(appended.diagnostics.map(\.severity) == [.note])
    #expect(appended.diagnostics.first?.message.contains("restarted at step 1; 8 earlier points") == true)
  }
}
