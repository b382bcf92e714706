import Foundation

/// What Python's libraries say of small samples; `Fixtures/plot_statistics.py` wrote the numbers.
struct StatisticsFixture: Decodable {
  let samples: [String: [Double]]
  let aggregates: [AggregateCase]
  let quantiles: [QuantileCase]
  let smoothings: [SmoothingCase]
  let histograms: [HistogramCase]
  let densities: [DensityCase]
  let fits: [FitCase]
  let distributions: [DistributionCase]
  let boxes: [BoxCase]
  let classifiers: [ClassifierCase]
  let confusion: ConfusionCase

  static let shared = Result {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/plot_statistics.json")
    return try JSONDecoder().decode(StatisticsFixture.self, from: Data(contentsOf: file))
  }

  /// The sample of that name; "formula" is computed here as in the Python program.
  func sample(_ name: String) -> [Double] {
    guard name == "formula" else { return samples[name] ?? [] }
    return (0..<20_000).map { i in
      let u = Double(i * 7919 % 20_011) / 20_011
      return u * u * 4 + u
    }
  }

  /// A number, where JSON has null for NaN and a string for an infinity.
  struct Number: Decodable {
    let value: Double

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        value = .nan
      } else if let name = try? container.decode(String.self) {
        value = Double(name) ?? .nan
      } else {
        value = try container.decode(Double.self)
      }
    }
  }

  struct AggregateCase: Decodable {
    let sample, estimate, kind: String
    let level: Double
    let expected: [Number]
  }

  struct QuantileCase: Decodable {
    let sample: String
    let fractions: [Double]
    let expected: [Double]
  }

  struct SmoothingCase: Decodable {
    let values: [Number]
    let kind: String
    let parameter: Double
    let expected: [Number]
  }

  struct HistogramCase: Decodable {
    let sample: String
    let edges, counts: [Double]
    let density: [Double]?
    let automatic: Bool?
    let count: Int?
  }

  struct DensityCase: Decodable {
    let sample, rule: String
    let x, y: [Double]
    let bandwidth: Double
  }

  struct FitCase: Decodable {
    let x, y, at, low, high: [Double]
    let slope, intercept: Double
    let rSquared: Double?
  }

  struct DistributionCase: Decodable {
    let level: Double
    let degreesOfFreedom: Int
    let expected: Double
  }

  struct BoxCase: Decodable {
    let sample: String
    let whisker: Double
    let expected, outliers: [Double]
  }

  struct ClassifierCase: Decodable {
    let name: String
    let truth: [Int]
    let scores: [Double]
    let auc, averagePrecision: Double
    let roc, rocComplete, precisionRecall: [[Number]]
  }

  struct ConfusionCase: Decodable {
    let truth, predictions: [Int]
    let counts: [[Int]]
    let shares: [[Double]]
    let accuracy: Double
    let precisions, recalls: [Double]
  }
}

/// How far statistics are from a reference.
enum StatisticsError {
  /// The scaled maximum error: max |given − wanted| / max |wanted| over the finite elements. Infinite where the counts
  /// differ, or one of a pair is not finite and the other is not the same.
  static func scaledMaximum(_ given: [Double], _ wanted: [Double]) -> Double {
    guard given.count == wanted.count else { return .infinity }
    var (difference, largest) = (0.0, 0.0)
    for (a, b) in zip(given, wanted) {
      guard a.isFinite, b.isFinite else {
        if a == b || (a.isNaN && b.isNaN) { continue }
        return .infinity
      }
      difference = max(difference, abs(a - b))
      largest = max(largest, abs(b))
    }
    return difference == 0 ? 0 : difference / max(largest, .leastNormalMagnitude)
  }

  static func scaledMaximum(_ given: [Double], _ wanted: [StatisticsFixture.Number]) -> Double {
    scaledMaximum(given, wanted.map(\.value))
  }
}
