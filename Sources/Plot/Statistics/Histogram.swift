/// How many values lie in each of a row of intervals, as `numpy.histogram` counts them.
///
/// A bin holds its left edge but not its right one; the last bin holds both.
public struct Histogram: Hashable, Sendable {
  /// How the edges are chosen.
  public enum Bins: Hashable, Sendable {
    /// ``Histogram/automaticCount(_:)`` bins of equal width from the least to the greatest value.
    case automatic
    /// So many bins of equal width from the least to the greatest value.
    case count(Int)
    /// Bins of this width, with edges at its multiples, that take in all values.
    case width(Double)
    /// These edges, in any order; values outside are not counted.
    case edges([Double])
  }

  /// What the height of a bin says.
  public enum Normalization: String, Codable, CaseIterable, Sendable, Hashable {
    /// How many values the bin holds.
    case count
    /// The share of the values per unit of the horizontal axis: the area of all bins is 1.
    case density
    /// The share of the values: the heights of all bins add up to 1.
    case probability
  }

  /// The most bins that are made of data; edges that are given are not limited.
  public static let maximumCount = 1000

  /// Where bins begin and end, in ascending order; one more than there are bins.
  public let edges: [Double]
  /// The height of each bin under ``normalization``.
  public let counts: [Double]
  /// What the heights say.
  public let normalization: Normalization
  /// How many values lie in all bins together.
  public let total: Int

  /// Counts values; NaN and infinities are left out.
  ///
  /// Returns `nil` where there is nothing to make bins of: no finite value, or fewer than two different finite edges. A
  /// width that is not positive or a count below 1 is read as automatic; more than ``maximumCount`` bins are
  /// replaced by as many bins of equal width.
  public init?(_ values: [Double], bins: Bins = .automatic, normalization: Normalization = .count) {
    let finite = values.filter(\.isFinite)
    guard let edges = BinEdges(finite, bins) else { return nil }
    let counts = edges.count(finite)
    let total = counts.reduce(0, +)
    self.edges = edges.values
    self.total = total
    self.normalization = normalization
    let share = 1 / Double(max(total, 1))
    self.counts = zip(counts, zip(edges.values, edges.values.dropFirst())).map { count, ends in
      switch normalization {
      case .count: Double(count)
      case .probability: Double(count) * share
      case .density: Double(count) * share / (ends.1 - ends.0)
      }
    }
  }

  /// The number of bins of the automatic rule, that of `numpy.histogram(bins="auto")`: the range over the bin width
  /// min(range / (log₂ n + 1), max(2·IQR·n^(−1/3), range / (2·√n))), rounded up. These are the widths of Sturges (1926)
  /// and of Freedman and Diaconis (1981), the latter from below limited to half that of the square root rule.
  ///
  /// - Parameter values: Any numbers; NaN and infinities are left out.
  /// - Returns: From 1 to ``maximumCount``.
  public static func automaticCount(_ values: [Double]) -> Int { BinEdges.automaticCount(values.filter(\.isFinite)) }
}

extension Histogram.Bins: Codable {
  private enum CodingKeys: String, CodingKey, CaseIterable { case count, width, edges }

  /// Reads the JSON form: `"automatic"`, or an object with one key such as `{"count": 20}`.
  ///
  /// - Throws: `DecodingError` for a count below 1, a width that is not positive, or fewer than two edges.
  public init(from decoder: any Decoder) throws {
    if let name = try? decoder.singleValueContainer().decode(String.self) {
      guard name == "automatic" else {
        throw Self.error(decoder, "“\(name)” is no way to choose bins; use \"automatic\".")
      }
      self = .automatic
      return
    }
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let key = try container.onlyKey(of: "A choice of bins")
    switch key {
    case .count: self = .count(try container.decode(Int.self, forKey: key))
    case .width: self = .width(try container.decode(Double.self, forKey: key))
    case .edges: self = .edges(try container.decode([Double].self, forKey: key))
    }
    guard isUsable else {
      throw Self.error(decoder, "A count is at least 1, a width above 0, and edges are at least two different numbers.")
    }
  }

  /// Writes the JSON form.
  public func encode(to encoder: any Encoder) throws {
    guard self != .automatic else {
      var container = encoder.singleValueContainer()
      return try container.encode("automatic")
    }
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .automatic: break
    case .count(let count): try container.encode(count, forKey: .count)
    case .width(let width): try container.encode(width, forKey: .width)
    case .edges(let edges): try container.encode(edges, forKey: .edges)
    }
  }

  private var isUsable: Bool {
    switch self {
    case .automatic: true
    case .count(let count): count >= 1
    case .width(let width): width > 0
    case .edges(let edges): Set(edges).count > 1
    }
  }

  private static func error(_ decoder: any Decoder, _ message: String) -> DecodingError {
    .dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: message))
  }
}
