internal import Runs

extension Array where Element: Sendable {
  /// Transforms each element, on all processors; the results are in the order of the elements.
  package func concurrentMap<Result: Sendable>(_ transform: @Sendable (Element) -> Result) -> [Result] {
    Parallel.map(count) { transform(self[$0]) }
  }
}
