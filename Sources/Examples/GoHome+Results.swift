internal import Plot
internal import Runs

extension GoHome {
  /// What the model reads, after each epoch and at the end.
  struct Results {
    let texts: [DecodedText.Entry]
    /// Those that differ from the one before.
    let changes: [DecodedText.Entry]
    /// One row a letter read, one column a character.
    let probabilities: [[Double]]

    func log(to session: TrainingSession) throws {
      try logTexts(to: session)
      let sure = zip(probabilities, GoHome.ids(of: GoHome.target)).map { $0[$1] }
      try session.log(
        byLetter, "probabilities",
        "What the model expects after each letter of “\(GoHome.input)”, at the end. Right would be "
          + "\(GoHome.target.map(String.init).joined(separator: ", ")), which get probabilities of "
          + "\((sure.min() ?? 0).text(decimals: 2)) to \((sure.max() ?? 0).text(decimals: 2)); more than 0.65 is not possible "
          + "with outputs within ±1.")
    }

    private var byLetter: Chart {
      Chart.classProbabilities(
        probabilities, classes: GoHome.characters.map(String.init),
        steps: zip(1..., GoHome.input).map { "\($0) \($1)" }
      )
      .xAxis("Letter read").yAxis("Letter that follows")
    }

    private func logTexts(to session: TrainingSession) throws {
      let last = texts.last?.text ?? ""
      let since = texts.last { $0.text != last }.map { $0.epoch + 1 } ?? texts.first?.epoch ?? 1
      let words =
        last == GoHome.target
        ? "The model reads “\(last)” from epoch \(since) on"
        : "After \(texts.count) epochs the model reads “\(last)” instead of “\(GoHome.target)”"
      try session.log(rightLetters, "decoded", "\(words). The table below has the text itself, wherever it changes.")
      let shown = changes + texts.suffix(1).filter { $0.epoch != changes.last?.epoch }
      try session.run.logTable(
        slug: "decoded", caption: "The decoded text after each epoch at which it changes, and after the last one.",
        columns: [
          TableColumn("Epoch", shown.map(\.epoch)), TableColumn("Text", shown.map(\.text)),
          TableColumn("Right letters", shown.map { right($0.text) }),
        ])
      try session.run.update { $0.notes = words + "." }
    }

    private var rightLetters: Chart {
      Chart("Right letters") {
        LineMark(x: texts.map(\.epoch), y: texts.map { right($0.text) }).interpolationMethod(.stepCenter)
      }
      .xAxis("Epoch").yAxis("Letters that are right, of five", domain: 0...5)
    }

    private func right(_ text: String) -> Int { zip(text, GoHome.target).count { $0 == $1 } }
  }
}
