import Foundation
import Report
import Runs

extension Snippets {
  /// Runs that stand for the reader's own: five seeds with and without dropout.
  func makeSeeds() throws {
    // snippet.seeds-runs
    for dropout in [0.0, 0.2] {
      for seed in 1...5 {
        let run = try RunWriter(
          creating: URL(filePath: "runs/dropout-\(dropout)-\(seed)"),
          RunManifest(config: ["dropout": .number(dropout), "units": 32], seed: UInt64(seed)))
        for epoch in 1...40 { try run.log("val_loss", loss(epoch, dropout: dropout, seed: seed), step: epoch) }
        try run.finish()
      }
    }
    // snippet.end
  }

  private func loss(_ epoch: Int, dropout: Double, seed: Int) -> Double {
    let spread = 1 + 0.06 * sin(Double(seed * 5)) + 0.02 * sin(Double(epoch * seed))
    return (0.6 * exp(-Double(epoch) / 9) + 0.2 - 0.25 * dropout) * spread
  }

  func seedsCompared() throws -> Foundation.URL {
    // snippet.seeds-compare
    let runs = try Run.readAll(in: URL(filePath: "runs"))
    let plain = runs.filter { $0.manifest.config["dropout"] == 0.0 }
    let comparison = ComparisonReport(runs: runs, baseline: plain, metric: "val_loss")
    print(try comparison.verdict())
    let page = try comparison.write(to: URL(filePath: "reports/dropout"))
    // snippet.end
    return page.index
  }

  func seedsChecked() throws -> RunCheck.Result.State {
    let runs = try Run.readAll(in: URL(filePath: "runs"))
    let plain = runs.filter { $0.manifest.config["dropout"] == 0.0 }
    let dropped = runs.filter { $0.manifest.config["dropout"] == 0.2 }
    // snippet.seeds-check
    let check = RunCheck(runs: dropped, baseline: plain)
    let result = try check.result(of: CheckRule("val_loss <= 0.95 * baseline"))
    print(result.explanation)
    // snippet.end
    return result.state
  }
}
