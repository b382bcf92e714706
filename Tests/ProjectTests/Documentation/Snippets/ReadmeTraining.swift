// snippet.readme-training
import Foundation
import Runs
import Train

// snippet.hide
extension Snippets {
  func readmeTraining() throws {
    // snippet.show
    let samples = try WindowedSeries((0..<200).map { sin(Double($0) / 5) }, length: 12)
    let model = Sequential([LSTM(10), Dense(1)], seed: 1)
    try model.compile(optimizer: Adam(), loss: .meanSquaredError)
    let run = try RunWriter(creating: URL(filePath: "runs/sine"), RunManifest(config: ["units": 10], seed: 1))
    try model.fit(
      samples.x, samples.y, epochs: 60, validationSplit: 0.2, callbacks: [RunRecorder(run), ProgressBar()])
    try run.finish()
    print(try model.summary())
    // snippet.end
  }
}
