import Foundation
import Testing

@testable import Runs

/// Logs that the real libraries wrote, see Fixtures/make_logs.py, against what TensorBoard's EventAccumulator reads.
@Suite struct RealLogTests {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
  private static let logs = fixtures.appending(path: "logs")

  private struct Expectation: Decodable {
    var scalars: [String: [[ConfigValue]]]
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
    #expect(expected.count == 9)
    for (name, expectation) in expected {
      let run = try run(name)
      #expect(Set(run.scalars.map(\.tag)) == Set(expectation.scalars.keys), "\(name)")
      for (tag, points) in expectation.scalars {
        let series = try #require(run.series(tag), "\(name) \(tag)")
        #expect(series.steps == points.compactMap(\.first?.intValue), "\(name) \(tag)")
        #expect(series.wallTimes == points.compactMap { $0[2].doubleValue }, "\(name) \(tag)")
        #expect(series.values.count == points.count)
        for (value, point) in zip(series.values, points) {
          let wanted = try #require(number(point[1]))
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
    #expect(run.scalars.map(\.tag).prefix(2) == ["loss", "mae"])
    #expect(run.series("val_loss")?.steps == Array(0..<5))
    #expect(run.series("loss")?.count == 5)
    let raw = try self.run("keras/validation")
    #expect(run.series("val_loss")?.values == raw.series("epoch_loss")?.values)
    let runs = try Run.list(in: RealLogTests.logs)
    #expect(
      runs.map(\.path) == [
        "hparams", "keras", "keras-csv/appended.csv", "keras-csv/training.csv", "tensorboardx", "tensorflow-1",
        "tensorflow-2", "torch", "torch-purge", "torch/hparams",
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
    #expect(try Run(reading: folder.place("fit")).series("loss")?.steps == Array(0..<5))
  }

  @Test func theCSVLoggerOfKeras() throws {
    let run = try run("keras-csv/training.csv")
    #expect(run.manifest.name == "training" && run.stepUnit == "epoch")
    #expect(run.scalars.map(\.tag) == ["loss", "mae", "val_loss", "val_mae"])
    #expect(run.series("loss")?.steps == Array(0..<5))
    let text = try String(
      contentsOf: RealLogTests.logs.appending(path: "keras-csv/training.csv"), encoding: .utf8)
    let first = text.split(whereSeparator: \.isNewline)[1].split(separator: ",").map(String.init)
    #expect(run.series("val_mae")?.values.first == Double(first[4].trimmingCharacters(in: .whitespacesAndNewlines)))
    let appended = try self.run("keras-csv/appended.csv")
    #expect(appended.series("loss")?.steps == Array(0..<5))
    #expect(appended.diagnostics.map(\.severity) == [.note])
    #expect(appended.diagnostics.first?.message.contains("restarted at step 1; 8 earlier points") == true)
  }
}
