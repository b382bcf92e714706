internal import ArgumentParser
internal import Examples
internal import Foundation

struct TrainIMDBCommand: ExampleCommand {
  static let configuration = CommandConfiguration(
    commandName: IMDB.name,
    abstract: "Tell good film reviews from bad ones.",
    discussion: """
      Needs the Large Movie Review Dataset (Maas et al. 2011), https://ai.stanford.edu/~amaas/data/sentiment/, as a folder \
      or straight from its archive, or Keras' imdb.npz.

      Example, and a question afterwards:
        lossline train imdb --data aclImdb_v1.tar.gz --name reviews
        lossline predict runs/reviews "A fine film."
      """)

  @Option(
    help: ArgumentHelp("The reviews: a folder, a .tar.gz or an .npz. (default: \(IMDB().data))", valueName: "path"),
    completion: .file())
  var data: String?
  @OptionGroup var cell: CellOptions<IMDB>
  @OptionGroup var dropout: DropoutOptions<IMDB>
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The number of ids: the most frequent words and four more. (default: \(IMDB().words))", valueName: "count"))
  var words: Int?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The number of words that are read, from the end of a review. (default: \(IMDB().length))", valueName: "count"))
  var length: Int?
  @OptionGroup var training: TrainingOptions<IMDB>
  @OptionGroup var recording: RecordingOptions

  func validate() throws {
    try Given.require(words, "--words", in: 5...1_000_000)
    try Given.require(length, "--length", in: 1...10_000)
    try validateResuming()
    // Before a run is recorded that cannot begin.
    if recording.resume == nil, !FileManager.default.fileExists(atPath: data ?? IMDB().data) {
      throw CommandError(IMDB.missing(data ?? IMDB().data))
    }
  }

  var fixed: [String] {
    cell.fixed + dropout.fixed + Given.names([("--data", data), ("--words", words), ("--length", length)])
  }

  func apply(to example: inout IMDB) {
    cell.apply(to: &example)
    dropout.apply(to: &example)
    example.words = words ?? example.words
    example.length = length ?? example.length
    // A run may go on from another folder.
    example.data = URL(filePath: data ?? example.data).path(percentEncoded: false)
    guard !recording.quiet else { return }
    let progress = ReadingProgress()
    example.readingProgress = { progress.show($0) }
  }
}
