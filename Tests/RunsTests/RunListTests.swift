import Foundation
import Testing

@testable import Runs

@Suite struct RunListTests {
  private let folder: TestFolder
  init() throws { folder = try TestFolder() }

  @Test func runsAreFoundAtAnyDepthInNaturalOrder() throws {
    for name in ["run-10", "run-9", "group/a"] {
      try RunWriter(creating: folder.place(name)).finish()
    }
    try folder.write(points("loss", 1...3, from: 1), to: "keras/train/events.out.tfevents.1700000000.h.1.0.v2")
    try folder.write(points("loss", 1...3, from: 1), to: "keras/events.out.tfevents.1700000001.h")
    try folder.write("{", to: "broken/run.json")
    try folder.write("{}", to: "run-9/checkpoints/run.json")
    try folder.write("{}", to: ".hidden/run.json")
    try folder.write("x", to: "notes.txt")
    try FileManager.default.createSymbolicLink(at: folder.place("loop"), withDestinationURL: folder.url)

    let runs = try Run.list(in: folder.url)
    #expect(runs.map(\.path) == ["broken", "group/a", "keras", "keras/train", "run-9", "run-10"])
    #expect(runs.map(\.hasManifest) == [false, true, false, false, true, true])
    #expect(runs.map(\.status) == [.unknown, .finished, .unknown, .unknown, .finished, .finished])
    #expect(runs[0].problem?.file == "run.json")
    #expect(runs[1].manifest.name == "a" && runs[1].problem == nil)
    #expect(runs[3].manifest.startTime == Date(timeIntervalSince1970: 1_700_000_000))
    for run in runs { #expect(throws: Never.self) { try Run(reading: run.folder) } }
  }

  @Test func aRunItselfIsAListOfOne() throws {
    try RunWriter(creating: folder.place("only")).finish()
    #expect(try Run.list(in: folder.place("only")).map(\.path) == ["only"])
  }

  @Test func anEmptyFolderHasNoRunsAndAMissingOneIsAnError() throws {
    #expect(try Run.list(in: folder.url).isEmpty)
    #expect(#expect(throws: RunError.self) { try Run.list(in: folder.place("gone")) }?.code == .notFound)
    try folder.write("x", to: "file")
    #expect(#expect(throws: RunError.self) { try Run.list(in: folder.place("file")) }?.code == .wrongKind)
  }

  @Test func digitsSortByValue() {
    let names = ["a", "a-1", "a-2", "a-10", "a-10b", "a-010c", "b", "b1"]
    for (index, name) in names.enumerated() {
      for (other, otherName) in names.enumerated() {
        #expect(NaturalOrder.precedes(name, otherName) == (index < other), "\(name) \(otherName)")
      }
    }
  }

  @Test func eventFileNamesTellAndKeepTheOrder() {
    let existing = ["events.out.tfevents.1700000005.h.1.0", "run.json", "x.tfevents.profile-empty"]
    let next = EventFileName.make(seconds: 1_700_000_000, host: "my.host/é", process: 7, number: 0, after: existing)
    #expect(next == "events.out.tfevents.1700000006.my-host--.7.0")
    #expect(EventFileName.make(seconds: 5, host: "", process: 1, number: 0, after: []).contains(".0000000005.host."))
    #expect(EventFileName.seconds(in: "tfevents") == nil)
    #expect(EventFileName.seconds(in: "a.tfevents.x") == nil)
    #expect(existing.map(EventFileName.isEventFile) == [true, false, false])
  }
}
