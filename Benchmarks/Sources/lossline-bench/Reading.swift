import Foundation
import Runs

/// Times how all runs of a folder are read, once and in a fresh process, as `peers/read_logs.py` does.
enum Reading {
  static func measure(_ folder: String) throws {
    let clock = ContinuousClock()
    var runs: [Run] = []
    let time = try clock.measure { runs = try Run.readAll(in: URL(filePath: folder)) }
    let points = runs.reduce(0) { $0 + $1.scalars.reduce(0) { $0 + $1.count } }
    let problems = runs.reduce(0) { $0 + $1.diagnostics.count }
    print(#"{"seconds": \#(time / .seconds(1)), "points": \#(points), "problems": \#(problems)}"#)
  }
}
