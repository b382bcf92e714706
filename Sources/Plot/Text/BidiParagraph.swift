internal import CFriBidi

/// The embedding levels of a line of text by the Unicode bidirectional algorithm (UAX #9), as FriBidi computes them.
struct BidiParagraph {
  /// One level for each scalar: even ones run from left to right, odd ones from right to left.
  private(set) var levels: [Int8]
  /// Whether the first strong character reads from right to left.
  private(set) var isRightToLeft = false

  init(_ scalars: [Unicode.Scalar]) {
    levels = Array(repeating: 0, count: scalars.count)
    guard scalars.contains(where: \.mayReorder) else { return }
    var types = [UInt32](repeating: 0, count: scalars.count)
    var brackets = types
    let direction = lossline_bidi_levels(scalars.map(\.value), Int32(scalars.count), &types, &brackets, &levels)
    guard direction >= 0 else {
      levels = Array(repeating: 0, count: scalars.count)
      return
    }
    isRightToLeft = direction == 1
  }

  /// The positions of runs from left to right, given their levels (rule L2).
  static func visualOrder(of levels: [Int8]) -> [Int] {
    var order = Array(levels.indices)
    guard let highest = levels.max(), highest > 0 else { return order }
    for level in (1...highest).reversed() {
      var start = 0
      while start < order.count {
        guard levels[order[start]] >= level else {
          start += 1
          continue
        }
        let end = order[start...].firstIndex { levels[$0] < level } ?? order.count
        order[start..<end].reverse()
        start = end
      }
    }
    return order
  }
}

extension Unicode.Scalar {
  /// Whether the character reads from right to left or controls direction; other text needs no reordering.
  fileprivate var mayReorder: Bool {
    switch value {
    case 0x0590...0x08FF, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFB1D...0xFDFF, 0xFE70...0xFEFF,
      0x10800...0x10FFF, 0x1E800...0x1EFFF:
      true
    default: false
    }
  }
}
