/// A number that a chart computed from several rows: the height of a bar, the place of a line.
public struct AggregatedValue: Sendable, Hashable {
  /// The series; `nil` for an unnamed one.
  public var series: String?
  /// The band's name, or the number on x as it would be written.
  public var place: String
  /// The estimate, its interval and the number of rows.
  public var aggregate: Aggregate
}

extension Chart {
  /// The numbers behind bars and lines that summarise rows, as they are drawn: marks and series in their order, places
  /// ascending.
  ///
  /// - Throws: ``PlotError`` for columns that cannot be drawn.
  public func aggregates() throws -> [AggregatedValue] { try Resolver.resolve(self).layers.flatMap(\.aggregates) }
}
