/// The texts along an axis, measured.
struct AxisLabels {
  /// The text at one value, in lines.
  struct Label {
    var value: Double
    var lines: [String]
  }

  var labels: [Label] = []
  /// Degrees by which the texts rise from left to right.
  var angle = 0.0
  /// How far the texts reach away from the axis, in points.
  var depth = 0.0
  /// How far the first ones reach out before the start of the axis, in points.
  var before = 0.0
  /// How far the last ones reach out beyond the end of the axis, in points.
  var after = 0.0
}
