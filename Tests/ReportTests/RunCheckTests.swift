import Foundation
import Runs
import Testing

@testable import Report

@Suite struct CheckRuleTests {
  private func limit(_ text: String) throws -> [Double] {
    let rule = try CheckRule(text)
    return [rule.factor, rule.offset]
  }

  @Test func rulesAreLinearInTheBaseline() throws {
    #expect(try limit("val_loss <= 1.05 * baseline") == [1.05, 0])
    #expect(try limit("val_loss<0.01") == [0, 0.01])
    #expect(try limit("x >= baseline*(1 - 2%)") == [0.98, 0])
    #expect(try limit("x > baseline / 2 + 1e-3 - -4") == [0.5, 4.001])
    #expect(try limit("x <= 2 * 3 + 4 * 5") == [0, 26])
    #expect(try limit("x <= -(baseline - 1) * 2") == [-2, 2])
    #expect(try limit("x <= 10 - 3 - 2") == [0, 5] && limit("x <= 8 / 2 / 2") == [0, 2])
    let rule = try CheckRule("  'my metric' >= 5 ")
    #expect(rule.metric == "my metric" && rule.comparison == .atLeast && !rule.needsBaseline)
    #expect(try CheckRule("epoch_loss/val.x-y <= 1").metric == "epoch_loss/val.x-y")
  }

  @Test(arguments: [
    ("", 0), ("val_loss", 8), ("val_loss == 1", 9), ("<= 1", 0), ("x <= ", 5), ("x <= 1 +", 8), ("x <= base", 5),
    ("x <= baseline * baseline", 14), ("x <= 1 / baseline", 7), ("x <= 1 / 0", 7), ("x <= (1", 5), ("x <= 1)", 6),
    ("x <= 1 2", 7), ("'x <= 1", 0), ("x y <= 1", 2), ("x <= 1e", 5), ("x <= 1e999", 5), ("x <= \u{0}", 5),
    ("'' < 1", 0),
  ])
  func faultsAreShownWithACaret(_ text: String, _ place: Int) throws {
    let error = #expect(throws: CheckRuleError.self) { try CheckRule(text) }
    #expect(error?.place == place, "\(text): \(error?.description ?? "")")
    let lines = try #require(error?.description.split(separator: "\n", omittingEmptySubsequences: false))
    #expect(lines.last.map { $0.count } == place + 3)
  }

  @Test func deepRulesEnd() {
    let deep = "x <= " + String(repeating: "(", count: 100_000) + "1"
    #expect(throws: CheckRuleError.self) { try CheckRule(deep) }
    #expect(throws: CheckRuleError.self) { try CheckRule("x <= " + String(repeating: "-", count: 100_000) + "1") }
  }
}

@Suite struct RunCheckTests {
  private func runs(_ finals: [Double], firstSeed: Int = 1) -> [Run] {
    finals.enumerated().map { index, final in
      SampleRuns.run("r\(firstSeed + index)", config: ["cell": "a"], seed: UInt64(firstSeed + index), final: final)
    }
  }

  private func result(_ rule: String, _ a: [Double], _ b: [Double] = [], seed: Int = 100) throws -> RunCheck.Result {
    try RunCheck(runs: runs(a), baseline: runs(b, firstSeed: seed)).result(of: CheckRule(rule))
  }

  @Test func threeStates() throws {
    let rule = "val_loss <= 1.05 * baseline"
    #expect(try result(rule, [1, 1.01, 0.99], [1.2, 1.21, 1.19]).state == .pass)
    #expect(try result(rule, [1.3, 1.31, 1.29], [1, 1.01, 0.99]).state == .fail)
    let open = try result(rule, [1.0, 1.2, 0.9], [1.0, 1.1, 0.95])
    #expect(open.state == .inconclusive && (open.seedsNeeded ?? 0) > 3)
    #expect(open.explanation.contains("seeds each would settle it"))
    #expect(try #require(open.interval).contains(0))
  }

  @Test func limitsFromBelowTurnTheInterval() throws {
    let good = try result("val_loss >= 0.9 * baseline", [1, 1.01, 0.99], [1, 1.02, 0.98])
    #expect(good.state == .pass)
    #expect(try #require(good.interval).lowerBound > 0)
    #expect(try result("val_loss >= 2", [1, 1.01, 0.99]).state == .fail)
    #expect(try result("val_loss <= 2", [1, 1.01, 0.99]).state == .pass)
    #expect(try result("val_loss <= baseline + 0.5", [1.3, 1.31, 1.29], [1, 1.01, 0.99]).state == .pass)
  }

  @Test func theSameSeedsArePaired() throws {
    // Seeds differ by more than the two sides do.
    let (a, b) = ([1.0, 2.0, 3.0, 4.0], [1.1, 2.11, 3.09, 4.1])
    #expect(try result("val_loss <= baseline", a, b, seed: 1).state == .pass)
    #expect(try result("val_loss <= baseline", a, b, seed: 100).state == .inconclusive)
    #expect(try result("val_loss <= baseline", a, b, seed: 1).explanation.contains("paired by seed"))
  }

  @Test func singleRunsAreComparedAsTheyAre() throws {
    let good = try result("val_loss <= baseline", [1], [1.1, 1.2])
    #expect(
      good.state == .pass && good.interval == nil && good.explanation.contains("No variance between seeds is known"))
    #expect(try result("val_loss < 1", [2]).state == .fail)
  }

  @Test func valuesThatAreNoNumbersKeepNoLimit() throws {
    var broken = runs([1, 1])
    broken[0].scalars[1].values[39] = .nan
    let check = RunCheck(runs: broken, baseline: runs([1, 1], firstSeed: 9))
    let outcome = try check.result(of: CheckRule("val_loss <= 100"))
    #expect(outcome.state == .fail && outcome.explanation.contains("NaN"))
    let against = RunCheck(runs: runs([1, 1]), baseline: broken)
    #expect(try against.result(of: CheckRule("val_loss <= baseline")).state == .inconclusive)
  }

  @Test func whatCannotBeJudgedIsAnError() {
    #expect(throws: ReportError.self) { try result("accuracy >= 0.5", [1]) }
    #expect(throws: ReportError.self) { try result("val_loss <= baseline", [1]) }
  }
}
