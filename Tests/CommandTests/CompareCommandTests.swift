import Foundation
import Runs
import Testing

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
      "sweep", "sequence", "--grid", "units=3,0", "--grid", "epochs=5", "--seeds", "1", "--quiet")
    #expect(result.status == 0)
    #expect(result.errors.contains("failed: units=0 epochs=5 seed=1") && result.errors.contains("--units"))
    #expect(try lossline.files(below: "reports/sequence-sweep")["index.html"] != nil)
    let none = try lossline("sweep", "sequence", "--grid", "units=0", "--seeds", "1", "--name", "none")
    #expect(none.status == 1 && none.errors.contains("left a run to compare"))
  }

  @Test func gridsThatMakeNoSenseAreRefused() throws {
    let lossline = try Command()
    defer { lossline.remove() }
    for arguments in [
      ["--grid", "cell"], ["--grid", "cell=a,,b"], ["--grid", "seed=1,2"], ["--grid", "cell=a", "--grid", "cell=b"],
      ["--seeds", "0"], ["--grid", "units=1,2", "--seeds", "9000"], ["--grid", "cell=lstm", "--baseline", "cell=gru"],
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
    let json = try lossline("check", "open", "--baseline", "old", "--rule", rule, "--format", "json")
    #expect(json.output.contains("\"outcome\" : \"inconclusive\"") && json.output.contains("seedsNeeded"))
    let junit = try lossline("check", "bad", "--baseline", "old", "--rule", rule, "--format", "junit")
    #expect(junit.output.contains("failures=\"1\"") && junit.output.contains("val_loss &lt;= 1.05 * baseline"))
    #expect(
      try lossline("check", "bad", "--baseline", "old", "--rule", rule, "--format", "markdown").output.contains(
        "| ❌ FAIL |"))
  }

  @Test func rulesThatMakeNoSenseAreShownWithACaret() throws {
    let lossline = try Command()
    defer { lossline.remove() }
    let result = try lossline("check", "runs", "--rule", "val_loss <= 1.05 * base")
    #expect(result.status == 64 && result.errors.contains("  val_loss <= 1.05 * base\n                     ^"))
    #expect(try lossline("check", "runs").status == 64)
  }
}
