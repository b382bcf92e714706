import Foundation
import Plot
import Snapshots
import Testing

/// `lossline snapshots` in a package with two snapshots that differ.
@Suite struct SnapshotsCommandTests {
  private let lossline: Command
  private let references = "Tests/__Snapshots__/LossTests"

  init() throws {
    lossline = try Command()
    try lossline.write("// swift-tools-version: 6.2\n", to: "Package.swift")
    try FileManager.default.createDirectory(
      at: lossline.folder.appending(path: references), withIntermediateDirectories: true)
    try lossline.write("@Test func curve() {}\n@Test func bars() {}\n", to: "Tests/LossTests.swift")
    for test in ["curve()", "bars()"] {
      for (title, mode) in [("Loss", SnapshotMode.missing), ("Losses", .pending)] {
        let name = SnapshotName(
          testFile: lossline.folder.appending(path: "Tests/LossTests.swift"), suites: [], function: test)
        let chart = Chart(title) { LineMark(y: [3.0, 1, 2]) }.size(width: 200, height: 120)
        _ = SnapshotCheck(name, mode: mode).outcome(of: try chart.drawing(), as: [.scene, .png])
      }
    }
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: lossline.folder.appending(path: "\(references)/\(name)"), encoding: .utf8)
  }

  private var pending: [String] {
    get throws { try lossline.files(below: references).keys.filter { $0.contains(".pending.") }.sorted() }
  }

  @Test func acceptTakesOverWhatIsNamed() throws {
    defer { lossline.remove() }
    let result = try lossline("snapshots", "accept", "curve")
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(result.output == "Accepted \(references)/curve.png\nAccepted \(references)/curve.scene\n")
    #expect(try text("curve.scene").contains("Losses") && !text("bars.scene").contains("Losses"))
    #expect(
      try pending == ["bars.pending.png", "bars.pending.png.json", "bars.pending.scene", "bars.pending.scene.json"])
    #expect(try lossline("snapshots", "accept", "--all").output.contains("Accepted \(references)/bars.scene"))
    #expect(try pending.isEmpty)
    #expect(try lossline("snapshots", "accept", "--all").output == "Nothing is pending.\n")
  }

  @Test func acceptRefusesWhatChangedAndDoesTheRest() throws {
    defer { lossline.remove() }
    try lossline.write("changed by somebody\n", to: "\(references)/curve.scene")
    let bars = lossline.folder.appending(path: "\(references)/bars.pending.png")
    try (Data(contentsOf: bars) + [0]).write(to: bars)
    let result = try lossline("snapshots", "accept", "--all")
    #expect(result.status == 1)
    #expect(result.output == "Accepted \(references)/bars.scene\nAccepted \(references)/curve.png\n")
    #expect(result.errors.contains("curve.scene was changed since its test ran; run the test again"))
    #expect(result.errors.contains("bars.pending.png is not what the test drew"))
    #expect(try text("curve.scene") == "changed by somebody\n")
  }

  @Test func namesThatMeanNothingAreToldWithWhatIsPending() throws {
    defer { lossline.remove() }
    let result = try lossline("snapshots", "accept", "curves", "bars")
    #expect(result.status == 1 && result.output.contains("Accepted \(references)/bars.png"))
    #expect(result.errors.contains("Nothing pending is called curves. Pending are:\n  bars\n  curve\n"))
    #expect(try lossline("snapshots", "accept").status == 64)
    #expect(try lossline("snapshots", "accept", "--all", "curve").status == 64)
  }

  @Test func rejectKeepsReferences() throws {
    defer { lossline.remove() }
    let path = "\(references)/curve.pending.png"
    #expect(try lossline("snapshots", "reject", path).output == "Rejected \(references)/curve.png\n")
    #expect(try pending.count == 6 && !text("curve.scene").contains("Losses"))
    #expect(try lossline("snapshots", "reject", "--all").status == 0)
    #expect(try pending.isEmpty && lossline.files(below: references).count == 4)
  }

  @Test func aRecordThatIsNoneIsNamed() throws {
    defer { lossline.remove() }
    try lossline.write("{\"version\" : 1, \"snap", to: "\(references)/cut.pending.png.json")
    let result = try lossline("snapshots", "accept", "--all")
    #expect(result.status == 1 && result.errors.contains("cut.pending.png.json is no record of a pending snapshot"))
    #expect(try pending == ["cut.pending.png.json"])
    // What is named is not concerned.
    #expect(try lossline("snapshots", "accept", "x").errors.contains("Nothing is pending at all."))
  }

  @Test func reportWritesThePage() throws {
    defer { lossline.remove() }
    let result = try lossline("snapshots", "report")
    #expect(result.status == 0 && result.output.hasSuffix("/.build/plot-snapshots/index.html\n"))
    let page = try text("../../../.build/plot-snapshots/index.html")
    #expect(page.contains("2 snapshots differ from what was accepted."))
    #expect(page.contains("lossline snapshots accept \(references)/curve"))
    // Deciding brings the page up to date.
    #expect(try lossline("snapshots", "accept", "bars").status == 0)
    #expect(
      try text("../../../.build/plot-snapshots/index.html").contains("1 snapshot differs from what was accepted."))
    #expect(try lossline("snapshots", "report", "-o", "out").output == "\(lossline.folder.path)/out/index.html\n")
    #expect(try lossline("snapshots", "report", "-o", "Package.swift").status == 1)
  }

  @Test func thePackageIsFoundOrNamed() throws {
    defer { lossline.remove() }
    let elsewhere = try Command()
    defer { elsewhere.remove() }
    let none = try elsewhere("snapshots", "accept", "--all")
    #expect(none.status == 1 && none.errors.contains("The current folder is in no package."))
    #expect(
      try elsewhere("snapshots", "report", "--package-path", "nowhere").errors.contains(
        "There is no package in nowhere"))
    let named = try elsewhere("snapshots", "accept", "--package-path", lossline.folder.path, "curve")
    #expect(named.output.contains("Accepted \(references)/curve.png"))
  }

  @Test func pruneGoesByAFullRun() throws {
    defer { lossline.remove() }
    let none = try lossline("snapshots", "prune")
    #expect(none.status == 1 && none.errors.contains("No run of the tests is known. Run all tests first"))
    let runs = ".build/plot-snapshots/runs"
    try FileManager.default.createDirectory(
      at: lossline.folder.appending(path: runs), withIntermediateDirectories: true)
    try lossline.write("@Test func curve() {}\n", to: "Tests/LossTests.swift")
    let time = Date.now.timeIntervalSince1970 + 60
    try lossline.write(
      """
      {"isFull":true,"library":"swift-testing","time":\(time),"version":1}
      {"reference":"\(references)/curve.scene","test":"curve"}
      {"isComplete":true}

      """, to: "\(runs)/swift-testing-1.jsonl")
    let stale = ["bars.png", "bars.scene", "curve.png"]
    let dry = try lossline("snapshots", "prune", "--dry-run")
    #expect(dry.status == 0 && dry.output == stale.map { "Would remove \(references)/\($0)\n" }.joined())
    #expect(try lossline.files(below: references).count == 12)
    #expect(try lossline("snapshots", "prune").output == stale.map { "Removed \(references)/\($0)\n" }.joined())
    #expect(
      Set(try lossline.files(below: references).keys) == [
        "curve.scene", "curve.pending.scene", "curve.pending.scene.json",
      ])
    #expect(try lossline("snapshots", "prune").output == "No reference is to be removed.\n")
  }

  @Test func reviewAsksForEach() throws {
    defer { lossline.remove() }
    let (status, output) = try PseudoTerminal().run(
      Command.executable, ["snapshots", "review"], in: lossline.folder, keys: "ra", prompt: "uit?",
      environment: ["NO_COLOR": ""])
    #expect(status == 0, "\(output)")
    #expect(output.contains("1 of 2: bars") && output.contains("2 of 2: curve"))
    #expect(output.contains("Rejected \(references)/bars.png") && output.contains("Accepted \(references)/curve.scene"))
    #expect(output.contains("\u{1B}[31m") && output.contains("\u{1B}[32m") && output.contains("\"Losses\""))
    #expect(output.contains("References accepted: 2, rejected: 2, left as they are: 0."))
    #expect(try pending.isEmpty && text("curve.scene").contains("Losses") && !text("bars.scene").contains("Losses"))
    let picture = try #require(output.firstMatch(of: /Look at (\S+curve\.png)/)?.output.1)
    #expect(try PixelImage(png: Array(Data(contentsOf: URL(filePath: String(picture))))).width == 3 * 320 + 4 * 16)
  }

  @Test func reviewCanBeLeft() throws {
    defer { lossline.remove() }
    let (status, output) = try PseudoTerminal().run(
      Command.executable, ["snapshots", "review"], in: lossline.folder, keys: "sq", prompt: "uit?",
      environment: ["NO_COLOR": "1"])
    #expect(status == 0 && output.contains("Skipped") && !output.contains("\u{1B}"))
    #expect(output.contains("References accepted: 0, rejected: 0, left as they are: 4."))
    #expect(try pending.count == 8)
    let piped = try lossline.run(["snapshots", "review"], input: "a\n")
    #expect(piped.status == 1 && piped.errors.contains("`lossline snapshots report` writes a page"))
  }
}
