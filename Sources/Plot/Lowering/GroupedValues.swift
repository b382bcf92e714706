/// The values at each distinct place of one series, ready to be summarised.
struct GroupedValues {
  /// The places in ascending order.
  let places: [Double]
  private let values: [[Double]]

  init(_ places: [Double], _ values: [Double]) {
    var groups: [Double: [Double]] = [:]
    for (place, value) in zip(places, values) where place.isFinite && value.isFinite {
      groups[place, default: []].append(value)
    }
    self.places = groups.keys.sorted()
    self.values = self.places.map { groups[$0] ?? [] }
  }

  /// Each place with its values.
  var groups: Zip2Sequence<[Double], [[Double]]> { zip(places, values) }

  /// The summary of each place.
  func aggregates(_ aggregation: Aggregation) -> [Aggregate] {
    values.map { .of($0, estimate: aggregation.estimate, interval: aggregation.interval, seed: aggregation.seed) }
  }
}
