import Foundation
import Runs
import Testing

/// `lossline train imdb` on a file like Keras' imdb.npz, which Fixtures/tiny_imdb.py wrote.
@Suite struct NumPyReviewTests {
  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

  /// A folder with the reviews and, if wanted, the words of their ranks.
  static func command(withWords: Bool) throws -> Command {
    let lossline = try Command()
    let files = FileManager.default
    try files.copyItem(
      at: fixtures.appending(path: "tiny_imdb.npz"), to: lossline.folder.appending(path: "imdb.npz"))
    if withWords {
      try files.copyItem(
        at: fixtures.appending(path: "tiny_imdb_word_index.json"),
        to: lossline.folder.appending(path: "imdb_word_index.json"))
    }
    return lossline
  }

  static let options = ["--words", "60", "--length", "10", "--units", "6", "--learning-rate", "0.05", "--name", "a"]

  @Test(arguments: [true, false]) func reviewsOfNumPyAreLearnt(withWords: Bool) throws {
    let lossline = try Self.command(withWords: withWords)
    defer { lossline.remove() }
    let result = try lossline.run(["train", "imdb", "--data", "imdb.npz", "--epochs", "12"] + Self.options)
    #expect(result.status == 0 && result.errors == "", "\(result.errors)")
    let run = try Run(reading: lossline.folder.appending(path: "runs/a"))
    #expect(run.status == .finished && run.series("val_accuracy")?.values.last == 1)
    #expect(run.charts.contains { $0.slug == "confusion" } && run.charts.contains { $0.slug == "roc" })
    let answer = try lossline("predict", "runs/a", "The film was great and its end lovely")
    if withWords {
      #expect(answer.status == 0 && answer.output.hasPrefix("positive"), "\(answer.output)")
      #expect(answer.output.contains("0 not in the vocabulary"))
      #expect(try lossline("predict", "runs/a", "the film was awful and its end dull").output.hasPrefix("negative"))
    } else {
      #expect(answer.status == 1 && answer.errors.contains("imdb_word_index.json"), "\(answer.errors)")
    }
  }

  @Test func trainingGoesOnFromNumPy() throws {
    let (whole, parts) = (try Self.command(withWords: true), try Self.command(withWords: true))
    defer { [whole, parts].forEach { $0.remove() } }
    let arguments = ["train", "imdb", "--data", "imdb.npz", "--quiet"] + Self.options
    #expect(try whole.run(arguments + ["--epochs", "4"]).status == 0)
    #expect(try parts.run(arguments + ["--epochs", "2"]).status == 0)
    let result = try parts.run(["train", "imdb", "--resume", "runs/a", "--epochs", "4", "--quiet"])
    #expect(result.status == 0, "\(result.errors)")
    let losses = try [whole, parts].map { try Run(reading: $0.folder.appending(path: "runs/a")).series("loss")?.values }
    #expect(losses[0]?.count == 4 && losses[0] == losses[1])
  }

  /// A limit on a file is looked at before the file is read; this one would take hours.
  @Test(.timeLimit(.minutes(1))) func aFileBeyondTheLimitIsNotRead() throws {
    let lossline = try Command()
    defer { lossline.remove() }
    try lossline.write("", to: "huge.npz")
    try FileHandle(forWritingTo: lossline.folder.appending(path: "huge.npz")).truncate(atOffset: 1 << 42)
    let result = try lossline.run(["train", "imdb", "--data", "huge.npz"] + Self.options)
    #expect(result.status == 1 && result.errors.contains("limit"), "\(result.errors)")
  }
}
