import Foundation
import Testing

@testable import Runs

@Suite struct RunManifestTests {
  private func decoded(_ json: String) throws -> RunManifest {
    try RunJSON.decoder().decode(RunManifest.self, from: Data(json.utf8))
  }

  private func encoded(_ manifest: RunManifest) throws -> String {
    String(decoding: try RunJSON.encoder(pretty: true).encode(manifest), as: UTF8.self)
  }

  private var full: RunManifest {
    var manifest = RunManifest(
      name: "a", startTime: Date(timeIntervalSince1970: 1_700_000_000.1239), command: ["lossline", "train", "a b"],
      config: ["a": 1, "b": ["c": [true, "x", 0.5]]], seed: .max, group: "g", environment: .current(),
      model: ModelSummary(layers: [
        .init(name: "lstm", type: "LSTM", outputShape: [nil, 10], parameterCount: 480),
        .init(name: "dense", type: "Dense", outputShape: [nil, 1], parameterCount: 11),
      ]),
      metrics: ["loss": MetricSummary(direction: .min, best: 0.1, bestStep: 3, last: .infinity, test: 1.0 / 3)],
      dataHash: "sha256:00", notes: "n")
    manifest.status = .failed
    manifest.endTime = Date(timeIntervalSince1970: 1_700_000_001)
    manifest.failure = "why"
    manifest.tables = [.init(slug: "t", caption: "c")]
    return manifest
  }

  @Test func everythingReadsBack() throws {
    let copy = try decoded(encoded(full))
    #expect(copy == full)
    #expect(copy.model?.parameterCount == 491)
    #expect(copy.duration == 0.876)
  }

  @Test func theFileIsPrettySortedAndTellsTimeInUTC() throws {
    let lines = try encoded(full).split(separator: "\n")
    #expect(lines.contains(#"  "startTime" : "2023-11-14T22:13:20.124Z","#))
    #expect(lines.contains(#"  "formatVersion" : 1,"#))
    let keys = lines.compactMap { $0.firstMatch(of: /^  "(\w+)"/)?.1 }
    #expect(keys == keys.sorted())
    #expect(keys.count == 16)
  }

  @Test func missingKeysHaveDefaultsAndUnknownOnesArePassedOver() throws {
    let manifest = try decoded(#"{"name": "x", "later": {"a": [1]}, "status": "paused", "formatVersion": 7}"#)
    #expect(manifest.name == "x")
    #expect(manifest.status == .unknown)
    #expect(manifest.startTime == nil)
    #expect(manifest.command.isEmpty)
    #expect(manifest.formatVersion == 7)
    #expect(try decoded("{}").config.isEmpty)
  }

  @Test func aWrongValueIsNamedWithItsPlace() {
    for (json, place) in [
      (#"{"startTime": "yesterday"}"#, "startTime"), (#"{"metrics": {"loss": {"best": "low"}}}"#, "metrics.loss.best"),
      (#"{"seed": "one"}"#, "seed"), ("{", ""), ("[]", ""),
    ] {
      let error = #expect(throws: DecodingError.self) { try decoded(json) }
      let finding = error.map { RunJSON.finding(of: $0) } ?? ""
      #expect(finding.hasPrefix(place.isEmpty ? "is damaged" : "is damaged at \"\(place)\""), "\(finding)")
      #expect(finding.hasSuffix("."))
    }
  }

  @Test func bestIsTheFirstBestAndIgnoresNaN() {
    var metric = MetricSummary(direction: .max)
    for (step, value) in [Double.nan, 1, 3, 3, 2, .nan].enumerated() { metric.record(value, step: step) }
    #expect(metric.best == 3 && metric.bestStep == 2 && metric.last?.isNaN == true)
    let series = ScalarSeries(tag: "a", steps: [0, 1, 2], values: [.nan, 2, 2], wallTimes: [0, 0, 0])
    #expect(series.best(.min)?.step == 1)
    #expect(ScalarSeries(tag: "a").best(.min) == nil)
  }

  /// Every kind of date, against the calendar of Foundation.
  @Test func timesAreThoseOfTheCalendar() throws {
    let style = Date.ISO8601FormatStyle()
    for day in stride(from: -800_000, to: 2_000_000, by: 1237) {
      let date = Date(timeIntervalSince1970: Double(day) * 86_400 + 43_261)
      guard (1...9999).contains(Calendar(identifier: .gregorian).component(.year, from: date)), day > -135_000 else {
        continue  // before 1600 calendars differ
      }
      #expect(Timestamp.text(date) == date.formatted(style).dropLast() + ".000Z")
      #expect(Timestamp.date(Timestamp.text(date)) == date)
    }
    for milliseconds in 0..<1000 {
      let date = Timestamp.rounded(Date(timeIntervalSince1970: 1_700_000_000 + Double(milliseconds) / 1000))
      #expect(Timestamp.date(Timestamp.text(date)) == date)
    }
    #expect(Timestamp.date("2023-11-14T23:13:20+01:00") == Date(timeIntervalSince1970: 1_700_000_000))
    #expect(Timestamp.text(Date(timeIntervalSince1970: -.infinity)).hasSuffix("Z"))
  }
}
