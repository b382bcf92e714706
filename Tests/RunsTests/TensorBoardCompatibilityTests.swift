import Foundation
import Testing

@testable import Runs

private let sharedFolder = ProcessInfo.processInfo.environment["LOSSLINE_COMPATIBILITY"].map { URL(filePath: $0) }

/// Our side of `make test-tensorboard`; skipped without it.
///
/// `LOSSLINE_COMPATIBILITY` names a folder. Runs that TensorBoard's own writer made are in `theirs`; runs of ours go to
/// `ours`, and what our reader finds in them to `expected.json`, to which TensorBoard's readers are held.
@Suite(.enabled(if: sharedFolder != nil))
struct TensorBoardCompatibilityTests {
  private struct Expectation: Encodable {
    var scalars: [String: [[ConfigValue]]]
    var texts: [String: String]
    var hparams: [String: ConfigValue]
    var group: String
    var status: String
  }

  @Test(arguments: ["simple_value", "float_list", "float_content", "double_list"])
  func weReadTheirRuns(dialect: String) throws {
    let theirs = try #require(sharedFolder).appending(path: "theirs")
    let run = try Run(reading: theirs.appending(path: dialect))
    let data = try Data(contentsOf: theirs.appending(path: "\(dialect).json"))
    let expected = try JSONDecoder().decode([String: [[ConfigValue]]].self, from: data)
    #expect(run.scalars.map(\.tag) == Array(expected.keys))
    for series in run.scalars {
      #expect(points(of: series) == renamed(try #require(expected[series.tag])))
    }
    #expect(run.diagnostics.map(\.severity) == [.warning])  // it holds values that are not finite, on purpose
  }

  @Test func theyReadOurRuns() throws {
    let folder = try #require(sharedFolder)
    let ours = folder.appending(path: "ours")
    try writeRuns(in: ours)
    var expected: [String: Expectation] = [:]
    for listing in try Run.list(in: ours) {
      let run = try Run(reading: listing.folder)
      #expect(!run.scalars.isEmpty)
      expected[listing.path] = expectation(for: run)
    }
    #expect(expected.count == 5)
    try RunJSON.encoder(pretty: true).encode(expected).write(to: folder.appending(path: "expected.json"))
  }

  private func writeRuns(in folder: URL) throws {
    let config: [String: ConfigValue] = ["cell": "lstm", "units": 10, "wide": true, "optimizer": ["rate": 1e-3]]
    for seed in 1...2 {
      let manifest = RunManifest(config: config, seed: UInt64(seed), group: "seed-\(seed)")
      let writer = try RunWriter(creating: folder.appending(path: "airline-\(seed)"), manifest)
      for epoch in 1...400 { try writer.log(step: epoch, ["loss": 1 / Double(epoch), "val_loss": 0.1 * Double(seed)]) }
      try writer.log(text: "a **note** with | and 한글", tag: "notes", step: 400)
      try writer.finish(status: seed == 1 ? .finished : .failed)
    }
    let place = folder.appending(path: "resumed")
    let first = try RunWriter(creating: place, RunManifest(config: ["cell": "gru"]))
    for epoch in 1...99 { try first.log(step: epoch, ["loss": Double(epoch)]) }
    try first.finish(status: .interrupted)
    let second = try RunWriter(resuming: place, atStep: 80)
    for epoch in 80...150 { try second.log(step: epoch, ["loss": Double(-epoch)]) }
    try second.finish()
    try writeOneByOne(to: folder.appending(path: "one-by-one"))
    try Run(reading: place).export(.tensorboard, to: folder.appending(path: "exported"))
  }

  /// A value a call, killed and resumed twice, the second time from before the first restart.
  private func writeOneByOne(to place: URL) throws {
    var writer = try RunWriter(creating: place, RunManifest(config: ["cell": "simple"]))
    for (session, steps) in [0..<60, 40..<90, 30..<200].enumerated() {
      if session > 0 { writer = try RunWriter(resuming: place, atStep: steps.lowerBound) }
      for step in steps {
        try writer.log("train/loss", Double(step * 10 + session), step: step)
        if step.isMultiple(of: 10) { try writer.log("val/손실", 1 / Double(step + session + 1), step: step) }
      }
      try writer.finish(status: session == 2 ? .finished : .interrupted)
    }
  }

  private func expectation(for run: Run) -> Expectation {
    let hparams = ConfigValue.flattened(run.manifest.config)
    return Expectation(
      scalars: Dictionary(uniqueKeysWithValues: run.scalars.map { ($0.tag, points(of: $0)) }),
      texts: Dictionary(run.texts.map { ($0.tag, $0.text) }) { _, last in last },
      hparams: Dictionary(uniqueKeysWithValues: hparams.map { ($0.name, $0.value) }),
      group: run.manifest.group ?? run.manifest.name,
      status: run.status == .finished ? "STATUS_SUCCESS" : "STATUS_FAILURE")
  }

  private func points(of series: ScalarSeries) -> [[ConfigValue]] {
    (0..<series.count).map { [.integer(series.steps[$0]), .number(series.values[$0]), .number(series.wallTimes[$0])] }
  }

  /// Python's names of the numbers that JSON lacks.
  private func renamed(_ points: [[ConfigValue]]) -> [[ConfigValue]] {
    let names: [ConfigValue: ConfigValue] = [
      "nan": .number(.nan), "inf": .number(.infinity), "-inf": .number(-.infinity),
    ]
    return points.map { $0.map { names[$0] ?? $0 } }
  }
}
