/// What the page's script is told of the layers of a chart of curves beside their data: what they are switched by, and
/// where their points lie on other x axes.
struct LayerNotes: Sendable {
  /// An x axis that a reader can choose.
  struct Axis: Hashable, Sendable {
    /// `step`, `epoch` or `time`.
    var key: String
    /// The axis' title.
    var title: String
  }

  /// One layer.
  struct Layer: Sendable {
    /// The name under the pointer, by which the layer is switched; empty for a layer that is always there.
    var name: String
    /// The group that a single run belongs to; nil for other lines.
    var group: String?
    /// What the run is called among those of its group.
    var label: String?
    /// Whether the line is one of many gray ones.
    var isContext = false
    /// The places of the rows as the mark has them, ascending.
    var x: [Double]
    /// The places of the same rows on each of the axes; nil where the layer has none.
    var places: [[Double]?]
  }

  /// The axes to choose from, the one that is drawn among them; a single one is no choice.
  var axes: [Axis]
  /// The number of the axis that the chart is drawn with.
  var drawnAxis: Int
  /// One for each mark of the chart, in their order.
  var layers: [Layer]
}

extension LayerNotes.Layer {
  /// The places on one of the axes of some of the rows, found by where they are drawn.
  func places(on axis: Int, of drawn: [Double]) -> [Double]? {
    guard axis < places.count, let places = places[axis], places.count == x.count else { return nil }
    var row = 0
    var found: [Double] = []
    for place in drawn {
      while row < x.count, x[row] < place { row += 1 }
      guard row < x.count, x[row] == place else { return nil }
      found.append(places[row])
    }
    return found
  }
}
