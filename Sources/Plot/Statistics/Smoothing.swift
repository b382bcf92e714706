#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// How a noisy line is smoothed.
///
/// All three look back only, so that a curve never knows its future, and leave NaN and infinities where they are: these
/// take no part in the smoothing of other values.
///
/// In JSON an object with one key, such as `{"exponential": 0.9}`.
public enum Smoothing: Hashable, Sendable {
  /// TensorBoard's moving average with a weight from 0 (unchanged) towards 1; others are clamped, NaN is 0.
  ///
  /// Starting at last = 0, each finite y gives last = w·last + (1 − w)·y and is shown as last / (1 − wⁿ), where n counts
  /// the finite values so far. A series whose values are all equal is left unchanged. A weight of 1 gives 0, as there.
  case exponential(Double)
  /// The mean of the finite values among the last so many rows, as pandas' `rolling(window, min_periods=1).mean()`.
  case rollingMean(Int)
  /// The median of the finite values among the last so many rows, as pandas' `rolling(window, min_periods=1).median()`.
  case rollingMedian(Int)

  /// The smoothed values, one for each given. A window below 1 counts as 1, which changes nothing.
  public func apply(_ values: [Double]) -> [Double] {
    switch self {
    case .exponential(let weight): Self.exponential(values, weight.isNaN ? 0 : min(max(weight, 0), 1))
    case .rollingMean(let window): Self.rollingMean(values, min(max(window, 1), max(values.count, 1)))
    case .rollingMedian(let window): Self.rollingMedian(values, min(max(window, 1), max(values.count, 1)))
    }
  }

  private static func exponential(_ values: [Double], _ weight: Double) -> [Double] {
    guard let first = values.first, !values.allSatisfy({ $0 == first }) else { return values }
    var last = 0.0
    var count = 0.0
    return values.map { value in
      guard value.isFinite else { return value }
      last = last * weight + (1 - weight) * value
      count += 1
      return last / (weight == 1 ? 1 : 1 - pow(weight, count))
    }
  }

  /// Rows are cut into blocks as long as the window. A window is the end of one block and the beginning of the next, so
  /// its sum is one running sum from the right plus one from the left: no subtraction, hence no drift after large values.
  private static func rollingMean(_ values: [Double], _ window: Int) -> [Double] {
    var ends = [Double](repeating: 0, count: values.count + 1)
    var endCounts = [Int](repeating: 0, count: values.count + 1)
    for row in values.indices.reversed() {
      let isLastOfBlock = (row + 1) % window == 0
      ends[row] = (isLastOfBlock ? 0 : ends[row + 1]) + (values[row].isFinite ? values[row] : 0)
      endCounts[row] = (isLastOfBlock ? 0 : endCounts[row + 1]) + (values[row].isFinite ? 1 : 0)
    }
    var (sum, count) = (0.0, 0)
    return values.indices.map { row in
      if row % window == 0 { (sum, count) = (0, 0) }
      guard values[row].isFinite else { return values[row] }
      sum += values[row]
      count += 1
      // A window that is a whole block has its sum on the left already.
      let start = max(row - window + 1, 0)
      let reachesBack = start % window != 0
      let mean = reachesBack ? (ends[start] + sum) / Double(endCounts[start] + count) : sum / Double(count)
      return mean.isFinite ? mean : Moments.mean(values[start...row].filter(\.isFinite))
    }
  }

  private static func rollingMedian(_ values: [Double], _ window: Int) -> [Double] {
    var ranks = RankedWindow(values)
    return values.indices.map { row in
      if row >= window { ranks.remove(row - window) }
      ranks.insert(row)
      return values[row].isFinite ? ranks.median : values[row]
    }
  }
}

extension Smoothing: Codable {
  private enum CodingKeys: String, CodingKey, CaseIterable { case exponential, rollingMean, rollingMedian }

  /// Reads the JSON form.
  ///
  /// - Throws: `DecodingError` for a weight outside 0…1 or a window below 1.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let key = try container.onlyKey(of: "A smoothing")
    switch key {
    case .exponential: self = .exponential(try container.decode(Double.self, forKey: key))
    case .rollingMean: self = .rollingMean(try container.decode(Int.self, forKey: key))
    case .rollingMedian: self = .rollingMedian(try container.decode(Int.self, forKey: key))
    }
    guard isUsable else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: container, debugDescription: "The weight is from 0 to 1, a window is at least 1 row.")
    }
  }

  /// Writes the JSON form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .exponential(let weight): try container.encode(weight, forKey: .exponential)
    case .rollingMean(let window): try container.encode(window, forKey: .rollingMean)
    case .rollingMedian(let window): try container.encode(window, forKey: .rollingMedian)
    }
  }

  private var isUsable: Bool {
    switch self {
    case .exponential(let weight): weight >= 0 && weight <= 1
    case .rollingMean(let window), .rollingMedian(let window): window >= 1
    }
  }
}
