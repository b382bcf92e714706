import Foundation
import Runs
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct CompareCommandTests {
  /// A small sweep: two cells, three seeds.
  private func swept() throws -> Command {
    let lossline = try Command()
    let result = try lossline(
      "sweep", "airline", "--grid", "cell=dense,simple", "--grid", "epochs=8", "--seeds", "3", "--jobs", "2",
      "--baseline", "cell=dense")
    #expect(result.status == 0 && result.errors == "", "\(result.errors)")
    #expect(result.output.contains("6/6") && result.output.hasSuffix("reports/airline-sweep/index.html\n"))
    return lossline
  }

  private func write(_ name: String, to lossline: Command, seed: UInt64, values: [Double]) throws {
    let writer = try RunWriter(
      creating: lossline.folder.appending(path: name), RunManifest(config: ["cell": "a"], seed: seed))
    for (step, value) in values.enumerated() { try writer.log("val_loss", value, step: step + 1) }
    try writer.finish()
  }

  @Test func aSweepTrainsComparesAndGoesOn() throws {
    let lossline = try swept()
    defer { lossline.remove() }
    let files = try lossline.files(below: "reports/airline-sweep")
    let page = String(decoding: try #require(files["index.html"]), as: UTF8.self)
    #expect(page.contains("6 runs in 2 groups") && page.contains("baseline"))
    #expect(files["charts/curve-val_loss.pdf"] != nil && files["tables/differences.csv"] != nil)
    let runs = try lossline.files(below: "runs")
    let again = try lossline(
      "sweep", "airline", "--grid", "cell=dense,simple", "--grid", "epochs=8", "--seeds", "3", "--baseline",
      "cell=dense")
    #expect(again.status == 0 && again.output.contains("finished before"))
    #expect(try lossline.files(below: "runs") == runs)
    #expect(try lossline.files(below: "reports/airline-sweep") == files)
  }

  @Test func aFailureIsToldAndNotFatal() throws {
    let lossline = try Command()
    defer { lossline.remove() }
    let result = try lossline(
      "sweep", "sequence", "--grid", "learning-rate=0.1,1e300", "--grid", "epochs=5", "--seeds", "1", "--quiet")
    #expect(result.status == 0)
    #expect(result.errors.contains("failed: learning-rate=1e300 epochs=5 seed=1: After epoch"))
    #expect(try lossline.files(below: "reports/sequence-sweep")["index.html"] != nil)
  }

  @Test func gridsThatMakeNoSenseAreRefused() throws {
    let lossline = try Command()
    defer { lossline.remove() }
    for arguments in [
      ["--grid", "cell"], ["--grid", "cell=a,,b"], ["--grid", "seed=1,2"], ["--grid", "cell=a", "--grid", "cell=b"],
      ["--seeds", "0"], ["--grid", "units=1,2", "--seeds", "9000"], ["--grid", "cell=lstm", "--baseline", "cell=gru"],
      ["--grid", "units=3,0"], ["--grid", "colour=red"],
    ] {
      let result = try lossline.run(["sweep", "airline"] + arguments)
      #expect(result.status == 64, "\(arguments): \(result.errors)")
    }
    #expect(try lossline("sweep", "nothing").status == 64)
    #expect(try lossline.files(below: "runs").isEmpty)
  }

  @Test func runsAreNamedByFolderPatternAndPath() throws {
    let lossline = try Command()
    defer { lossline.remove() }
    for seed in 1...3 { try write("runs/a\(seed)", to: lossline, seed: UInt64(seed), values: [3, 2, Double(seed)]) }
    for arguments in [["runs"], ["runs/a*"], ["runs/a1", "runs/a2", "runs/a3", "runs/a1"]] {
      let result = try lossline.run(["compare"] + arguments + ["-o", "out"])
      #expect(result.status == 0, "\(result.errors)")
      let page = String(decoding: try #require(try lossline.files(below: "out")["index.html"]), as: UTF8.self)
      #expect(page.contains("3 runs in 1 group"))
    }
    for wrong in ["nothing", "x*", "runs/a1/run.jsonx"] {
      let result = try lossline("compare", wrong)
      #expect(result.status == 1 && result.errors.contains(wrong))
    }
    let metric = try lossline("compare", "runs", "--metric", "val_los")
    #expect(metric.status == 1 && metric.errors.contains("val_loss"))
    #expect(try lossline("compare", "runs", "--x", "years").status == 64)
  }

  @Test func aRuleDecidesTheExitCode() throws {
    let lossline = try Command()
    defer { lossline.remove() }
    for (index, final) in [1.0, 1.01, 0.99].enumerated() {
      try write("old/a\(index)", to: lossline, seed: UInt64(index), values: [2, final])
      try write("good/a\(index)", to: lossline, seed: UInt64(index), values: [2, final - 0.1])
      try write("bad/a\(index)", to: lossline, seed: UInt64(index), values: [2, final + 0.2])
      try write("open/a\(index)", to: lossline, seed: UInt64(index + 9), values: [2, final + 0.2 * Double(index - 1)])
    }
    let rule = "val_loss <= 1.05 * baseline"
    for (folder, status, word) in [("good", Int32(0), "PASS"), ("bad", 1, "FAIL"), ("open", 2, "INCONCLUSIVE")] {
      let result = try lossline("check", folder, "--baseline", "old", "--rule", rule)
      #expect(result.status == status && result.output.hasPrefix("\(word)  \(rule): "), "\(result)")
    }
    let both = try lossline("check", "good", "--baseline", "old", "--rule", rule, "--rule", "val_loss < 0.5")
    #expect(both.status == 1 && both.output.split(separator: "\n").count == 2)
  }

  @Test func aRuleNamesFinalBestOrTestValues() throws {
    let lossline = try Command()
    defer { lossline.remove() }
    try write("a", to: lossline, seed: 1, values: [2, 0.5, 1])
    for (name, limit, status) in [
      ("val_loss", "0.9", Int32(1)), ("val_loss.last", "0.9", 1), ("val_loss.best", "0.6", 0),
      ("val_loss.best", "0.4", 1),
    ] {
      #expect(try lossline("check", "a", "--rule", "\(name) <= \(limit)").status == status, "\(name) \(limit)")
    }
    let none = try lossline("check", "a", "--rule", "val_loss.test <= 1")
    #expect(none.status == 1 && none.errors.contains("val_loss.test"))
    // What a list calls the best, a rule calls so too.
    let listed = try lossline("runs", ".", "--columns", "val_loss.best,val_loss.last", "--format", "csv")
    #expect(listed.output.contains("0.5,1"), "\(listed.output)")
  }

  /// Three rules, of which one is kept, one broken and one open, with a tag that means something in every format.
  private func judged(_ format: String) throws -> Command.Result {
    let lossline = try Command()
    defer { lossline.remove() }
    let tag = "a<b>&\"c|`d"
    for seed in 1...3 {
      let writer = try RunWriter(creating: lossline.folder.appending(path: "r\(seed)"), RunManifest(seed: UInt64(seed)))
      for (tag, value) in [("low", 1.0), ("high", 9.0), (tag, Double(seed))] {
        try writer.log(tag, value + 0.01 * Double(seed), step: 1)
      }
      try writer.finish()
    }
    return try lossline(
      "check", "r1", "r2", "r3", "--rule", "low <= 2", "--rule", "high <= 2", "--rule", "'\(tag)' <= 2.1",
      "--format", format)
  }

  @Test func jUnitIsWellFormed() throws {
    let result = try judged("junit")
    #expect(result.status == 1)
    let reader = JUnitReader()
    let parser = XMLParser(data: Data(result.output.utf8))
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError)): \(result.output)")
    #expect(reader.suite == ["name": "lossline check", "tests": "3", "failures": "1", "errors": "0", "skipped": "1"])
    #expect(reader.cases == ["low <= 2", "high <= 2", "'a<b>&\"c|`d' <= 2.1"])
    #expect(reader.outcomes == ["system-out", "failure", "skipped"])
  }

  @Test func jsonHasANumberForEachColumn() throws {
    struct Entry: Decodable {
      var rule, outcome, metric, explanation: String
      var value, limit, low, high: Double
      var runs, baselineRuns: Int
      var seedsNeeded: Int?
    }
    let result = try judged("json")
    let entries = try JSONDecoder().decode([Entry].self, from: Data(result.output.utf8))
    #expect(entries.map(\.outcome) == ["pass", "fail", "inconclusive"] && entries.map(\.runs) == [3, 3, 3])
    #expect(entries[2].metric == "a<b>&\"c|`d" && (entries[2].seedsNeeded ?? 0) > 3 && entries[2].baselineRuns == 0)
    for entry in entries { #expect(entry.low < entry.value - entry.limit && entry.value - entry.limit < entry.high) }
  }

  @Test func markdownIsATableOfThreeColumns() throws {
    let lines = try judged("markdown").output.split(separator: "\n")
    #expect(lines.count == 5 && lines[1] == "|---|---|---|")
    for line in lines {
      let cells = line.replacing("\\|", with: "").split(separator: "|", omittingEmptySubsequences: false)
      #expect(cells.count == 5, "\(line)")
    }
    #expect(lines[2].contains("✅ PASS") && lines[3].contains("❌ FAIL") && lines[4].contains("❔ INCONCLUSIVE"))
    #expect(!lines[4].contains("<b>"))
  }

  @Test func aComparisonIsWrittenInEveryFormatAndLanguage() throws {
    let lossline = try Command()
    defer { lossline.remove() }
    for seed in 1...3 { try write("runs/a\(seed)", to: lossline, seed: UInt64(seed), values: [3, 2, Double(seed)]) }
    let result = try lossline("compare", "runs", "--format", "all", "--lang", "ko", "-o", "out")
    #expect(result.status == 0 && result.output.hasSuffix("out/index.html\n"), "\(result.errors)")
    let files = try lossline.files(below: "out")
    let page = String(decoding: try #require(files["index.html"]), as: UTF8.self)
    #expect(page.contains("lang=\"ko\"") && page.contains("실행 3개, 그룹 1개"))
    #expect(try #require(files["comparison.pdf"]).starts(with: Data("%PDF".utf8)))
    let summary = String(decoding: try #require(files["comparison.md"]), as: UTF8.self)
    #expect(summary.hasPrefix("# 실행 3개, 그룹 1개\n") && summary.contains("](charts/curve-val_loss.png)"))
    let pdf = try lossline("compare", "runs", "--format", "pdf", "-o", "pdf")
    #expect(pdf.output.hasSuffix("/pdf/comparison.pdf\n"))
    #expect(try Set(lossline.files(below: "pdf").keys) == ["comparison.pdf"])
    #expect(try lossline("compare", "runs", "--lang", "fr").status == 64)
  }

  @Test func aSweepThatWasKilledGoesOn() throws {
    let lossline = try Command()
    defer { lossline.remove() }
    let arguments = [
      "sweep", "airline", "--grid", "cell=simple,lstm", "--grid", "epochs=40", "--seeds", "3", "--jobs", "2",
    ]
    let (process, output, errors) = try lossline.start(arguments)
    // Killed in the middle, without a chance to tell its trainings.
    while process.isRunning, try String(contentsOf: output, encoding: .utf8).split(separator: "\n").count < 2 {
      usleep(5_000)
    }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    _ = (try Command.text(output), try Command.text(errors))
    #expect(process.terminationReason == .uncaughtSignal, "The sweep was through before it was killed.")
    let result = try lossline.run(arguments)
    #expect(result.status == 0 && result.errors == "", "\(result.errors)")
    #expect(result.output.contains("finished before") && result.output.contains("6/6  cell="))
    let runs = try Run.list(in: lossline.folder.appending(path: "runs"))
    #expect(runs.count == 6 && runs.allSatisfy { $0.status == .finished })
  }

  @Test func twoJobsTrainAtTheSameTime() throws {
    let lossline = try Command()
    defer { lossline.remove() }
    #expect(
      try lossline("sweep", "airline", "--grid", "epochs=40", "--seeds", "4", "--jobs", "2", "--quiet").status == 0)
    let runs = try Run.list(in: lossline.folder.appending(path: "runs")).map { try Run(reading: $0.folder) }
    let times = runs.compactMap { run in
      run.manifest.startTime.flatMap { start in run.manifest.endTime.map { start...$0 } }
    }
    #expect(times.count == 4)
    let together = times.map { one in times.count { $0.contains(one.lowerBound) } }
    #expect((together.max() ?? 0) >= 2, "So many ran when one began: \(together)")
  }

  @Test func rulesThatMakeNoSenseAreShownWithACaret() throws {
    let lossline = try Command()
    defer { lossline.remove() }
    let result = try lossline("check", "runs", "--rule", "val_loss <= 1.05 * base")
    #expect(result.status == 64 && result.errors.contains("  val_loss <= 1.05 * base\n                     ^"))
    #expect(try lossline("check", "runs").status == 64)
  }
}

/// What JUnit's XML says.
private final class JUnitReader: NSObject, XMLParserDelegate {
  var suite: [String: String] = [:]
  var cases: [String] = []
  var outcomes: [String] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    switch name {
    case "testsuites": break
    case "testsuite": suite = attributes
    case "testcase": cases.append(attributes["name"] ?? "")
    default: outcomes.append(name)
    }
  }
}
