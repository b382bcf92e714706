internal import ArgumentParser
internal import Examples
internal import Foundation

struct TrainIMDBCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: IMDB.name,
    abstract: "Tell good film reviews from bad ones.",
    discussion: """
      Needs the Large Movie Review Dataset (Maas et al. 2011), https://ai.stanford.edu/~amaas/data/sentiment/, as a folder \
      or straight from its archive, or Keras' imdb.npz. `lossline predict RUN "A fine film."` asks the model afterwards, \
      and without a text reads standard input.
      """)

  @Option(
    help: ArgumentHelp(
      "The reviews: a folder, a .tar.gz or an .npz (default: \(IMDB().data)).", valueName: "path"),
    completion: .file())
  var data: String?
  @OptionGroup var cell: CellOptions<IMDB>
  @OptionGroup var dropout: DropoutOptions<IMDB>
  @Option(help: "The number of ids: the most frequent words and four more (default: \(IMDB().words)).")
  var words: Int?
  @Option(help: "The number of words that are read, from the end of a review (default: \(IMDB().length)).")
  var length: Int?
  @OptionGroup var training: TrainingOptions<IMDB>
  @OptionGroup var recording: RecordingOptions

  func validate() throws {
    try Given.require(words, "--words", in: 5...1_000_000)
    try Given.require(length, "--length", in: 1...10_000)
    // Before a run is recorded that cannot begin.
    if recording.resume == nil, !FileManager.default.fileExists(atPath: data ?? IMDB().data) {
      throw ValidationError(IMDB.missing(data ?? IMDB().data))
    }
  }

  func run() throws {
    let own = Given.names([("--data", data), ("--words", words), ("--length", length)])
    let progress = ReadingProgress()
    try recording.run(training, fixed: cell.fixed + dropout.fixed + own) {
      cell.apply(to: &$0)
      dropout.apply(to: &$0)
      $0.words = words ?? $0.words
      $0.length = length ?? $0.length
      if !recording.quiet { $0.readingProgress = { progress.show($0) } }
      // A run may go on from another folder.
      $0.data = URL(filePath: data ?? $0.data).path(percentEncoded: false)
    }
  }
}
