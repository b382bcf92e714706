import Foundation
import Runs
import Testing

@testable import Train

/// The callbacks that come with the library.
@Suite(.serialized) struct CallbackTests {
  @Test func theRecorderLogsEveryEpoch() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lossline-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let writer = try RunWriter(creating: folder, RunManifest(name: "demo"))
    let history = try FitTests.model().fit(
      FitTests.x, FitTests.y, epochs: 3, validationData: (FitTests.x, FitTests.y), callbacks: [RunRecorder(writer)])
    try writer.finish()
    let run = try Run(reading: folder)
    #expect(run.scalars.map(\.tag).sorted() == ["loss", "val_loss"])
    for tag in ["loss", "val_loss"] {
      let series = try #require(run.series(tag))
      #expect(series.steps == [1, 2, 3])
      #expect(zip(series.values, history[tag]).allSatisfy { abs($0 - $1) <= 1e-6 * abs($1) })
    }
  }

  @Test func anErrorOfACallbackEndsTraining() throws {
    final class Broken: Callback {
      func epochEnded(_ epoch: Int, metrics: [String: Double]) throws -> TrainingControl {
        throw RunError(.unwritable, path: "somewhere", message: "no space")
      }
    }
    #expect(throws: RunError.self) { try FitTests.model().fit(FitTests.x, FitTests.y, callbacks: [Broken()]) }
  }

  @Test func theProgressBarShowsMetricsSpeedAndTimeLeft() throws {
    var lines: [String] = []
    let bar = ProgressBar(interval: .zero) { lines.append($0) }
    try FitTests.model().fit(FitTests.x, FitTests.y, epochs: 3, callbacks: [bar])
    #expect(lines.count == 4)
    #expect(lines[1].hasPrefix("\repoch 2/3  loss "))
    #expect(lines[1].contains(" epochs/s  "))
    #expect(lines[3] == "\n")
    #expect(
      bar.line(epoch: 1, metrics: ["val_loss": 0.25, "loss": 0.123456], seconds: 0.5)
        == "epoch 1/3  loss 0.123  val_loss 0.25  2.0 epochs/s  1 s left")
  }

  @Test func theProgressBarIsSeldomAndEndsOnTheLastEpoch() throws {
    var lines: [String] = []
    let bar = ProgressBar(interval: .seconds(3600)) { lines.append($0) }
    try FitTests.model().fit(FitTests.x, FitTests.y, epochs: 50, callbacks: [bar])
    #expect(lines.count == 3)
    #expect(lines.first?.contains("epoch 1/50") == true && lines[1].contains("epoch 50/50"))
  }

  @Test func theProgressBarShowsBatchesOfLongEpochs() throws {
    var lines: [String] = []
    let bar = ProgressBar(interval: .zero, longEpoch: .zero) { lines.append($0) }
    try FitTests.model().fit(FitTests.x, FitTests.y, epochs: 2, batchSize: 4, callbacks: [bar])
    let batches = (FitTests.x.shape[0] - 1) / 4 + 1
    #expect(batches > 1 && lines.count == 2 * batches + 1)
    #expect(lines[0].hasPrefix("\repoch 1/2  batch 1/\(batches)  loss ") && lines[0].contains(" samples/s  "))
    #expect(lines[batches - 1].hasPrefix("\repoch 1/2  loss "))
    let batch = BatchResult(epoch: 2, batch: 1, loss: 0.5)
    let text = bar.line(batch: batch, lossSum: 0.5, seconds: (whole: 300, epoch: 3))
    #expect(text.hasPrefix("epoch 2/2  batch 1/\(batches)  loss 0.5  ") && text.hasSuffix(" min left"), "\(text)")
  }

  @Test func aSilentProgressBarWritesNothing() throws {
    let history = try FitTests.model().fit(
      FitTests.x, FitTests.y, epochs: 2, callbacks: [ProgressBar(write: nil)])
    #expect(history.epochs == [1, 2])
  }

  @Test func numbersHaveThreeDigits() {
    let texts = [0.001234, 12.345, 812.4, 8123.4, 1.2345e-7, 1, 0, 99.96, .infinity].map(ProgressBar.short)
    #expect(texts == ["0.00123", "12.3", "812", "8120", "1.23e-07", "1.0", "0.0", "100.0", "inf"])
    #expect(ProgressBar.short(.nan) == "nan")
  }

  @Test(.timeLimit(.minutes(1))) func anInterruptMakesTheRequest() async throws {
    let (times, continuation) = AsyncStream.makeStream(of: Int.self)
    let request = StopRequest { continuation.yield($0) }
    #expect(!request.isRequested)
    kill(getpid(), SIGINT)
    var iterator = times.makeAsyncIterator()
    #expect(await iterator.next() == 1)
    #expect(request.isRequested)
    kill(getpid(), SIGINT)
    #expect(await iterator.next() == 2)
    let history = try FitTests.model().fit(FitTests.x, FitTests.y, callbacks: [request])
    #expect(history.ending == .interrupted)
    #expect(history.epochs.isEmpty)
  }
}
