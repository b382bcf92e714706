import Foundation
import Report
import Runs
import Testing

/// One browser for all tests of the suite, and the folder of their pages.
struct Browser: SuiteTrait, TestScoping {
  @TaskLocal static var driver: WebDriver?
  @TaskLocal static var folder = FileManager.default.temporaryDirectory

  var isRecursive: Bool { false }

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "pages-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for language in ReportLanguage.allCases {
      _ = try TrainingReport(run: SamplePage.run(), language: language).write(
        to: folder.appending(path: language.rawValue))
    }
    let driver = try await WebDriver()
    do {
      try await Self.$driver.withValue(driver) { try await Self.$folder.withValue(folder) { try await function() } }
    } catch {
      await driver.quit()
      throw error
    }
    await driver.quit()
  }

  /// Whether the tests can run: everywhere but on a developer's machine without the programs.
  static let isThere: Bool = {
    if ProcessInfo.processInfo.environment["CI"] != nil { return true }
    let paths = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
    return ["chromium", "chromedriver"].allSatisfy { name in
      paths.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
    }
  }()

  /// Where pictures of the pages are kept to be looked at: `.build/screenshots`.
  static let pictures = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "../../.build/screenshots")
}

/// Runs for the pages under test.
enum SamplePage {
  static let epochs = 400

  static func values(_ seed: Int, rate: Double, floor: Double) -> [Double] {
    (0..<epochs).map { epoch in
      let noise = sin(Double(epoch * (7 + seed)) * 1.7) * 0.08 + sin(Double(epoch * seed) * 0.37) * 0.04
      return (0.05 * exp(-Double(epoch) / rate) + floor) * (1 + noise)
    }
  }

  static let training = values(1, rate: 30, floor: 0.0009)
  static let validation = values(2, rate: 33, floor: 0.0012)

  static func run() -> Run {
    var manifest = RunManifest(
      name: "a <script>alert(1)</script> \u{202E}run", startTime: Date(timeIntervalSince1970: 1_795_314_095),
      command: ["lossline", "train", "airline"], config: ["cell": "lstm", "epochs": 400], seed: 1,
      environment: RunEnvironment(
        swiftVersion: "6.3.1", processor: "a processor", processorCount: 2, operatingSystem: "a system",
        gitCommit: String(repeating: "5", count: 40), gitIsDirty: true),
      model: ModelSummary(layers: [
        .init(name: "lstm", type: "LSTM", outputShape: [nil, 10], parameterCount: 480),
        .init(name: "dense", type: "Dense", outputShape: [nil, 1], parameterCount: 11),
      ]))
    manifest.status = .finished
    manifest.endTime = manifest.startTime?.addingTimeInterval(12)
    var gaps = validation.map { 1 - $0 * 10 }
    gaps[200] = .nan
    let rows = [[3.5, 10], [-1, 9], [20, 100]].map { $0.map { "\($0)" } }
    return Run(
      folder: URL(filePath: "/nowhere/run"), manifest: manifest,
      scalars: [
        series("loss", training), series("val_loss", validation), series("accuracy", training.map { 1 - $0 * 10 }),
        series("val_accuracy", gaps), series("learning_rate", training.indices.map { 0.001 * pow(0.99, Double($0)) }),
      ],
      tables: [LoggedTable(slug: "predictions", caption: "Of a test.", header: ["one", "two"], rows: rows)])
  }

  static func series(_ tag: String, _ values: [Double]) -> ScalarSeries {
    ScalarSeries(
      tag: tag, steps: Array(1...values.count), values: values, wallTimes: [Double](repeating: 0, count: values.count))
  }
}
