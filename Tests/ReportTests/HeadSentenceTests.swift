import Foundation
import Runs
import Testing

@testable import Report

/// The sentence under the run's name, word by word.
@Suite struct HeadSentenceTests {
  private func sentence(
    _ scalars: [ScalarSeries], status: RunStatus = .finished, epochs: Int? = nil,
    metrics: [String: MetricSummary] = [:]
  ) -> String {
    var run = SampleRun.bare(scalars)
    run.status = status
    run.manifest.metrics = metrics
    if let epochs { run.manifest.config = ["epochs": .integer(epochs)] }
    return HeadSentence(outcome: RunOutcome(of: run)).sentence.text
  }

  private let falling = (0..<40).map { 0.8 * exp(-Double($0) / 12) }

  @Test func stillFalling() {
    #expect(
      sentence([SampleRun.series("loss", falling)], epochs: 40)
        == "Loss ended at its lowest, 0.03102, after 40 epochs, still falling: more epochs may help.")
  }

  @Test func bestBeforeTheEnd() {
    #expect(
      sentence([SampleRun.series("loss", [9, 7, 6]), SampleRun.series("val_loss", [10, 8, 8.05])])
        == "Validation loss reached its lowest, 8, at epoch 2 of 3 and ended at 8.050.")
    #expect(
      sentence([SampleRun.series("val_loss", [10, 8, 9, 8])])
        == "Validation loss reached its lowest, 8, at epoch 2 of 4 and ended there.")
  }

  @Test func overfittingNamesTheEpochAndTheTrainingCurve() {
    #expect(
      sentence([SampleRun.series("loss", [0.45, 0.25, 0.15]), SampleRun.series("val_loss", [0.40, 0.42, 0.51])])
        == "Validation loss reached its lowest, 0.4000, at epoch 1 of 3 and ended at 0.5100; since about epoch 1 "
        + "it has been rising while training loss fell: over-fitting.")
  }

  @Test func accuracyRisesAndFalls() {
    #expect(
      sentence([
        SampleRun.series("train/accuracy", [0.7, 0.8, 0.9]),
        SampleRun.series("validation/accuracy", [0.82, 0.79, 0.7]),
      ])
        == "Validation accuracy reached its highest, 0.8200, at epoch 1 of 3 and ended at 0.7000; since about epoch 1 "
        + "it has been falling while training accuracy rose: over-fitting.")
  }

  @Test func divergenceComesFirst() {
    #expect(
      sentence([SampleRun.series("loss", [1, 0.5, .nan, .nan])], epochs: 4)
        == "The run diverged at epoch 3, where values stop being numbers (NaN or infinity). "
        + "The lowest loss before was 0.5000 at epoch 2 of 4.")
    #expect(
      sentence([SampleRun.series("loss", [.nan, .nan])], epochs: 2)
        == "The run diverged: loss was never a number (NaN or infinity).")
  }

  @Test(arguments: [
    (RunStatus.running, "Still running, 3 of 40 epochs so far. "),
    (.failed, "Failed after 3 of 40 epochs. "),
    (.interrupted, "Interrupted after 3 of 40 epochs. "),
  ])
  func unfinishedRunsSayHowFarTheyCame(_ status: RunStatus, _ prefix: String) {
    let text = sentence([SampleRun.series("loss", [0.9, 0.8, 0.85])], status: status, epochs: 40)
    #expect(text.hasPrefix(prefix), "\(text)")
    #expect(text.contains("0.8000"))
  }

  @Test func fewerEpochsThanPlannedAreSaid() {
    var run = SampleRun.bare([SampleRun.series("loss", [0.9, 0.8, 0.85])])
    run.manifest.config = ["epochs": 40]
    #expect(HeadSentence(outcome: RunOutcome(of: run)).sentence.text.hasPrefix("Stopped after 3 of 40 epochs. Loss"))
    run.diagnostics = [Diagnostic(.error, message: "The length of a record is damaged.")]
    #expect(
      HeadSentence(outcome: RunOutcome(of: run)).sentence.text.hasPrefix("Only 3 of 40 epochs could be read. Loss"))
  }

  @Test func runsWithoutAnythingStillHaveASentence() {
    #expect(sentence([]) == "No metric was recorded.")
    #expect(sentence([], status: .failed) == "Failed before anything was recorded. No metric was recorded.")
  }

  @Test func oneEpoch() {
    #expect(sentence([SampleRun.series("loss", [0.25])], epochs: 1) == "Loss is 0.2500 at epoch 1.")
  }

  @Test func declaredDirectionWinsOverTheName() {
    let values = [SampleRun.series("agreement", [0.1, 0.2, 0.3])]
    #expect(sentence(values).contains("lowest"))
    #expect(sentence(values, metrics: ["agreement": MetricSummary(direction: .max)]).contains("highest"))
  }

  @Test func theLearningRateIsNoOutcome() {
    #expect(
      sentence([SampleRun.series("learning_rate", [0.1, 0.01]), SampleRun.series("loss", [0.4, 0.3])])
        .hasPrefix("Loss ended"))
    #expect(sentence([SampleRun.series("lr", [0.1, 0.01])]) == "No metric was recorded.")
  }

  @Test func foreignStepsAreCalledSteps() {
    var run = SampleRun.bare([SampleRun.series("loss", [0.4, 0.3, 0.35], firstStep: 0)])
    run.hasManifest = false
    #expect(
      HeadSentence(outcome: RunOutcome(of: run)).sentence.text
        == "Loss reached its lowest, 0.3000, at step 1 and ended at 0.3500.")
  }

  @Test(arguments: [
    ("val_loss", "loss", MetricName.Split.validation), ("validation/loss", "loss", .validation),
    ("eval_loss", "loss", .validation), ("train/loss", "loss", .training), ("loss", "loss", .training),
    ("test/accuracy", "accuracy", .test), ("value", "value", .training), ("val_", "val_", .training),
    ("validity", "validity", .training), ("training_time", "training_time", .training),
    ("val_\u{301}x", "\u{301}x", .validation), ("Loss/train", "Loss", .training), ("acc/val", "acc", .validation),
    ("Accuracy/test", "Accuracy", .test), ("/val", "/val", .training), ("interval", "interval", .training),
  ])
  func tagsArePaired(_ tag: String, _ metric: String, _ split: MetricName.Split) {
    let name = MetricName(tag: tag)
    #expect(name.metric == metric)
    #expect(name.split == split)
  }
}
