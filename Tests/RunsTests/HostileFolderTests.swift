import Foundation
import Testing

@testable import Runs

/// Folders whose names and sizes nobody would choose who means well.
@Suite struct HostileFolderTests {
  private let folder: TestFolder
  init() throws { folder = try TestFolder() }

  @Test func numbersInNamesDoNotOverflow() throws {
    try RunWriter(creating: folder.place("run")).finish()
    try folder.write([0], to: "run/events.out.tfevents.\(Int.max).host.1.0")
    try folder.write("{\"spec\": 1}", to: "run/charts/\(Int.max)-a.json")
    let writer = try RunWriter(resuming: folder.place("run"), atStep: 1)
    try writer.logChart(slug: "b", title: "B", [1])
    try writer.finish()
    #expect(try Run(reading: folder.place("run")).charts.map(\.slug) == ["b", "\(Int.max)-a"])
    #expect(EventFileName.seconds(in: "events.out.tfevents.1234567890.host.1.0") == 1_234_567_890)
    #expect(EventFileName.seconds(in: "events.out.tfevents.\(Int.max).host.1.0") == nil)
  }

  /// A file with a hole in it may be longer than the memory.
  @Test(arguments: ["run.json", "charts/01-a.json", "tables/a.csv"])
  func aFileOfTerabytesIsRefused(_ name: String) throws {
    try RunWriter(creating: folder.place("run")).finish()
    let file = folder.place("run/\(name)")
    try folder.write("", to: "run/\(name)")
    let handle = try FileHandle(forWritingTo: file)
    try handle.truncate(atOffset: 1 << 43)
    try handle.close()
    let findings = try Run(reading: folder.place("run")).diagnostics
    #expect(findings.contains { $0.file == name && $0.message.contains("too large to be read") }, "\(findings)")
  }

  @Test func anEventFileWithAHoleIsReadToTheHole() throws {
    try folder.write(points("loss", 1...200_000, from: 1), to: "events.out.tfevents.1.h")
    let handle = try FileHandle(forWritingTo: folder.place("events.out.tfevents.1.h"))
    try handle.truncate(atOffset: 1 << 43)
    try handle.close()
    let run = try Run(reading: folder.url)
    #expect(run.series("loss")?.count == 200_000)
    #expect(run.diagnostics.contains { $0.message.hasPrefix("the length of a record is damaged") })
  }

  @Test(.timeLimit(.minutes(1))) func manyImagesAreListedInLinearTime() {
    var media = MediaTable()
    for number in 0..<200_000 { media.append(LoggedMedia(kind: "image", tag: "samples/\(number)", steps: [1])) }
    var all = media
    all.append(media)
    #expect(all.entries.count == 200_000 && all.entries.allSatisfy { $0.steps == [1, 1] })
  }

  @Test func aTableThatIsListedTwiceIsReadOnce() throws {
    let writer = try RunWriter(creating: folder.place("run"))
    try writer.logTable(slug: "a", columns: [TableColumn("x", [1, 2])])
    try writer.update { $0.tables += $0.tables }
    try writer.finish()
    #expect(try Run(reading: folder.place("run")).tables.map(\.slug) == ["a"])
  }

  /// A folder whose event files describe the runs below it is no run of its own.
  @Test func aFolderThatOnlyDescribesOthersIsLeftOut() throws {
    try folder.write("", to: "sweep/events.out.tfevents.1.h")
    try folder.write(points("loss", 1...3, from: 1), to: "sweep/a/events.out.tfevents.1.h")
    try folder.write("", to: "sweeps/events.out.tfevents.1.h")
    let runs = RunListing.completed(try Run.list(in: folder.url)) { _ in .min }
    #expect(runs.map(\.path) == ["sweep/a", "sweeps"])
  }
}
