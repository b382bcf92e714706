import Foundation
import Testing

@testable import Train

/// Logs that are appended to: mended where that is certain, refused where it is not, never mixed up.
@Suite final class CSVLoggerTests {
  let file = FileManager.default.temporaryDirectory.appending(path: "lossline-\(UUID().uuidString).csv")
  deinit { try? FileManager.default.removeItem(at: file) }

  func log(_ epochs: ClosedRange<Int>, _ metrics: [[String: Double]]) throws {
    let logger = CSVLogger(file, appends: true)
    let plan = TrainingPlan(epochs: epochs.upperBound, batches: 1, samples: 1, initialEpoch: epochs.lowerBound - 1)
    try logger.trainingBegan(plan, model: Sequential([]))
    for (epoch, metrics) in zip(epochs, metrics) { _ = try logger.epochEnded(epoch, metrics: metrics) }
    logger.trainingEnded(History())
  }

  var text: String { get throws { try String(contentsOf: file, encoding: .utf8) } }
  let header = "epoch,loss,val_loss\r\n"
  let both = ["loss": 0.5, "val_loss": 0.25]

  @Test func epochsAreAdded() throws {
    try log(1...2, [both, both])
    try log(3...3, [["val_loss": 1, "loss": 2]])
    #expect(try text == header + "0,0.5,0.25\r\n1,0.5,0.25\r\n2,2,1\r\n")
  }

  @Test(arguments: ["", "2", "2,0.5", "2,0.5,0.25", "2,0.5,\"0"]) func tornLinesAndEpochsTrainedAgainGo(
    torn: String
  ) throws {
    let before = header + "0,0.5,0.25\r\n1,0.5,0.25\r\n"
    try (before + torn).write(to: file, atomically: true, encoding: .utf8)
    try log(3...3, [both])
    #expect(try text == before + "2,0.5,0.25\r\n")
    try log(2...2, [["loss": 3, "val_loss": 4]])
    #expect(try text == header + "0,0.5,0.25\r\n1,3,4\r\n")
  }

  @Test(arguments: ["", "epo", "epoch,loss"]) func aTornHeaderIsWrittenAnew(torn: String) throws {
    try torn.write(to: file, atomically: true, encoding: .utf8)
    try log(1...1, [both])
    #expect(try text == header + "0,0.5,0.25\r\n")
  }

  @Test func aFileThatCannotBeWrittenIsNamed() {
    let logger = CSVLogger(URL(filePath: "/nowhere/log.csv"))
    expectTrainError(.unwritable, saying: "/nowhere/log.csv", "cannot be written") {
      try logger.trainingBegan(TrainingPlan(epochs: 1, batches: 1, samples: 1), model: Sequential([]))
    }
  }

  @Test func whatIsMissingIsNA() throws {
    try log(1...2, [both, ["loss": 1]])
    #expect(try text == header + "0,0.5,0.25\r\n1,1,NA\r\n")
  }

  @Test(arguments: [
    ("epoch,loss\n0,1\n", 2, "also measures val_loss"), ("loss,val_loss\n0,1\n", 2, "begins with epoch"),
    ("epoch,loss,val_loss\n0,1,1\n", 1, "1 epoch already"),
    ("epoch,loss,val_loss\n0,1,1\n5,1,1\n1,1,1\n", 3, ":4: epoch 1 follows epoch 5"),
    ("epoch,loss,val_loss\nfirst,1,1\n", 2, ":2: the epoch is “first”"),
    ("epoch,loss,val_loss\n0,1\n", 2, ":2: this row has 2 cells"), ("epoch,loss,loss\n0,1,1\n", 2, "the columns are"),
  ])
  func otherFilesAreLeftAlone(content: String, epoch: Int, finding: String) throws {
    try content.write(to: file, atomically: true, encoding: .utf8)
    expectTrainError(.dataFile, saying: file.path, finding, "another file") { try self.log(epoch...epoch, [self.both]) }
    #expect(try text == content)
  }
}
