/// The form in which a training log is stored.
public enum RunFormat: String, Hashable, Sendable, CaseIterable {
  /// A folder with TensorBoard event files, with or without `run.json`, or one such file.
  case tensorboard
  /// A table with a header and a column of steps or epochs: Keras' CSVLogger, Lightning's `metrics.csv`.
  case csv
  /// One JSON object a line, or an array of them.
  case jsonLines = "jsonl"
  /// `trainer_state.json` of Hugging Face's Trainer.
  case trainerState = "trainer-state"
}
