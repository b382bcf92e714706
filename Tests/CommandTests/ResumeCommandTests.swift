import Foundation
import Runs
import Testing

/// A run that was killed and goes on ends with the same bits as one that never stopped.
@Suite(.serialized) struct ResumeCommandTests {
  /// What a run leaves behind that does not depend on the time.
  private struct Outcome: Equatable {
    var weights: Data?
    var scalars: [String: [Int: Double]]
    var charts: [String: Data]
    var tables: [String: Data]
    var texts: [Int: String]

    init(_ lossline: Command, _ name: String) throws {
      let run = try Run(reading: lossline.folder.appending(path: "runs/\(name)"))
      let errors = run.diagnostics.filter { $0.severity == .error }
      #expect(run.status == .finished && errors.isEmpty, "\(errors)")
      weights = try lossline.files(below: "runs/\(name)/checkpoints")["last.safetensors"]
      scalars = Dictionary(
        uniqueKeysWithValues: run.scalars.map { series in
          (series.tag, Dictionary(zip(series.steps, series.values), uniquingKeysWith: { $1 }))
        })
      charts = try lossline.files(below: "runs/\(name)/charts")
      tables = try lossline.files(below: "runs/\(name)/tables")
      texts = Dictionary(run.texts.filter { $0.tag == "decoded" }.map { ($0.step, $0.text) }, uniquingKeysWith: { $1 })
    }
  }

  @Test(arguments: [["sequence", "--epochs", "80000"], ["airline", "--epochs", "5000"]])
  func killedAtRandomTimes(arguments: [String]) throws {
    let lossline = try Command()
    defer { lossline.remove() }
    #expect(try lossline.run(["train"] + arguments + ["--name", "whole", "--quiet"]).status == 0)
    var next = ["train"] + arguments + ["--name", "killed", "--quiet"]
    var kills = 0
    for _ in 0..<2 {
      let (process, output, errors) = try lossline.start(next)
      try lossline.waitForCheckpoint(of: "killed", while: process)
      Thread.sleep(forTimeInterval: .random(in: 0...0.3))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if process.terminationReason == .uncaughtSignal { kills += 1 }
      _ = (try Command.text(output), try Command.text(errors))
      next = ["train", arguments[0], "--resume", "runs/killed", "--quiet"]
    }
    #expect(kills > 0, "the training ended before it could be killed; give it more epochs")
    let last = try lossline.run(next)
    #expect(last.status == 0 || last.errors.contains("trained already"), "\(last.errors)")
    let (whole, killed) = (try Outcome(lossline, "whole"), try Outcome(lossline, "killed"))
    #expect(whole == killed)
    #expect(whole.weights != nil)
    // The events that a killed run left hold single precision.
    let best = try ["whole", "killed"].map {
      try #require(try Run(reading: lossline.folder.appending(path: "runs/\($0)")).manifest.metrics["loss"]?.best)
    }
    #expect(abs(best[0] - best[1]) <= 1e-6 * best[0])
  }

  @Test func imdbGoesOnWithItsReviews() throws {
    let lossline = try Command()
    defer { lossline.remove() }
    try TinyReviews.write(to: lossline.folder)
    let options = ["train", "imdb", "--data", "aclImdb"] + TinyReviews.options + ["--quiet"]
    #expect(try lossline.run(options + ["--name", "whole", "--epochs", "4"]).status == 0)
    #expect(try lossline.run(options + ["--name", "killed"]).status == 0)
    #expect(try lossline("train", "imdb", "--resume", "runs/killed", "--epochs", "4", "--quiet").status == 0)
    #expect(try Outcome(lossline, "whole") == Outcome(lossline, "killed"))
    // Other reviews are refused.
    try Data("another text".utf8).write(to: lossline.folder.appending(path: "aclImdb/train/neg/0_2.txt"))
    let other = try lossline("train", "imdb", "--resume", "runs/killed", "--epochs", "5", "--quiet")
    #expect(other.status == 1 && other.errors.contains("not the reviews"), "\(other.errors)")
  }

