/// What a panel takes over from the other panels of its figure before its marks become shapes.
struct SharedKeys {
  /// The series that have their colours and dashes already.
  var series: [SeriesKey] = []
  /// The colours of numbers; by default the mark's own.
  var colorScale: ColorScale?
  /// The bands of the x axis, where it has bands; by default its own.
  var xBands: [String]?
  /// The bands of the y axis, where it has bands; by default its own.
  var yBands: [String]?
}
