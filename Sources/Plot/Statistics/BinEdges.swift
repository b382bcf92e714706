#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The edges of a histogram's bins, and counting by them as numpy does.
struct BinEdges {
  /// Ascending, at least two.
  let values: [Double]
  /// Whether all bins are equally wide, so that a value's bin can be computed.
  private let isUniform: Bool

  /// - Parameter data: Finite numbers.
  init?(_ data: [Double], _ bins: Histogram.Bins) {
    if case .edges(let edges) = bins {
      values = Set(edges.filter(\.isFinite)).sorted()
      isUniform = false
      if values.count < 2 { return nil }
      return
    }
    guard let least = data.min(), let greatest = data.max() else { return nil }
    if case .width(let width) = bins, width > 0, let edges = Self.multiples(of: width, least, greatest) {
      values = edges
      isUniform = false
      return
    }
    let range = Self.widened(least, greatest)
    values = Self.equal(range, count: Self.count(bins, data, range))
    isUniform = true
  }

  private static func count(_ bins: Histogram.Bins, _ data: [Double], _ range: ClosedRange<Double>) -> Int {
    switch bins {
    case .count(let count) where count > 0: min(count, Histogram.maximumCount)
    case .width(let width) where width > 0: Histogram.maximumCount
    default: automaticCount(data)
    }
  }

  static func automaticCount(_ data: [Double]) -> Int {
    guard let least = data.min(), let greatest = data.max(), least < greatest else { return 1 }
    let sorted = data.sorted()
    // In quarters where the range itself would be infinite.
    let unit = (greatest - least).isFinite ? 1 : 0.25
    let range = greatest * unit - least * unit
    let quartiles = Quantile.ofSorted(sorted, at: 0.75) * unit - Quantile.ofSorted(sorted, at: 0.25) * unit
    let n = Double(data.count)
    let freedmanDiaconis = 2 * quartiles * pow(n, -1.0 / 3)
    let width = min(max(freedmanDiaconis, range / n.squareRoot() / 2), range / (log2(n) + 1))
    guard width > 0 else { return 1 }
    return Int(min((range / width).rounded(.up), Double(Histogram.maximumCount)))
  }

  /// A range of some width around equal values: half a unit to each side, or more where that would be lost.
  private static func widened(_ least: Double, _ greatest: Double) -> ClosedRange<Double> {
    guard least == greatest else { return least...greatest }
    let half = max(0.5, abs(least) * 1e-9)
    return max(least - half, -.greatestFiniteMagnitude)...min(least + half, .greatestFiniteMagnitude)
  }

  /// As `numpy.linspace`; edges that coincide, in a range of few numbers, are merged.
  private static func equal(_ range: ClosedRange<Double>, count: Int) -> [Double] {
    let (low, high) = (range.lowerBound, range.upperBound)
    let step = (high - low) / Double(count)
    var edges = [low]
    for i in 1...count {
      let part = Double(i) / Double(count)
      let edge = i == count ? high : step.isFinite ? low + Double(i) * step : low * (1 - part) + high * part
      if edge > edges[edges.count - 1] { edges.append(edge) }
    }
    return edges
  }

  /// Multiples of a width around the data; `nil` where they would be too many or no longer differ.
  private static func multiples(of width: Double, _ least: Double, _ greatest: Double) -> [Double]? {
    let first = (least / width).rounded(.down)
    let last = max((greatest / width).rounded(.up), first + 1)
    guard abs(first) < 0x1p52, abs(last) < 0x1p52, last - first <= Double(Histogram.maximumCount) else { return nil }
    let edges = (Int(first)...Int(last)).map { Double($0) * width }
    // The quotients are rounded: look again that the ends take in the data.
    guard edges[0] <= least, edges[edges.count - 1] >= greatest, edges.allSatisfy(\.isFinite) else {
      return edges[0].isFinite && edges[edges.count - 1].isFinite
        ? [edges[0] - width] + edges + [edges[edges.count - 1] + width] : nil
    }
    return edges
  }

  // MARK: Counting

  /// How many values each bin holds.
  func count(_ data: [Double]) -> [Int] {
    let bins = values.count - 1
    let (low, high) = (values[0], values[bins])
    let perUnit = Double(bins) / (high - low)
    let isComputable = isUniform && perUnit.isFinite && perUnit > 0
    var counts = [Int](repeating: 0, count: bins)
    values.withUnsafeBufferPointer { edges in
      for value in data where value >= low && value <= high {
        guard isComputable else {
          counts[Self.search(edges, value)] += 1
          continue
        }
        var bin = min(Int((value - low) * perUnit), bins - 1)
        // Rounding may have missed by one bin.
        if value < edges[bin] { bin -= 1 } else if bin < bins - 1, value >= edges[bin + 1] { bin += 1 }
        counts[bin] += 1
      }
    }
    return counts
  }

  /// The bin of a value within the edges, by bisection.
  private static func search(_ edges: UnsafeBufferPointer<Double>, _ value: Double) -> Int {
    var (low, high) = (0, edges.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if edges[middle] <= value { low = middle } else { high = middle }
    }
    return low
  }
}