  @Test(arguments: [
    ["sequence", "--cell", "gru"], ["gohome"], ["airline", "--cell", "dense", "--clip-norm", "0.5"],
    ["forecast", "--series", "50", "--recurrent-dropout", "0.2"], ["forecast", "--series", "50", "--cell", "custom"],
  ])
  func moreEpochsAreTheSameAsManyAtOnce(arguments: [String]) throws {
    let lossline = try Command()
    defer { lossline.remove() }
    for (name, epochs) in [("whole", "7"), ("killed", "3")] {
      #expect(
        try lossline.run(["train"] + arguments + ["--epochs", epochs, "--name", name, "--quiet"]).status == 0)
    }
    let resume = ["train", arguments[0], "--resume", "runs/killed"]
    let again = try lossline.run(resume)
    #expect(again.status == 1 && again.errors.contains("3 epochs trained already"), "\(again.errors)")
    #expect(try lossline.run(resume + ["--epochs", "7", "--quiet"]).status == 0)
    #expect(try Outcome(lossline, "whole") == Outcome(lossline, "killed"))
    let run = try Run(reading: lossline.folder.appending(path: "runs/killed"))
    #expect(run.manifest.config["epochs"]?.intValue == 7)
    #expect(try lossline("report", "runs/killed").status == 0)
  }

  @Test func interruptedRunsGoOn() throws {
    let lossline = try Command()
    defer { lossline.remove() }
    let (process, output, errors) = try lossline.start(["train", "airline", "--epochs", "1000000", "--name", "a"])
    let file = lossline.folder.appending(path: "runs/a/checkpoints/last.safetensors")
    let deadline = Date() + 60
    while !FileManager.default.fileExists(atPath: file.path), Date() < deadline { Thread.sleep(forTimeInterval: 0.05) }
    let busy = try lossline("train", "airline", "--resume", "runs/a")
    #expect(busy.status == 1 && busy.errors.contains("still being trained"), "\(busy.errors)")
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    _ = try Command.text(output)
    #expect(try Command.text(errors).contains("--resume"))
    let trained = try #require(try Run(reading: lossline.folder.appending(path: "runs/a")).series("loss")?.steps.last)
    let resumed = try lossline("train", "airline", "--resume", "runs/a", "--epochs", "\(trained + 5)", "--quiet")
    #expect(resumed.status == 0, "\(resumed.errors)")
    let run = try Run(reading: lossline.folder.appending(path: "runs/a"))
    #expect(run.series("loss")?.steps == StepColumn(1...trained + 5))
  }

  @Test func whatCannotGoOnIsSaid() throws {
    let lossline = try Command()
    defer { lossline.remove() }
    #expect(try lossline("train", "sequence", "--epochs", "2", "--name", "a", "--quiet").status == 0)
    for (arguments, status, message) in [
      (["train", "airline", "--resume", "runs/a"], 1, "lossline train sequence --resume"),
      (["train", "sequence", "--resume", "runs/b"], 1, "runs/b"),
      (["train", "sequence", "--resume", "runs/a", "--units", "3"], 64, "--units cannot be given"),
      (["train", "sequence", "--resume", "runs/a", "--name", "c", "--seed", "3"], 64, "--seed, --name cannot"),
    ] {
      let result = try lossline.run(arguments)
      #expect(result.status == status && result.errors.contains(message), "\(result.errors)")
    }
    let before = try lossline.files(below: "runs/a")
    try lossline.change("runs/a/checkpoints/last.safetensors") { $0[$0.count / 2] ^= 0x7F }
    try lossline.change("runs/a/checkpoints/last.safetensors") { $0.removeFirst(3) }
    let torn = try lossline("train", "sequence", "--resume", "runs/a", "--epochs", "4")
    #expect(torn.status == 1 && torn.errors.contains("last.safetensors"), "\(torn.errors)")
    #expect(try lossline.files(below: "runs/a")["run.json"] == before["run.json"])
  }
}

extension Command {
  /// Waits until a run that is being trained writes its next checkpoint.
  fileprivate func waitForCheckpoint(of name: String, while process: Process) throws {
    let file = folder.appending(path: "runs/\(name)/checkpoints/last.safetensors")
    func date() -> Date? { try? FileManager.default.attributesOfItem(atPath: file.path)[.modificationDate] as? Date }
    let before = date()
    while process.isRunning, date() == before { Thread.sleep(forTimeInterval: 0.02) }
  }

  /// Changes the bytes of a file.
  func change(_ path: String, _ change: (inout Data) -> Void) throws {
    let file = folder.appending(path: path)
    var bytes = try Data(contentsOf: file)
    change(&bytes)
    try bytes.write(to: file)
  }
}
