import Foundation
import Plot
import Testing

@testable import Snapshots

@Suite struct ReferencePruningTests {
  private let package: SamplePackage
  private static let old = Date(timeIntervalSince1970: 1_000_000)

  init() throws {
    package = try SamplePackage(source: "@Suite struct LossTests { @Test func curve() {}\n @Test func `a b`() {} }")
    for name in ["LossTests.curve.scene", "LossTests.curve.light.png", "LossTests.gone.scene", "LossTests.a-b.scene"] {
      try reference(name)
    }
  }

  private func reference(_ name: String, in folder: String = SamplePackage.references, date: Date = old) throws {
    try package.write("reference\n", to: "\(folder)/\(name)")
    try FileManager.default.setAttributes(
      [.modificationDate: date], ofItemAtPath: package.url.appending(path: "\(folder)/\(name)").path)
  }

  /// A run as a test process announces it.
  private func run(
    _ library: String = "swift-testing", isFull: Bool = true, isComplete: Bool = true, time: Double = 2_000_000,
    announcing announced: [String] = ["LossTests.curve.scene", "LossTests.a-b.scene"]
  ) throws {
    var lines = ["{\"isFull\":\(isFull),\"library\":\"\(library)\",\"time\":\(time),\"version\":1}"]
    for name in announced {
      let test = name.split(separator: ".").prefix(2).joined(separator: ".")
      lines.append("{\"reference\":\"\(SamplePackage.references)/\(name)\",\"test\":\"\(test)\"}")
    }
    if isComplete { lines.append("{\"isComplete\":true}") }
    try package.write(
      lines.joined(separator: "\n") + "\n", to: ".build/plot-snapshots/runs/\(library)-\(Int(time)).jsonl")
  }

  private func refusal() -> String? {
    do throws(ReferencePruningError) {
      _ = try ReferencePruning(of: package.url)
      return nil
    } catch {
      return error.description
    }
  }

  @Test func onlyWhatAFullRunDidNotAnnounceIsStale() throws {
    try run()
    let pruning = try ReferencePruning(of: package.url)
    #expect(
      pruning.stale
        == ["LossTests.curve.light.png", "LossTests.gone.scene"].map { "\(SamplePackage.references)/\($0)" })
    #expect(pruning.kept.isEmpty)
    for path in pruning.stale { try pruning.remove(path) }
    #expect(
      package.folder.files.filter { $0.contains("__Snapshots__") }.map { URL(filePath: $0).lastPathComponent } == [
        "LossTests.a-b.scene", "LossTests.curve.scene",
      ])
  }

  @Test func withoutACompleteFullRunNothingIsPruned() throws {
    #expect(refusal()?.hasPrefix("No run of the tests is known.") == true)
    try run(isFull: false)
    #expect(refusal()?.contains("in Swift Testing were run with a filter") == true)
    try run(isComplete: false, time: 3_000_000)
    #expect(refusal()?.contains("in Swift Testing did not come to its end") == true)
    try run(time: 4_000_000)
    #expect(refusal() == nil)
    // A later run that was cut is the last one.
    try run(isComplete: false, time: 5_000_000)
    #expect(refusal()?.contains("did not come to its end") == true)
  }

  @Test func bothLibrariesHaveToHaveRun() throws {
    try run()
    try package.write("final class LossTests: XCTestCase { @Test func curve() {} }", to: "Tests/LossTests.swift")
    #expect(refusal()?.hasPrefix("No run of the tests in XCTest is known.") == true)
    try run("xctest", isFull: false, announcing: [])
    #expect(refusal()?.contains("in XCTest were run with a filter or in parallel processes") == true)
    try run("xctest", time: 2_500_000, announcing: ["LossTests.curve.light.png"])
    #expect(
      try ReferencePruning(of: package.url).stale.map { URL(filePath: $0).lastPathComponent }
        == ["LossTests.gone.scene"])
  }

  /// A test that is disabled, or that failed before its snapshot.
  @Test func testsThatAreStillThereKeepTheirReferences() throws {
    try run(announcing: ["LossTests.a-b.scene"])
    let pruning = try ReferencePruning(of: package.url)
    #expect(pruning.stale == ["\(SamplePackage.references)/LossTests.gone.scene"])
    #expect(
      pruning.kept.map { URL(filePath: $0.path).lastPathComponent } == [
        "LossTests.curve.light.png", "LossTests.curve.scene",
      ])
    #expect(pruning.kept.allSatisfy { $0.reason.contains("curve, which is still there but took no snapshot") })
  }

  @Test func whatIsNewerThanTheRunStays() throws {
    try run()
    try reference("LossTests.new.scene", date: Date(timeIntervalSince1970: 2_000_001))
    let pruning = try ReferencePruning(of: package.url)
    #expect(pruning.kept.map(\.path) == ["\(SamplePackage.references)/LossTests.new.scene"])
  }

  @Test func filteredRunsAfterAFullOneCountToo() throws {
    try run()
    try run(isFull: false, isComplete: false, time: 3_000_000, announcing: ["LossTests.gone.scene"])
    #expect(try ReferencePruning(of: package.url).stale == ["\(SamplePackage.references)/LossTests.curve.light.png"])
  }

  @Test func otherFilesAndOtherPackagesAreLeftAlone() throws {
    try run()
    let folder = SamplePackage.references
    try reference("notes.md")
    try reference("LossTests.gone.pending.scene")
    try reference("LossTests.gone.scene", in: "Tests/Elsewhere")
    try reference("T.f.scene", in: "Examples/Inner/Tests/__Snapshots__/T")
    try package.write("", to: "Examples/Inner/Package.swift")
    try FileManager.default.createSymbolicLink(
      atPath: package.url.appending(path: "\(folder)/link.scene").path, withDestinationPath: "/etc/passwd")
    #expect(
      try ReferencePruning(of: package.url).stale
        == ["LossTests.curve.light.png", "LossTests.gone.scene"].map {
          "\(folder)/\($0)"
        })
  }

  @Test func hostileRunsProveNothing() throws {
    for (number, text) in [
      "", "{", "[]", "{\"isFull\":true}", "\0\0", "{\"isFull\":true,\"library\":\"x\",\"time\":1,\"version\":9}\n",
    ].enumerated() {
      try package.write(text, to: ".build/plot-snapshots/runs/xctest-\(number).jsonl")
    }
    #expect(refusal()?.hasPrefix("No run of the tests is known.") == true)
    // Announcing something outside of the package removes nothing there.
    try run(announcing: ["../../outside.scene", "LossTests.curve.scene"])
    #expect(try ReferencePruning(of: package.url).stale.allSatisfy { $0.hasPrefix(SamplePackage.references) })
  }

  @Test func theLastReferenceTakesItsFoldersWithIt() throws {
    try package.write("@Test func other() {}", to: "Tests/LossTests.swift")
    try run(announcing: [])
    let pruning = try ReferencePruning(of: package.url)
    #expect(pruning.stale.count == 4)
    for path in pruning.stale { try pruning.remove(path) }
    #expect(!package.exists("Tests/__Snapshots__") && package.exists("Tests"))
  }
}
