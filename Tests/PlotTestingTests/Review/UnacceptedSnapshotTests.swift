import Foundation
import Plot
import Testing

@testable import Snapshots

@Suite struct UnacceptedSnapshotTests {
  private func all(_ package: SamplePackage) -> (snapshots: [UnacceptedSnapshot], problems: [String]) {
    var problems: [String] = []
    let snapshots = UnacceptedSnapshot.all(in: package.url) { problems.append($0) }
    return (snapshots, problems)
  }

  @Test func formsOfOneSnapshotBelongTogether() throws {
    let package = try SamplePackage()
    try package.differ()
    try package.check("other()", named: "dark", as: [.scene])
    let (snapshots, problems) = all(package)
    #expect(
      snapshots.map(\.place) == ["LossTests.curve", "LossTests.other.dark"].map { "\(SamplePackage.references)/\($0)" })
    #expect(snapshots.map { $0.forms.map(\.format) } == [[.png, .scene], [.scene]])
    #expect(snapshots[0].name == "LossTests.curve" && snapshots[0].source == "Tests/LossTests.swift:3:5")
    #expect(snapshots[0].command == "lossline snapshots accept \(SamplePackage.references)/LossTests.curve")
    #expect(problems.isEmpty)
  }

  @Test func whatMayNotBeWrittenIsKeptForThePageAlone() throws {
    let package = try SamplePackage()
    try package.check(mode: .missing)
    let before = package.folder.files
    let outcome = try package.check(drawing: SamplePackage.changed, mode: .never)
    #expect(outcome.failure?.hasSuffix("Side by side: \(package.page.path)") == true)
    #expect(package.folder.files.filter { !$0.hasPrefix(".build/plot-snapshots/") } == before)
    let snapshots = all(package).snapshots
    #expect(snapshots.map(\.forms.count) == [2] && snapshots[0].pending.isEmpty)
    #expect(
      snapshots[0].forms.allSatisfy { package.folder.files.contains($0.reference.path(below: package.url) ?? "") })
    #expect(UnacceptedSnapshot.all(in: package.url, onlyPending: true).isEmpty)

    // Once it is pending, or drawn as accepted, it is no longer there twice.
    try package.check(drawing: SamplePackage.changed, mode: .pending)
    #expect(all(package).snapshots.map(\.pending.count) == [2])
    try package.check(mode: .pending)
    #expect(all(package).snapshots.isEmpty)
  }

  @Test func nothingIsNotedOutsideOfPackages() throws {
    let folder = try TemporaryFolder()
    let name = SnapshotName(testFile: folder.url.appending(path: "T.swift"), suites: [], function: "f()")
    let outcome = try SnapshotCheck(name, mode: .never).outcome(of: SampleChart.chart().drawing(), as: [.scene])
    #expect(outcome.failure?.contains("Side by side") == false)
    #expect(folder.files.isEmpty)
  }

  @Test func hostileRecordsAreNamedAndLeftAlone() throws {
    let package = try SamplePackage()
    try package.differ()
    let record = try String(
      contentsOf: package.url.appending(path: "\(SamplePackage.references)/LossTests.curve.pending.png.json"),
      encoding: .utf8)
    let names = ["cut", "empty", "list", "version", "binary"].map {
      "\(SamplePackage.references)/\($0).pending.scene.json"
    }
    let contents = [
      String(record.prefix(60)), "", "[1, 2]", record.replacing("\"version\" : 1", with: "\"version\" : 2"), "\0\u{1}",
    ]
    for (name, content) in zip(names, contents) { try package.write(content, to: name) }
    // An ending that is no snapshot's: accepting it would write a source file.
    try package.write(record, to: "Sources/Main.pending.swift.json")
    try package.write("boom", to: "Sources/Main.pending.swift")
    let huge = package.url.appending(path: "\(SamplePackage.references)/huge.pending.png.json")
    try Data().write(to: huge)
    try #require(truncate(huge.path, 1 << 40) == 0)
    let (snapshots, problems) = all(package)
    #expect(snapshots.map(\.name) == ["LossTests.curve"])
    #expect(problems.count == 7)
    #expect(problems.contains { $0.contains("Main.pending.swift") && $0.contains("no snapshot by its ending") })
  }

  /// Names in records are for showing; files are found by where the record is.
  @Test func recordsCannotLeadElsewhere() throws {
    let package = try SamplePackage()
    try package.differ()
    let file = package.url.appending(path: "\(SamplePackage.references)/LossTests.curve.pending.scene.json")
    let record = try String(contentsOf: file, encoding: .utf8)
    try Data(record.replacing("LossTests.curve\"", with: "../../../etc/\\u001b[2Jpasswd\"").utf8).write(to: file)
    let snapshots = all(package).snapshots
    let form = try #require(snapshots.first?.forms.last)
    #expect(form.reference.path(below: package.url) == "\(SamplePackage.references)/LossTests.curve.scene")
    let page = ReviewPage(of: package.url).html
    #expect(!page.contains("\u{1B}"))
    try #require(form.pending).accept()
    #expect(!package.exists("etc"))
  }

  @Test func namesAndPathsSelect() throws {
    let package = try SamplePackage()
    try package.check("curve()")
    try package.check("curve()", named: "dark", as: [.scene])
    try package.check("other()", as: [.scene])
    let snapshots = all(package).snapshots
    let references = package.url.appending(path: SamplePackage.references)
    func select(_ arguments: String..., from folder: URL? = nil) -> [String] {
      let selection = SnapshotSelection(snapshots, package: package.url, folder: folder ?? package.url)
      let (pending, unknown) = selection.select(arguments)
      return pending.map(\.reference.lastPathComponent) + unknown.map { "? \($0)" }
    }
    let (curve, dark, other) = (
      ["LossTests.curve.png", "LossTests.curve.scene"], ["LossTests.curve.dark.scene"], ["LossTests.other.scene"]
    )
    #expect(select("LossTests") == dark + curve + other || select("LossTests") == curve + dark + other)
    #expect(Set(select("LossTests.curve")) == Set(curve + dark), "the test and what it names")
    #expect(select("LossTests.curve.dark") == dark)
    #expect(select("LossTests.cur") == ["? LossTests.cur"])
    #expect(select("\(SamplePackage.references)/LossTests.other") == other)
    #expect(select("\(SamplePackage.references)/LossTests.curve.png") == ["LossTests.curve.png"])
    #expect(select("LossTests.curve.pending.png", from: references) == ["LossTests.curve.png"])
    #expect(select("./LossTests.other.scene", from: references) == other)
    #expect(select(package.url.appending(path: "Tests").path).count == 4)
    #expect(select(".").count == 4 && select("Tests/", from: package.url).count == 4)
    #expect(select("LossTests.other", "LossTests.other", "nothing", "") == other + ["? nothing", "? "])
    #expect(select("../../../../etc/passwd", from: references) == ["? ../../../../etc/passwd"])
  }

  @Test func textsAreLegible() {
    #expect("a\u{1B}[31m\u{202E}b\nc".legible() == "a⟨U+001B⟩[31m⟨U+202E⟩b c")
    #expect("a\nb".legible(keepsLines: true) == "a\nb")
    #expect("손실 é €".legible() == "손실 é €")
    #expect("abcdef".legible(limit: 3) == "abc…")
    #expect("a/b-c.d".shellArgument == "a/b-c.d" && "a b".shellArgument == "'a b'")
    #expect("it's $x".shellArgument == "'it'\\''s $x'" && "".shellArgument == "''" && "손실".shellArgument == "손실")
  }
}
