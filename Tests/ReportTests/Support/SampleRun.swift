import Foundation
import Plot
import Runs

/// Runs made by hand, so that tests need neither a disk nor a training.
enum SampleRun {
  /// A finished run much like the airline example: 400 epochs, two charts, a table, a model.
  static func airline(status: RunStatus = .finished, epochs: Int = 400) -> Run {
    var manifest = RunManifest(
      name: "airline-lstm-1", startTime: Date(timeIntervalSince1970: 1_795_314_095.25),
      command: ["lossline", "train", "airline", "--seed", "1"],
      config: ["cell": "lstm", "epochs": 400, "optimizer": ["name": "adam", "learning_rate": 0.001]], seed: 1,
      environment: RunEnvironment(
        swiftVersion: "6.3.1", processor: "AMD EPYC 9R14", processorCount: 2,
        operatingSystem: "Debian GNU/Linux 12 (bookworm)", gitCommit: String(repeating: "5", count: 40),
        gitIsDirty: true),
      model: ModelSummary(layers: [
        .init(name: "input", type: "InputLayer", outputShape: [nil, 12, 1], parameterCount: 0),
        .init(name: "lstm", type: "LSTM", outputShape: [nil, 10], parameterCount: 480),
        .init(name: "dense", type: "Dense", outputShape: [nil, 1], parameterCount: 11),
      ]))
    manifest.status = status
    if status != .running { manifest.endTime = manifest.startTime?.addingTimeInterval(0.26) }
    var noise = NoiseGenerator(seed: 1)
    let training = (0..<epochs).map { decay(Double($0), 30) * (1 + 0.02 * noise.normal()) }
    let validation = (0..<epochs).map { decay(Double($0), 32) * (1.1 + 0.03 * noise.normal()) }
    return Run(
      folder: URL(filePath: "/nowhere/airline-lstm-1"), manifest: manifest,
      scalars: epochs == 0 ? [] : [series("loss", training), series("val_loss", validation)],
      charts: [chart("original-data", "Original data"), chart("all-results", "All results")],
      tables: [predictions])
  }

  /// A series counted from 1.
  static func series(_ tag: String, _ values: [Double], firstStep: Int = 1) -> ScalarSeries {
    ScalarSeries(
      tag: tag, steps: Array(firstStep..<firstStep + values.count), values: values,
      wallTimes: values.indices.map { 1_795_314_096 + Double($0) / 1000 })
  }

  /// A run that has nothing but a name.
  static func bare(_ scalars: [ScalarSeries] = [], name: String = "bare") -> Run {
    var manifest = RunManifest(name: name, startTime: nil, command: [])
    manifest.status = .finished
    return Run(folder: URL(filePath: "/nowhere/bare"), manifest: manifest, scalars: scalars)
  }

  /// A chart as a program logs it.
  static func chart(_ slug: String, _ title: String, caption: String = "Made for a test.") -> LoggedChart {
    let values = (0..<144).map { month -> Double in
      let season = sin(Double(month) * .pi / 6)
      return 100 + 3 * Double(month) * (1 + 0.3 * season)
    }
    let chart = Chart(title) { LineMark(y: values) }.xAxis("Time").yAxis("#Passengers")
    let data = (try? JSONEncoder().encode(chart)) ?? Data()
    return LoggedChart(slug: slug, title: title, caption: caption, data: data)
  }

  private static func decay(_ epoch: Double, _ rate: Double) -> Double {
    0.05 * exp(-epoch / rate) + 0.004 * exp(-epoch / 120) + 0.0009
  }

  private static var predictions: LoggedTable {
    LoggedTable(
      slug: "predictions", caption: "On the test samples.", header: ["Sample", "Month", "Original", "Prediction"],
      rows: (0..<27).map { ["\($0)", "1950-0\($0 % 9 + 1)", "\(112 + $0)", "\(110.25 - Double($0) * 7.3)"] })
  }
}

/// Normal noise from a seed, the same on every machine (SplitMix64 and twelve uniform numbers).
struct NoiseGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func normal() -> Double {
    (0..<12).reduce(-6) { sum, _ in sum + Double.random(in: 0..<1, using: &self) }
  }
}
