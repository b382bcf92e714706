import Foundation
import Runs
import Testing

@testable import lossline

@Suite struct RunFilterTests {
  private func record(
    _ path: String, config: [String: ConfigValue] = [:], metrics: [String: MetricSummary] = [:],
    status: RunStatus = .finished, seconds: Double? = 90
  ) throws -> RunRecord {
    var manifest = RunManifest(
      name: path, startTime: Date(timeIntervalSince1970: 1e9), config: config, metrics: metrics)
    manifest.endTime = seconds.map { Date(timeIntervalSince1970: 1e9 + $0) }
    let json = try JSONEncoder().encode(manifest)
    let folder = FileManager.default.temporaryDirectory.appending(path: "lossline-\(UUID().uuidString)/\(path)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    try json.write(to: folder.appending(path: "run.json"))
    var listing = try #require(try Run.list(in: folder).first)
    listing.status = status
    return RunRecord(listing, now: 1e9 + 1000)
  }

  private func lstm() throws -> RunRecord {
    try record(
      "a/lstm-1",
      config: ["cell": "lstm", "units": 10, "wide": true, "narrow": false, "name": "two words", "opt": ["rate": 1e-3]],
      metrics: [
        "val_loss": .init(direction: .min, best: 0.005, bestStep: 9, last: 0.02),
        "val/acc": .init(direction: .max, best: .infinity, last: .nan),
      ])
  }

  @Test(arguments: [
    ("config.cell == lstm && val_loss < 0.01", true), ("config.cell==lstm&&val_loss<0.01", true),
    ("config.cell == 'lstm'", true), ("config.cell == gru || val_loss.last > 0.01", true),
    ("config.cell != lstm", false), ("!(config.cell == lstm)", false), ("! config.narrow", true), ("config.wide", true),
    ("!config.wide", false), ("config.missing", false), ("config.missing == 1", false), ("config.missing != 1", true),
    ("config.missing < 1 || config.missing >= 1", false), ("config.units == 10.0", true),
    ("config.units == '10'", false),
    ("config.units >= 10 && config.units <= 1e1", true), ("config.opt.rate < 2e-3", true),
    ("config.wide == true", true), ("config.name == \"two words\"", true), ("run =~ 'lstm-[0-9]+$'", true),
    ("run =~ ^stm", false), ("status == finished", true), ("duration > 60 && duration < 100", true),
    ("val/acc > 1e308", true), ("val/acc.last == val/acc.last", false), ("val_loss.step == 9", true),
    ("config.cell == gru && status == finished || val_loss < 1", true),
    ("config.cell == gru && (status == finished || val_loss < 1)", false), ("!!config.wide", true),
    ("config.cell > kstm && config.cell < mstm", true),
  ])
  func evaluates(filter: String, expected: Bool) throws {
    #expect(try RunFilter(filter).accepts(lstm()) == expected)
  }

  @Test(arguments: [
    ("", 0), ("   ", 3), ("a ==", 4), ("a == 1 &&", 9), ("(a == 1", 0), ("a == 1)", 6), ("a = 1", 2), ("1 < a", 0),
    ("a == 'x", 5), ("a b", 2), ("a =~ '('", 5), ("&& a", 0), ("a == == 1", 5), ("(a || b c)", 8), ("a & b", 2),
  ])
  func errorsShowThePlace(filter: String, place: Int) {
    let error = #expect(throws: FilterError.self) { try RunFilter(filter) }
    let caret = error?.description.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    #expect(caret == String(repeating: " ", count: place + 2) + "^", "\(error?.description ?? "")")
  }

  @Test func nestingIsLimited() {
    let deep = String(repeating: "(", count: 100_000) + "a"
    #expect(throws: FilterError.self) { try RunFilter(deep) }
    #expect(throws: FilterError.self) { try RunFilter(String(repeating: "!", count: 100_000) + "a") }
  }

  @Test func misspeltNamesAreToldWithTheRightOne() throws {
    let error = try #require(throws: FilterError.self) { try RunFilter("config.cel == 1").check(against: [lstm()]) }
    #expect(error.description.contains("Did you mean config.cell?"))
    try RunFilter("status == x && val_loss.step > 1").check(against: [lstm()])
    try RunFilter("anything").check(against: [])
  }

  @Test func sortingPutsMissingValuesLastBothWays() throws {
    let runs = try [("a", 3.0), ("b", .nan), ("c", nil), ("d", 1), ("e", 3)].map { name, value in
      try record(name, metrics: ["m": .init(direction: .min, best: value, last: value)])
    }
    let names = { (reversed: Bool) in
      RunRecord.sorted(runs, by: "m", reversed: reversed).map { $0.listing.manifest.name }.joined()
    }
    #expect(names(false) == "daebc" && names(true) == "aedbc")
  }

  @Test func aRunningRunHasADuration() throws {
    let running = try record("a", status: .running, seconds: nil)
    #expect(running.values["duration"] == .number(1000))
    #expect(try record("a", status: .interrupted, seconds: nil).values["duration"] == nil)
  }
}
