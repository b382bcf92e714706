import Foundation
import Runs

/// Times how all runs of a folder are read, once and in a fresh process, as `peers/read_logs.py` does.
enum Reading {
  static func measure(_ folder: String) throws {
    var runs: [Run] = []
    let time = try ContinuousClock().measure { runs = try Run.readAll(in: URL(filePath: folder)) }
    let series = runs.lazy.flatMap(\.scalars)
    let points = series.reduce(0) { $0 + $1.count }
    let steps = series.reduce(0) { $0 + $1.steps.reduce(0, &+) }
    let values = series.reduce(0) { $0 + $1.values.reduce(0, +) }
    let problems = runs.reduce(0) { $0 + $1.diagnostics.count }
    print(
      """
      {"seconds": \(time / .seconds(1)), "points": \(points), "step_sum": \(steps), "value_sum": \(values), \
      "problems": \(problems)}
      """)
  }
}
