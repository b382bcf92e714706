/// Points joined by straight lines in the order of their rows; a missing value or infinity leaves a gap.
///
/// ```swift
/// LineMark(rows, x: \.epoch, y: \.loss, series: "train")
/// LineMark(y: losses)
/// ```
public struct LineMark: PositionedMark, Sendable, Hashable, Codable {
  public var x: Column
  public var y: Column
  public var series: Series?
  public var style = MarkStyle()

  public var mark: Mark { .line(self) }

  public init(x: Column, y: Column, series: Series? = nil) {
    self.x = x
    self.y = y
    self.series = series
  }
}
