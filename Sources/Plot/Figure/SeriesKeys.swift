/// Series without repetition, in the order of first appearance.
struct SeriesKeys {
  private(set) var list: [SeriesKey] = []
  private var positions: [String: Int] = [:]

  mutating func insert(_ key: SeriesKey) {
    guard positions[key.name] == nil else { return }
    positions[key.name] = list.count
    list.append(key)
  }

  /// Whether a panel that knows only its own series has given them the looks that they have here.
  func agree(with keys: [SeriesKey]) -> Bool {
    list.isEmpty
      || keys.allSatisfy { key in
        positions[key.name].map { list[$0].paint == key.paint && list[$0].dash == key.dash } ?? false
      }
  }

  /// The panels that have series in common, directly or by way of others; in their order.
  ///
  /// - Parameter isOne: Whether all panels belong together anyway.
  static func groups(_ names: [[String]], isOne: Bool) -> [[Int]] {
    if isOne { return [Array(names.indices)] }
    var parents = Array(names.indices)
    func root(_ panel: Int) -> Int {
      var panel = panel
      while parents[panel] != panel { panel = parents[panel] }
      return panel
    }
    var owners: [String: Int] = [:]
    for (panel, list) in names.enumerated() {
      for name in list {
        let (a, b) = (root(owners[name] ?? panel), root(panel))
        parents[max(a, b)] = min(a, b)
        owners[name] = panel
      }
    }
    return Dictionary(grouping: names.indices, by: root).sorted { $0.key < $1.key }.map(\.value)
  }
}
