/// A curve without axes, as small inline SVG: a line, a ring at the best point and a dot at the last one.
struct Sparkline {
  var values: [Double]
  /// Where in `values` the best one is.
  var bestIndex: Int?
  /// The number of the series' colour, from 1.
  var color: Int

  /// The SVG, or nil with fewer than two finite values.
  var svg: String? {
    let finite = values.filter(\.isFinite)
    guard finite.count >= 2, let lowest = finite.min(), let highest = finite.max() else { return nil }
    let place = Place(
      count: values.count, lowest: lowest, highest: highest, usesLogScale: lowest > 0 && highest / lowest >= 30)
    var parts = [
      "<svg class=\"spark s\(color)\" viewBox=\"0 0 160 48\" aria-hidden=\"true\"><path d=\"\(path(place))\"/>"
    ]
    if let bestIndex, bestIndex != values.count - 1, values[bestIndex].isFinite {
      parts.append(circle(at: bestIndex, place, radius: "2.5", kind: "ring"))
    }
    if let last = values.last, last.isFinite {
      parts.append(circle(at: values.count - 1, place, radius: "3.5", kind: "end"))
    }
    return parts.joined() + "</svg>"
  }

  private func path(_ place: Place) -> String {
    var text = ""
    var isDrawing = false
    for index in drawnIndices {
      guard values[index].isFinite else {
        isDrawing = false
        continue
      }
      text += (isDrawing ? "L" : "M") + place.x(index) + " " + place.y(values[index])
      isDrawing = true
    }
    return text
  }

  /// At most two points a pixel column: the lowest and the highest of each, so that no spike is lost.
  private var drawnIndices: [Int] {
    let columns = 75
    guard values.count > 2 * columns else { return Array(values.indices) }
    return (0..<columns).flatMap { column -> [Int] in
      let range = values.count * column / columns..<values.count * (column + 1) / columns
      guard let lowest = range.min(by: { values[$0] < values[$1] }),
        let highest = range.max(by: { values[$0] < values[$1] })
      else { return [] }
      let gap = range.first { !values[$0].isFinite }
      return Set([lowest, highest, gap ?? lowest]).sorted()
    } + [values.count - 1]
  }

  private func circle(at index: Int, _ place: Place, radius: String, kind: String) -> String {
    "<circle class=\"\(kind)\" cx=\"\(place.x(index))\" cy=\"\(place.y(values[index]))\" r=\"\(radius)\"/>"
  }

  /// Maps points to places in the drawing, with one decimal.
  private struct Place {
    var count: Int
    var lowest: Double
    var highest: Double
    var usesLogScale: Bool

    func x(_ index: Int) -> String {
      tenths(4 + 152 * Double(index) / Double(max(1, count - 1)))
    }

    func y(_ value: Double) -> String {
      let (value, lowest, highest) = (scaled(value), scaled(lowest), scaled(highest))
      guard highest > lowest else { return tenths(24) }
      // Halves, because the difference of two large values may overflow.
      return tenths(43 - 38 * ((value / 2 - lowest / 2) / (highest / 2 - lowest / 2)))
    }

    /// The logarithm to base 2, near enough for a drawing: exact at powers of two and straight between them.
    private func scaled(_ value: Double) -> Double {
      usesLogScale ? Double(value.exponent) + value.significand - 1 : value
    }

    private func tenths(_ value: Double) -> String {
      let scaled = Int((value * 10).rounded())
      return scaled.isMultiple(of: 10) ? "\(scaled / 10)" : "\(scaled / 10).\(scaled % 10)"
    }
  }
}
