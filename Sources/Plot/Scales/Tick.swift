/// A mark on an axis: where, and what is written beside it.
struct Tick: Sendable, Hashable {
  var value: Double
  var label: String
  /// Between the labelled ticks of a logarithmic axis.
  var isMinor = false
  /// A second line under the label where the larger unit of time begins or changes: the date under hours, the year under
  /// months.
  var context: String?
}
