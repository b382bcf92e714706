// snippet.runs-first
import Foundation
import Runs

// snippet.hide
extension Snippets {
  func runsFirst() throws {
    // snippet.show
    let folder = URL(filePath: "runs/simulation")
    let writer = try RunWriter(creating: folder, RunManifest(config: ["particles": 1000], seed: 7))
    for step in 1...50 {
      try writer.log(step: step, ["energy": 1 / Double(step), "temperature": 300 - Double(step)])
    }
    try writer.finish()

    let run = try Run(reading: folder)
    let energy = run.series("energy")
    print(run.status, run.scalars.map(\.tag), energy?.best(.min)?.step ?? 0)
    // snippet.end
  }
}
