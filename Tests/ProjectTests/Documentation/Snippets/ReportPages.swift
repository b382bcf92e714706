// snippet.report-first
import Foundation
import Report
import Runs

// snippet.hide
extension Snippets {
  func reportFirst() throws {
    // snippet.show
    let folder = URL(filePath: "runs/first")
    let writer = try RunWriter(creating: folder, RunManifest(config: ["units": 10], seed: 1))
    for epoch in 1...60 {
      let loss = 0.5 / Double(epoch) + 0.01
      try writer.log(step: epoch, ["loss": loss, "val_loss": 1.2 * loss + 0.0002 * Double(epoch)])
    }
    try writer.finish()

    let report = try TrainingReport(run: Run(reading: folder))
    let written = try report.write(to: URL(filePath: "reports/first"), formats: [.html, .pdf, .markdown])
    print(written.index.path)
    // snippet.end
  }
}
