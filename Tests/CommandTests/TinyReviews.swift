import Foundation

/// A made-up corpus of film reviews in the layout of aclImdb, small enough to train on in a second.
enum TinyReviews {
  /// Writes `aclImdb/{train,test}/{neg,pos}/*.txt` into a folder, a dozen of each.
  static func write(to folder: URL) throws {
    let words = ["neg": ["boring", "awful", "dull", "worst"], "pos": ["fine", "lovely", "great", "best"]]
    for split in ["train", "test"] {
      for (label, own) in words {
        let place = folder.appending(path: "aclImdb/\(split)/\(label)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        for number in 0..<12 {
          let text = "The film was <b>\(own[number % 4])</b><br />and its end \(own[(number / 4 + number) % 4])."
          try Data(text.utf8).write(to: place.appending(path: "\(number)_\(label == "pos" ? 9 : 2).txt"))
        }
      }
    }
  }

  /// Packs `aclImdb` of a folder as `reviews.tar.gz` beside it.
  static func pack(in folder: URL) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["tar", "-czf", "reviews.tar.gz", "aclImdb"]
    process.currentDirectoryURL = folder
    try process.run()
    process.waitUntilExit()
  }

  /// Options for a model that is trained in a moment.
  static let options = ["--words", "60", "--length", "10", "--units", "6", "--epochs", "2", "--learning-rate", "0.05"]
}
