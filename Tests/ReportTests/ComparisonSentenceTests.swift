import Foundation
import Runs
import Testing

@testable import Report

@Suite struct ComparisonSentenceTests {
  private func verdict(_ runs: [Run], baseline: [Run] = [], metric: String? = nil) throws -> String {
    try ComparisonReport(runs: runs, baseline: baseline, metric: metric).verdict()
  }

  private func runs(_ finals: [String: [Double]], order: [String]) -> [Run] {
    order.flatMap { name in
      (finals[name] ?? []).enumerated().map { index, final in
        SampleRuns.run("\(name)-\(index)", config: ["cell": .string(name)], seed: UInt64(index), final: final)
      }
    }
  }

  @Test func aClearWinnerIsBeyondChance() throws {
    let all = SampleRuns.cells()
    let text = try verdict(all, baseline: [all[0]])
    #expect(text.hasPrefix("gru has the lowest validation loss, 0.09725, 0.29 (75\u{A0}%) lower"))
    #expect(text.contains("lower than the baseline dense with 0.3890"))
    #expect(text.contains("beyond what chance between seeds explains") && text.contains("the same 5 seeds"))
  }

  @Test func alikeGroupsAreUndecidedWithTheSeedsThatWouldSettleIt() throws {
    let text = try verdict(
      runs(["a": [1.0, 1.2, 0.9, 1.1], "b": [1.05, 1.0, 1.15, 1.12]], order: ["a", "b"]))
    #expect(text.contains("Chance between seeds could do that"))
    #expect(text.contains("seeds each would settle it"))
  }

  @Test func singleRunsSayThatNoVarianceIsKnown() throws {
    let text = try verdict(runs(["a": [1], "b": [2]], order: ["a", "b"]))
    #expect(text.contains("a has the lowest validation loss") && text.contains("no variance between seeds is known"))
    #expect(text.contains("1 (50\u{A0}%) lower than the second best, b with 2"))
  }

  @Test func aBaselineThatIsBestSaysSo() throws {
    let all = SampleRuns.cells()
    let text = try verdict(all, baseline: Array(all.suffix(5)))
    #expect(text.hasPrefix("No group has a lower validation loss than the baseline gru"))
  }

  @Test func directionsTurn() throws {
    let all = ["a", "b"].map { name in
      SampleRuns.run(name, config: ["cell": .string(name)], final: name == "a" ? 0.8 : 0.9, tags: ["x", "accuracy"])
    }
    #expect(try verdict(all, metric: "accuracy").hasPrefix("b has the highest accuracy, 0.9"))
  }

  @Test func manyComparisonsAreHeldAgainstChance() throws {
    // Twenty groups of the same kind: the best of them is best by chance.
    var noise = NoiseGenerator(seed: 11)
    var finals: [String: [Double]] = [:]
    let names = (0..<20).map { "g\($0)" }
    for name in names { finals[name] = (0..<3).map { _ in 1 + 0.1 * noise.normal() } }
    let text = try verdict(runs(finals, order: names))
    #expect(text.lowercased().contains("chance") && !text.contains("beyond what chance"))
  }

  @Test func nothingToCompare() throws {
    #expect(try verdict([SampleRuns.run("a", tags: [])]).contains("No metric was recorded"))
    #expect(try verdict([SampleRuns.run("a")]).hasPrefix("One run, with a final validation loss of 0.1"))
    #expect(try verdict(runs(["a": [1, 2, 3]], order: ["a"])).contains("3 runs of the same configuration"))
  }

  @Test func diverged() throws {
    var all = runs(["a": [1, 1.1], "b": [2, 2.1]], order: ["a", "b"])
    all[0].scalars[1].values[39] = .nan
    all[1].scalars[1].values[39] = .nan
    #expect(try verdict(all).contains("Only b recorded a finite validation loss"))
  }

  @Test func whatDoesNotFitIsRefused() throws {
    let all = SampleRuns.cells()
    #expect(throws: ReportError.self) { try verdict(all, metric: "accuracy") }
    #expect(throws: ReportError.self) { try verdict(all, baseline: [all[0], all[5]]) }
  }
}
