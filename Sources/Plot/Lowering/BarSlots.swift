/// Which part of its band each bar takes, so that the bars of all marks of a chart stand side by side.
struct BarSlots {
  /// The share of a band that a group of bars fills.
  static let fill = 0.8

  private let keys: [String]

  init(_ marks: [Mark]) {
    var keys: [String] = []
    for mark in marks {
      let names: [String]
      switch mark {
      case .bar(let bar): names = bar.stacking == nil ? Self.names(bar.series) : [Self.stackKey]
      case .box(let box): names = Self.names(box.series)
      default: continue
      }
      for name in names where !keys.contains(name) { keys.append(name) }
    }
    self.keys = keys
  }

  /// The edges of a series' bar, from its band's centre.
  func edges(_ name: String?) -> (start: Double, end: Double) { edges(key: name ?? "") }

  /// The edges of a stack of bars, from its band's centre.
  var stackEdges: (start: Double, end: Double) { edges(key: Self.stackKey) }

  /// Neighbours leave half a point between them each.
  var inset: Double { keys.count > 1 ? 0.25 : 0 }

  private func edges(key: String) -> (start: Double, end: Double) {
    let width = Self.fill / Double(max(keys.count, 1))
    let start = -Self.fill / 2 + Double(keys.firstIndex(of: key) ?? 0) * width
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
