/// A form in which a run's curves can be handed to other programs.
public enum ExportFormat: String, Sendable, CaseIterable {
  /// A table as RFC 4180 describes it. The columns are `step`, `wall_time` (seconds since 1970) and one a metric; points
  /// of one step and time share a row, and a cell without a value is empty. NaN and infinity are `nan`, `inf`, `-inf`.
  case csv

  /// One JSON object a line: `{"step":1,"wall_time":1.7e9,"loss":0.5}`, with `NaN`, `Infinity` and `-Infinity` as Python
  /// writes them. The first line holds the rest: `{"config":{…},"lossline_run":{…},"texts":[…]}`. Metrics of the names
  /// `step`, `wall_time` and `scalars` stand in an object `scalars`.
  case jsonl

  /// An event file of TensorBoard, with the texts and the configuration.
  case tensorboard
}
