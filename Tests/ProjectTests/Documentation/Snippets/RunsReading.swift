import Foundation
import Plot
import Runs

extension Snippets {
  /// Two folders as TensorBoard's writers leave them: event files and nothing else.
  func makeLogs() throws {
    for (name, rate, floor) in [("baseline", 14.0, 0.1), ("wider", 11, 0.05)] {
      let folder = URL(filePath: "logs/\(name)")
      let writer = try RunWriter(creating: folder)
      for step in 1...120 {
        let noise = 0.15 * sin(Double(step) * 2.1) + 0.1 * sin(Double(step * step) * 0.7)
        try writer.log("loss/train", (floor + exp(-Double(step) / rate)) * (1 + noise), step: step)
      }
      try writer.finish()
      try FileManager.default.removeItem(at: folder.appending(path: "run.json"))
    }
  }

  func readFolder() throws -> Chart {
    // snippet.read-run
    let run = try Run(reading: URL(filePath: "logs/baseline"))
    for series in run.scalars {
      print(series.tag, series.count, series.steps.last ?? 0, series.values.last ?? .nan)
    }
    for finding in run.diagnostics { print(finding) }
    // snippet.end
    // snippet.read-all
    let runs = try Run.readAll(in: URL(filePath: "logs"))
    let chart = Chart("Training loss") {
      for run in runs {
        if let loss = run.series("loss/train") {
          LineMark(x: Array(loss.steps), y: loss.values, series: .named(run.manifest.name))
            .smoothed(.exponential(0.6))
        }
      }
    }
    .subtitle("Smoothed as in TensorBoard, weight 0.6")
    .xAxis("Step")
    .yAxis("Loss", scale: .log)
    // snippet.end
    return chart
  }

  func exported() throws -> [String] {
    let run = try Run(reading: URL(filePath: "logs/baseline"))
    // snippet.read-export
    try run.export(.csv, to: URL(filePath: "baseline.csv"))
    try run.export(.jsonl, to: URL(filePath: "baseline.jsonl"))
    // snippet.end
    return ["baseline.csv", "baseline.jsonl"]
  }
}
