import Foundation
import Plot
import Testing

@testable import Snapshots

/// What each mode writes and says, for a chart without reference, one that differs and one that is the same.
@Suite struct ModeTests {
  private let folder: TemporaryFolder
  private let name: SnapshotName
  private let places = ["scene", "png"].map { "__Snapshots__/LossTests/LossTests.curve.\($0)" }
  private let pending = ["png", "png.json", "scene", "scene.json"].map {
    "__Snapshots__/LossTests/LossTests.curve.pending.\($0)"
  }

  init() throws {
    folder = try TemporaryFolder()
    name = SnapshotName(
      testFile: folder.url.appending(path: "LossTests.swift"), suites: ["LossTests"], function: "curve()")
  }

  private func outcome(_ mode: SnapshotMode, _ chart: Chart = SampleChart.chart()) throws -> SnapshotOutcome {
    try SnapshotCheck(name, mode: mode, source: "LossTests.swift:3:5").outcome(of: chart.drawing(), as: [.scene, .png])
  }

  private let other = SampleChart.chart().xAxis("Epochs")

  @Test(arguments: SnapshotMode.allCases) func missingReferencesFail(_ mode: SnapshotMode) throws {
    let failure = try #require(try outcome(mode).failure)
    #expect(
      failure.contains("LossTests.curve.scene does not exist") && failure.contains("LossTests.curve.png does not"))
    switch mode {
    case .pending:
      #expect(folder.files == pending)
      #expect(failure.contains("lossline snapshots accept "))
    case .never:
      #expect(folder.files == [])
      #expect(failure.contains("Nothing was written") && failure.contains("lossline snapshots accept "))
    case .missing, .failed, .all:
      #expect(folder.files == places.sorted())
      #expect(failure.contains("written anew"))
      #expect(try outcome(.never).failure == nil)
    }
  }

  @Test(arguments: SnapshotMode.allCases) func differencesFail(_ mode: SnapshotMode) throws {
    _ = try outcome(.missing)
    let references = try places.map { try Data(contentsOf: folder.url.appending(path: $0)) }
    let result = try outcome(mode, other)
    let failure = try #require(result.failure)
    #expect(failure.contains("- ") && failure.contains("text \"Epoch\"") && failure.contains("+ "))
    #expect(failure.contains("LossTests.curve.png differs: ") && failure.contains(" pixels of 117600 differ"))
    #expect(
      Set(result.attachments.map(\.name)).isSuperset(of: [
        "LossTests.curve.difference.png", "LossTests.curve.reference.png", "LossTests.curve.actual.png",
      ]))
    let isRewritten = mode == .failed || mode == .all
    let isPending = mode == .pending || mode == .missing
    #expect(folder.files == (places + (isPending ? pending : [])).sorted())
    let now = try places.map { try Data(contentsOf: folder.url.appending(path: $0)) }
    #expect((now == references) == !isRewritten)
    #expect(try (outcome(.never).failure == nil) == !isRewritten)
  }

  @Test(arguments: SnapshotMode.allCases) func whatIsTheSamePassesAndLeavesTheFilesAlone(_ mode: SnapshotMode) throws {
    _ = try outcome(.missing)
    _ = try outcome(.pending, other)
    let references = try places.map { try Data(contentsOf: folder.url.appending(path: $0)) }
    let result = try outcome(mode)
    #expect(result.failure == nil && result.warning == nil && result.attachments.isEmpty)
    #expect(folder.files == (places + (mode == .never ? pending : [])).sorted(), "what is pending no longer is")
    #expect(try places.map { try Data(contentsOf: folder.url.appending(path: $0)) } == references)
  }

  @Test func allWritesOtherBytesAndSaysSo() throws {
    _ = try outcome(.missing)
    let picture = folder.url.appending(path: places[1])
    let drawn = try Data(contentsOf: picture)
    try Data(try #require(PixelImage(png: Array(drawn)).png())).write(to: picture)
    #expect(try outcome(.failed).failure == nil)
    #expect(try Data(contentsOf: picture) != drawn)
    #expect(try #require(try outcome(.all).failure).contains("shows the same, in other bytes"))
    #expect(try Data(contentsOf: picture) == drawn)
    #expect(try outcome(.all).failure == nil)
  }

  @Test func whatIsPendingCanBeAccepted() throws {
    _ = try outcome(.missing)
    _ = try outcome(.pending, other)
    let snapshots = PendingSnapshot.all(below: folder.url)
    #expect(snapshots.map(\.format) == [.png, .scene])
    #expect(
      snapshots.allSatisfy { $0.record.snapshot == "LossTests.curve" && $0.record.source == "LossTests.swift:3:5" })
    for snapshot in snapshots { try snapshot.accept() }
    #expect(folder.files == places.sorted())
    #expect(try outcome(.never, other).failure == nil)
  }

  @Test func acceptingRefusesWhatChangedMeanwhile() throws {
    _ = try outcome(.missing)
    _ = try outcome(.pending, other)
    let snapshots = PendingSnapshot.all(below: folder.url)
    let reference = try #require(snapshots.first).reference
    try Data("changed".utf8).write(to: reference)
    let error = #expect(throws: PendingSnapshotError.self) { try snapshots[0].accept() }
    #expect(error?.description.contains("was changed since its test ran") == true)
    #expect(try Data(contentsOf: reference) == Data("changed".utf8))
    try Data("changed\n".utf8).write(to: snapshots[1].file)
    let second = #expect(throws: PendingSnapshotError.self) { try snapshots[1].accept() }
    #expect(second?.description.contains("is not what the test drew") == true)
    for snapshot in snapshots { try snapshot.reject() }
    #expect(folder.files == places.sorted())
  }

  @Test func unknownSettingsAreErrors() throws {
    #expect(try SnapshotMode(environment: [:]) == .pending)
    #expect(try SnapshotMode(environment: ["CI": "false"]) == .pending)
    #expect(try SnapshotMode(environment: ["CI": "true"]) == .never)
    #expect(try SnapshotMode(environment: ["CI": "true", "PLOT_SNAPSHOTS": "failed"]) == .failed)
    let error = #expect(throws: SnapshotSettingError.self) {
      try SnapshotMode(environment: ["PLOT_SNAPSHOTS": "record"])
    }
    #expect(
      error?.description == "PLOT_SNAPSHOTS=record is not known; use one of pending, never, missing, failed, all.")
    #expect(throws: SnapshotSettingError.self) {
      try SnapshotStackRule(environment: ["PLOT_SNAPSHOTS_STACK": "Strict"])
    }
  }

  @Test func foldersThatCannotBeWrittenAreNamed() throws {
    try Data().write(to: folder.url.appending(path: "__Snapshots__"))
    let failure = try #require(try outcome(.pending).failure)
    #expect(failure.contains("LossTests.curve.png could not be written"))
  }
}
