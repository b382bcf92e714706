/// A mark on an axis: where, and what is written beside it.
struct Tick: Sendable, Hashable {
  var value: Double
  var label: String
  /// Between the labelled ticks of a logarithmic axis.
  var isMinor = false
  /// A second line under the label where the larger unit of time begins or changes: the date under hours, the year under
  /// months.
  var context: String?
  /// The larger unit of time that the tick is in, whether it is written under it or not.
  var period: String?
}

extension [Tick] {
  /// The ticks in this order with the larger unit of time under the first of each.
  var withContexts: [Tick] {
    var last: String?
    return map { tick in
      defer { last = tick.period }
      var copy = tick
      copy.context = tick.period == last ? nil : tick.period
      return copy
    }
  }
}
