import Foundation
import Plot

@testable import Snapshots

/// A package in a temporary folder, with one test file and what its tests left.
struct SamplePackage {
  let folder: TemporaryFolder
  var url: URL { folder.url }
  var page: URL { ReviewFolder.page(in: url) }

  /// - Parameter source: The content of `Tests/LossTests.swift`.
  init(source: String = "@Test func curve() {}") throws {
    folder = try TemporaryFolder()
    try write("// swift-tools-version: 6.2\n", to: "Package.swift")
    try write(source, to: "Tests/LossTests.swift")
  }

  func write(_ text: String, to path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: url.appending(path: path).path) }

  /// What a test would do.
  @discardableResult func check(
    _ function: String = "curve()", named name: String? = nil, drawing chart: Chart = SampleChart.chart(),
    mode: SnapshotMode = .pending, as formats: [SnapshotFormat] = [.scene, .png]
  ) throws -> SnapshotOutcome {
    let snapshot = SnapshotName(
      testFile: url.appending(path: "Tests/LossTests.swift"), suites: ["LossTests"], function: function, name: name)
    return try SnapshotCheck(snapshot, mode: mode, source: "Tests/LossTests.swift:3:5").outcome(
      of: chart.drawing(), as: formats)
  }

  /// References that are accepted, and what differs from them.
  func differ(_ function: String = "curve()", named name: String? = nil, mode: SnapshotMode = .pending) throws {
    try check(function, named: name, mode: .missing)
    try check(function, named: name, drawing: Self.changed, mode: mode)
  }

  static let changed = SampleChart.chart().xAxis("Epochs")

  /// Where the references of the test file are.
  static let references = "Tests/__Snapshots__/LossTests"
}
