#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// How a noisy line is smoothed.
///
/// All three look back only unless a window is centred, so that a curve never knows its future, and leave NaN and infinities
/// where they are: these take no part in the smoothing of other values.
///
/// In JSON an object with one key, such as `{"exponential": 0.9}`, `{"rollingMean": 5}` or
/// `{"rollingMean": {"window": 5, "center": true, "minPeriods": 3}}`.
public enum Smoothing: Hashable, Sendable {
  /// TensorBoard's moving average with a weight from 0 (unchanged) towards 1; others are clamped, NaN is 0.
  ///
  /// Starting at last = 0, each finite y gives last = w·last + (1 − w)·y and is shown as last / (1 − wⁿ), where n counts
  /// the finite values so far. A series whose values are all equal is left unchanged. A weight of 1 gives 0, as there.
  case exponential(Double)
  /// The mean of the finite values in a window of so many rows, as pandas' `rolling(window, min_periods, center).mean()`.
  ///
  /// The window ends at its row; a centred one has its row in the middle, or just right of it for an even number of rows.
  /// Where it holds fewer finite values than `minPeriods` there is a gap; 1 by default, where pandas asks for all.
  case rollingMean(Int, center: Bool = false, minPeriods: Int = 1)
  /// The median of the finite values in a window of so many rows, as pandas' `rolling(window, min_periods, center).median()`;
  /// the window as for ``rollingMean(_:center:minPeriods:)``.
  case rollingMedian(Int, center: Bool = false, minPeriods: Int = 1)

  /// The smoothed values, one for each given. A window below 1 counts as 1, which changes nothing.
  public func apply(_ values: [Double]) -> [Double] {
    switch self {
    case .exponential(let weight): Self.exponential(values, weight.isNaN ? 0 : min(max(weight, 0), 1))
    case .rollingMean(let length, let center, let minPeriods):
      Self.rollingMean(values, RollingWindow(length, center: center, minPeriods: minPeriods, of: values.count))
    case .rollingMedian(let length, let center, let minPeriods):
      Self.rollingMedian(values, RollingWindow(length, center: center, minPeriods: minPeriods, of: values.count))
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
  private static func rollingMean(_ values: [Double], _ window: RollingWindow) -> [Double] {
    let (count, length) = (values.count, window.length)
    var (starts, ends) = ([Double](repeating: 0, count: count), [Double](repeating: 0, count: count + 1))
    var (startCounts, endCounts) = ([Int](repeating: 0, count: count), [Int](repeating: 0, count: count + 1))
    for row in values.indices.reversed() {
      let isLastOfBlock = (row + 1) % length == 0
      ends[row] = (isLastOfBlock ? 0 : ends[row + 1]) + (values[row].isFinite ? values[row] : 0)
      endCounts[row] = (isLastOfBlock ? 0 : endCounts[row + 1]) + (values[row].isFinite ? 1 : 0)
    }
    for row in values.indices {
      let isFirstOfBlock = row % length == 0
      starts[row] = (isFirstOfBlock ? 0 : starts[row - 1]) + (values[row].isFinite ? values[row] : 0)
      startCounts[row] = (isFirstOfBlock ? 0 : startCounts[row - 1]) + (values[row].isFinite ? 1 : 0)
    }
    return values.indices.map { row in
      guard values[row].isFinite else { return values[row] }
      let (first, last) = window.rows(around: row)
      // A window within one block begins with it, or is cut by the end of the rows.
      let hasStart = first / length != last / length || first % length == 0
      let hasEnd = first % length != 0
      let sum = (hasStart ? starts[last] : 0) + (hasEnd ? ends[first] : 0)
      let found = (hasStart ? startCounts[last] : 0) + (hasEnd ? endCounts[first] : 0)
      guard found >= window.minPeriods else { return .nan }
      let mean = sum / Double(found)
      return mean.isFinite ? mean : Moments.mean(values[first...last].filter(\.isFinite))
    }
  }

  private static func rollingMedian(_ values: [Double], _ window: RollingWindow) -> [Double] {
    var ranks = RankedWindow(values)
    var (inserted, removed) = (0, 0)
    return values.indices.map { row in
      let (first, last) = window.rows(around: row)
      while inserted <= last {
        ranks.insert(inserted)
        inserted += 1
      }
      while removed < first {
        ranks.remove(removed)
        removed += 1
      }
      guard values[row].isFinite else { return values[row] }
      return ranks.count >= window.minPeriods ? ranks.median : .nan
    }
  }
}

/// Which rows a rolling statistic sees.
private struct RollingWindow {
  let length: Int
  let minPeriods: Int
  private let after: Int
  private let count: Int

  /// - Parameter count: The number of rows.
  init(_ length: Int, center: Bool, minPeriods: Int, of count: Int) {
    // A window longer than the rows on both sides of a row sees no more of them.
    let most = max(center ? 2 * count : count, 1)
    self.length = min(max(length, 1), most)
    self.minPeriods = max(minPeriods, 1)
    self.count = count
    after = center ? (self.length - 1) / 2 : 0
  }

  func rows(around row: Int) -> (first: Int, last: Int) {
    (max(row + after - length + 1, 0), min(row + after, count - 1))
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
    case .rollingMean:
      let window = try RollingJSON(from: container, key)
      self = .rollingMean(window.window, center: window.center ?? false, minPeriods: window.minPeriods ?? 1)
    case .rollingMedian:
      let window = try RollingJSON(from: container, key)
      self = .rollingMedian(window.window, center: window.center ?? false, minPeriods: window.minPeriods ?? 1)
    }
    guard isUsable else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: container,
        debugDescription: "The weight is from 0 to 1, a window and its least number of values are at least 1.")
    }
  }

  /// Writes the JSON form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .exponential(let weight): try container.encode(weight, forKey: .exponential)
    case .rollingMean(let length, let center, let minPeriods):
      try RollingJSON(length, center, minPeriods).encode(to: &container, .rollingMean)
    case .rollingMedian(let length, let center, let minPeriods):
      try RollingJSON(length, center, minPeriods).encode(to: &container, .rollingMedian)
    }
  }

  private var isUsable: Bool {
    switch self {
    case .exponential(let weight): weight >= 0 && weight <= 1
    case .rollingMean(let window, _, let minPeriods), .rollingMedian(let window, _, let minPeriods):
      window >= 1 && minPeriods >= 1
    }
  }
}

/// A window in JSON: its length alone, or an object where it is centred or asks for several values.
private struct RollingJSON: Codable {
  var window: Int
  var center: Bool?
  var minPeriods: Int?

  init(_ window: Int, _ center: Bool, _ minPeriods: Int) {
    self.window = window
    self.center = center ? true : nil
    self.minPeriods = minPeriods == 1 ? nil : minPeriods
  }

  init<Key>(from container: KeyedDecodingContainer<Key>, _ key: Key) throws {
    if let length = try? container.decode(Int.self, forKey: key) {
      self.init(length, false, 1)
    } else {
      self = try container.decode(RollingJSON.self, forKey: key)
    }
  }

  func encode<Key>(to container: inout KeyedEncodingContainer<Key>, _ key: Key) throws {
    if center == nil && minPeriods == nil {
      try container.encode(window, forKey: key)
    } else {
      try container.encode(self, forKey: key)
    }
  }
}
