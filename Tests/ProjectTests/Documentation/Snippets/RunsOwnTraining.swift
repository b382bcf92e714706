import Foundation
import Plot
import Runs

extension Snippets {
  /// A training that stands for the reader's own.
  private struct Loop {
    mutating func epoch(_ number: Int) -> (loss: Double, validationLoss: Double) {
      (0.5 / Double(number) + 0.01, 0.5 / Double(number) + 0.02 + 0.001 * Double(number))
    }
  }

  func ownTraining() async throws -> Chart {
    var loop = Loop()
    // snippet.own-begin
    let run = try RunWriter(
      creating: URL(filePath: "runs/mine"),
      RunManifest(
        config: ["cell": "lstm", "units": 64, "optimizer": ["name": "adam", "learning_rate": 0.001]], seed: 1))
    // snippet.end
    // snippet.own-loop
    for epoch in 1...40 {
      let result = loop.epoch(epoch)
      try run.log(step: epoch, ["loss": result.loss, "val_loss": result.validationLoss])
    }
    // snippet.end
    // snippet.own-tasks
    try await withThrowingTaskGroup(of: Void.self) { group in
      for worker in 1...4 {
        group.addTask {
          for step in 1...100 { try run.log("worker-\(worker)/steps-per-second", Double(900 + step), step: step) }
        }
      }
      try await group.waitForAll()
    }
    // snippet.end
    let epochs = Array(1...40)
    let losses = epochs.map { loop.epoch($0) }
    // snippet.own-more
    let chart = Chart("Training goes on falling, validation does not") {
      LineMark(x: epochs, y: losses.map(\.loss), series: "training")
      LineMark(x: epochs, y: losses.map(\.validationLoss), series: "validation")
    }
    .xAxis("Epoch")
    .yAxis("Loss", scale: .log)
    try run.logChart(slug: "gap", title: "The gap", caption: "Training and validation loss.", chart)
    try run.logTable(
      slug: "mistakes", caption: "The worst predictions.",
      columns: [TableColumn("sample", ["a", "b"]), TableColumn("error", [0.81, 0.64])])
    try run.log(text: "Trained on *half* of the data.", tag: "notes")
    try run.finish()
    // snippet.end
    return chart
  }

  func resumed() throws -> Int {
    // snippet.own-resume
    let run = try RunWriter(resuming: URL(filePath: "runs/mine"), atStep: 41)
    try run.log("loss", 0.02, step: 41)
    try run.finish()
    // snippet.end
    return try Run(reading: URL(filePath: "runs/mine")).series("loss")?.count ?? 0
  }
}
