/// Which part of its band each bar takes, so that the bars of all marks of a chart stand side by side.
struct BarSlots {
  /// The share of a band that a group of bars fills.
  static let fill = 0.8

  /// The place of each series' bar among those of its band.
  private let places: [String: Int]

  init(_ marks: [Mark]) {
    var places: [String: Int] = [:]
    for mark in marks {
      let names: [String]
      switch mark {
      case .bar(let bar): names = bar.stacking == nil ? Self.names(bar.series) : [Self.stackKey]
      case .box(let box): names = Self.names(box.series)
      default: continue
      }
      for name in names where places[name] == nil { places[name] = places.count }
    }
    self.places = places
  }

  /// The edges of a series' bar, from its band's centre.
  func edges(_ name: String?) -> (start: Double, end: Double) { edges(key: name ?? "") }

  /// The edges of a stack of bars, from its band's centre.
  var stackEdges: (start: Double, end: Double) { edges(key: Self.stackKey) }

  /// Neighbours leave half a point between them each.
  var inset: Double { places.count > 1 ? 0.25 : 0 }

  private func edges(key: String) -> (start: Double, end: Double) {
    let width = Self.fill / Double(max(places.count, 1))
    let start = -Self.fill / 2 + Double(places[key] ?? 0) * width
    return (start, start + width)
  }

  // No series can have this name: control characters are shown as U+FFFD.
  private static let stackKey = "\u{0}stack"

  private static func names(_ series: Series?) -> [String] {
    switch series {
    case nil: [""]
    case .named(let name): [name]
    case .column(let names): names.compactMap { $0 }
    }
  }
}
