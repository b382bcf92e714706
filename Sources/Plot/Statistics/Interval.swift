/// The interval drawn around an estimate, as `errorbar` of seaborn: how uncertain the estimate is, or how far the values
/// spread.
///
/// In JSON an object with one key, such as `{"ci": 0.95}`.
public enum Interval: Hashable, Sendable {
  /// The confidence interval of the estimate at a level between 0 and 1 (0.95 is usual), from the percentiles of a
  /// bootstrap. It narrows as values are added.
  case ci(Double)
  /// The percentile interval: the middle part of the values, between 0 and 1.
  case pi(Double)
  /// The estimate plus and minus so many sample standard deviations (with n − 1).
  case sd(Double)
  /// The estimate plus and minus so many standard errors of the mean, sd / √n.
  case se(Double)

  /// One standard deviation.
  public static let sd = Interval.sd(1)
  /// One standard error.
  public static let se = Interval.se(1)

  /// Whether the level is between 0 and 1, or the factor is positive and finite. Others give no interval: `.ci(95)` is
  /// more likely a slip than a wish.
  public var isUsable: Bool {
    switch self {
    case .ci(let level), .pi(let level): level > 0 && level <= 1
    case .sd(let factor), .se(let factor): factor > 0 && factor.isFinite
    }
  }
}

extension Interval: Codable {
  private enum CodingKeys: String, CodingKey, CaseIterable { case ci, pi, sd, se }

  /// Reads the JSON form.
  ///
  /// - Throws: `DecodingError` for a level or factor that is out of range.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let key = try container.onlyKey(of: "An interval")
    let number = try container.decode(Double.self, forKey: key)
    switch key {
    case .ci: self = .ci(number)
    case .pi: self = .pi(number)
    case .sd: self = .sd(number)
    case .se: self = .se(number)
    }
    guard isUsable else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: container,
        debugDescription:
          "\(number) is out of range; ci and pi take a level between 0 and 1, sd and se a factor above 0.")
    }
  }

  /// Writes the JSON form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .ci(let level): try container.encode(level, forKey: .ci)
    case .pi(let level): try container.encode(level, forKey: .pi)
    case .sd(let factor): try container.encode(factor, forKey: .sd)
    case .se(let factor): try container.encode(factor, forKey: .se)
    }
  }
}

extension KeyedDecodingContainer where Key: CaseIterable {
  /// The key of an object that stands for one case of an enumeration.
  func onlyKey(of what: String) throws -> Key {
    guard allKeys.count == 1, let key = allKeys.first else {
      let names = Key.allCases.map(\.stringValue).joined(separator: ", ")
      throw DecodingError.dataCorrupted(
        .init(codingPath: codingPath, debugDescription: "\(what) has one key of \(names)."))
    }
    return key
  }
}
