import Foundation
import Testing

@testable import Snapshots

@Suite struct SnapshotRunTests {
  private func announce(_ names: [String], in package: URL, arguments: [String], ends: Bool = true) {
    let announcer = SnapshotAnnouncer(arguments: arguments, endsWithProcess: false)
    for name in names {
      announcer.announce(package.appending(path: "Tests/T/__Snapshots__/F/\(name).png"), test: "F.\(name)")
    }
    if ends { announcer.end() }
  }

  @Test func runsSayWhatTheyComparedWith() throws {
    let folder = try TemporaryFolder()
    try Data().write(to: folder.url.appending(path: "Package.swift"))
    announce(["a", "b", "a"], in: folder.url, arguments: ["tests", "--testing-library", "swift-testing"])
    var runs = SnapshotRun.all(in: folder.url)
    #expect(runs.count == 1)
    let run = try #require(runs.first)
    #expect(run.start.library == "swift-testing" && run.start.isFull && run.isComplete)
    #expect(run.announcements.map(\.reference) == ["a", "b", "a"].map { "Tests/T/__Snapshots__/F/\($0).png" })
    #expect(run.announcements.first?.test == "F.a")

    announce(["c"], in: folder.url, arguments: ["tests", "T.F/c"], ends: false)
    runs = SnapshotRun.all(in: folder.url)
    #expect(runs.map(\.start.library).sorted() == ["swift-testing", "xctest"])
    #expect(runs.first { $0.start.library == "xctest" }.map { $0.start.isFull || $0.isComplete } == false)

    announce(["d"], in: folder.url, arguments: ["tests", "--testing-library", "swift-testing"])
    runs = SnapshotRun.all(in: folder.url)
    #expect(runs.count == 2, "a full run takes the place of earlier ones of its library")
    #expect(runs.first { $0.start.isFull }?.announcements.count == 1)
  }

  @Test func filesThatAreNoRunsAreLeftOut() throws {
    let folder = try TemporaryFolder()
    let runs = SnapshotRun.folder(in: folder.url)
    #expect(SnapshotRun.all(in: folder.url).isEmpty)
    try FileManager.default.createDirectory(at: runs.appending(path: "x.jsonl"), withIntermediateDirectories: true)
    for (name, text) in [("a.jsonl", ""), ("b.jsonl", "{}\n"), ("c.jsonl", "\u{0}"), ("d.txt", "{\"version\":1}")] {
      try Data(text.utf8).write(to: runs.appending(path: name))
    }
    #expect(SnapshotRun.all(in: folder.url).isEmpty)
  }

  @Test func filtersMakeARunPartial() {
    func kind(_ arguments: String...) -> String {
      let kind = SnapshotAnnouncer.kind(of: ["tests"] + arguments)
      return kind.library + (kind.isFull ? " full" : "")
    }
    #expect(kind() == "xctest full")
    #expect(kind("T.F/c") == "xctest")
    #expect(kind("--skip-build", "--testing-library", "swift-testing") == "swift-testing full")
    #expect(kind("--filter", "F", "--testing-library", "swift-testing") == "swift-testing")
    #expect(kind("--testing-library", "swift-testing", "--skip=F") == "swift-testing")
  }
}
