import Foundation
import Testing

@testable import Runs

/// Folders that are no run, half a run, or another program's run.
@Suite struct RunReaderTests {
  private let folder: TestFolder
  init() throws { folder = try TestFolder() }

  private func error(_ name: String) -> RunError? {
    #expect(throws: RunError.self) { try Run(reading: folder.place(name)) }
  }

  @Test func aMissingFolder() {
    let error = error("gone")
    #expect(error?.code == .notFound)
    #expect(error?.description.contains("gone: does not exist.") == true)
  }

  @Test func aFileInPlaceOfAFolder() throws {
    try folder.write("x", to: "file")
    #expect(error("file")?.code == .notARun)
    #expect(error("file")?.message.hasPrefix("is no training log") == true)
    #expect(error("file/below")?.code == .notFound)
  }

  @Test func anEmptyFolder() throws {
    try FileManager.default.createDirectory(at: folder.place("empty"), withIntermediateDirectories: true)
    #expect(error("empty")?.code == .notARun)
    #expect(error("empty")?.message.hasPrefix("is empty") == true)
  }

  @Test func aFolderOfOtherThings() throws {
    try folder.write("x", to: "other/notes.txt")
    #expect(error("other")?.message.contains("holds neither run.json nor event files") == true)
  }

  @Test func aFolderOfRunsNamesThem() throws {
    try folder.write("{}", to: "runs/a/run.json")
    try folder.write([start(0)], to: "runs/train/events.out.tfevents.1.h")
    try folder.write("x", to: "runs/notes/x")
    #expect(error("runs")?.message.hasSuffix("Give one of the runs in it: a, train.") == true)
  }

  @Test func eventFilesAloneAreARun() throws {
    let info = try HParams.sessionStart(
      RunManifest(name: "x", config: ["units": 10, "cell": "lstm", "wide": true], group: "g"), wallTime: 100)
    let end = try HParams.sessionEnd(.finished, wallTime: 300)
    try folder.write(
      [info] + points("loss", 1...3, from: 100) + [end], to: "keras/train/events.out.tfevents.0000000100.h.1.v2")
    try folder.write("", to: "keras/train/x.tfevents.profile-empty")
    let run = try Run(reading: folder.place("keras/train"))
    #expect(!run.hasManifest)
    #expect(run.manifest.name == "train")
    #expect(run.status == .finished)
    #expect(run.manifest.config == ["units": 10, "cell": "lstm", "wide": true])
    #expect(run.manifest.group == "g")
    #expect(run.manifest.endTime == Date(timeIntervalSince1970: 102))
    #expect(run.series("loss")?.count == 3)
    #expect(run.diagnostics.isEmpty)
  }

  @Test(arguments: ["", "{", "[]", "{\"config\": 3}", "\0\0\0"]) func aBrokenManifestDoesNotHideTheCurves(
    json: String
  )
    throws
  {
    try folder.write(json, to: "run/run.json")
    try folder.write(points("loss", 1...3, from: 1), to: "run/events.out.tfevents.1.h")
    let run = try Run(reading: folder.place("run"))
    #expect(run.series("loss")?.count == 3)
    #expect(!run.hasManifest && run.manifest.name == "run" && run.status == .unknown)
    #expect(run.diagnostics.map(\.file) == ["run.json"])
    #expect(run.diagnostics.map(\.severity) == [.error])
    #expect(run.diagnostics[0].message.contains("Mend it or remove it"))
  }

  @Test func aNewerManifestIsReadWithAWarning() throws {
    try folder.write(#"{"formatVersion": 2, "name": "x", "status": "finished"}"#, to: "run/run.json")
    let run = try Run(reading: folder.place("run"))
    #expect(run.hasManifest && run.status == .finished)
    #expect(run.diagnostics.map(\.severity) == [.warning])
  }

  @Test func aRunWhoseWriterDiedIsInterrupted() throws {
    try folder.write(#"{"status": "running"}"#, to: "run/run.json")
    for _ in 0..<2 {
      let run = try Run(reading: folder.place("run"))
      #expect(run.manifest.status == .running)
      #expect(run.status == .interrupted)
      #expect(run.diagnostics.map(\.severity) == [.note])
      #expect(try Run.list(in: folder.url).map(\.status) == [.interrupted])
      // A lock file without a holder, as a killed process leaves it.
      try folder.write("", to: "run/.writer.lock")
    }
  }

  @Test func thingsInPlaceOfFilesAreReported() throws {
    try folder.write(points("loss", 1...3, from: 1), to: "run/b.tfevents.1")
    try FileManager.default.createDirectory(at: folder.place("run/a.tfevents"), withIntermediateDirectories: true)
    try FileManager.default.createDirectory(at: folder.place("run/run.json"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: folder.place("run/c.tfevents"), withDestinationURL: folder.place("run/c.tfevents"))
    mkfifo(folder.place("run/d.tfevents").path, 0o644)
    let run = try Run(reading: folder.place("run"))
    #expect(run.series("loss")?.count == 3)
    #expect(run.diagnostics.map(\.file) == ["run.json", "a.tfevents", "c.tfevents", "d.tfevents"])
  }

  @Test func diagnosticsPrintOnOneLine() {
    #expect(Diagnostic(.error, file: "a", byteOffset: 7, message: "b").description == "error: a at byte 7: b")
    #expect(Diagnostic(.note, message: "b").description == "note: b")
    let order: [Diagnostic.Severity] = [.error, .note, .warning]
    #expect(order.sorted() == [.note, .warning, .error])
  }
}
