internal import Plot
internal import Runs
internal import Train

extension IMDB {
  /// How the trained model judges the test reviews.
  struct Results {
    let reviews: ReviewData
    /// The probability that a review is a good one, one a test review.
    let scores: [Double]
    let curves: TrainingCurves

    private static let names = ["negative", "positive"]
    /// How many of the most wrong reviews are shown, and how much of each.
    private static let (wrongCount, shownLength) = (8, 300)

    private var truth: [Bool] { reviews.test.labels.values.map { $0 > 0.5 } }

    func log(to session: TrainingSession) throws {
      let truth = self.truth
      let matrix = try ConfusionMatrix(
        truth: truth.map { Self.names[$0 ? 1 : 0] }, predictions: scores.map { Self.names[$0 > 0.5 ? 1 : 0] },
        classes: Self.names)
      let wrong = matrix.counts[0][1] + matrix.counts[1][0]
      try session.log(
        Chart.confusionMatrix(matrix), "confusion",
        "\(wrong) of \(matrix.total) reviews are on the wrong side: \(matrix.counts[0][1]) bad ones are taken for good, "
          + "\(matrix.counts[1][0]) good ones for bad.")
      let roc = try ROCCurve(truth: truth, scores: scores)
      try session.log(
        Chart.rocCurve(truth: truth, scores: scores), "roc",
        "How many good reviews are found by how many bad ones are taken for good, at every threshold. A good review gets the "
          + "higher score of a pair with a bad one with probability \(roc.areaUnderCurve.text(decimals: 3)).")
      let sure = scores.reduce(0) { $0 + (abs($1 - 0.5) > 0.4 ? 1 : 0) }
      try session.log(
        Chart.scoreHistogram(truth: truth, scores: scores, names: (Self.names[0], Self.names[1])), "scores",
        "The scores of the reviews by what they are. On \(percent(sure, of: scores.count)) the model is surer than 0.9 either "
          + "way.")
      try logMostWrong(truth, to: session)
      try logNotes(accuracy: matrix.accuracy, auc: roc.areaUnderCurve, to: session)
    }

    private func logMostWrong(_ truth: [Bool], to session: TrainingSession) throws {
      func error(_ index: Int) -> Double { truth[index] ? 1 - scores[index] : scores[index] }
      let wrong = scores.indices.filter { error($0) > 0.5 }.sorted { (error($0), $1) > (error($1), $0) }
        .prefix(Self.wrongCount)
      guard !wrong.isEmpty else { return }
      let texts = try reviews.testTexts(Array(wrong))
      try session.run.logTable(
        slug: "most-wrong",
        caption:
          "The test reviews of which the model was most sure and wrong; score 0 is negative, 1 positive. It reads the "
          + "end of a review only, so the last words are shown.",
        columns: [
          TableColumn("Is", wrong.map { Self.names[truth[$0] ? 1 : 0] }),
          TableColumn("Score", wrong.map { scores[$0].rounded(decimals: 4) }),
          TableColumn("Text", texts.map { shown($0.text) }), TableColumn("Review", texts.map(\.name)),
        ])
    }

    private func logNotes(accuracy: Double, auc: Double, to session: TrainingSession) throws {
      let validation = curves["val_accuracy"]
      let best = validation.max() ?? .nan
      try session.run.update {
        $0.metrics["val_accuracy"]?.test = accuracy
        $0.notes =
          "Accuracy on \(scores.count) test reviews \(accuracy.text(decimals: 3)) (best epoch \(best.text(decimals: 3))), area "
          + "under the ROC curve \(auc.text(decimals: 3)). Validation and test are the same split: the best "
          + "epoch was chosen by the reviews that judge it, so its accuracy is a little too good."
      }
    }

    /// The end of a review in one line.
    private func shown(_ text: String) -> String {
      let line = text.replacing("<br />", with: " ").split { $0.isWhitespace }.joined(separator: " ")
      return line.count <= Self.shownLength ? line : "… " + line.suffix(Self.shownLength)
    }

    private func percent(_ part: Int, of whole: Int) -> String {
      "\(Int((100 * Double(part) / Double(max(whole, 1))).rounded())) %"
    }
  }
}
