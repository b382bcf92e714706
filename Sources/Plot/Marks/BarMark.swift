/// Bars from 0, one band for each distinct `x`, side by side where there are several series.
///
/// Numbers on `x` are bands too, in ascending order. Several rows of one band and series are drawn as their mean.
public struct BarMark: PositionedMark, Sendable, Hashable, Codable {
  public var x: Column
  public var y: Column
  public var series: Series?
  public var style = MarkStyle()

  public var mark: Mark { .bar(self) }

  public init(x: Column, y: Column, series: Series? = nil) {
    self.x = x
    self.y = y
    self.series = series
  }
}
