import Foundation
import Testing

@testable import Plot

@Suite struct StatisticsSmoothingTests {
  @Test func valuesAreTensorBoardsAndPandas() throws {
    for test in try StatisticsFixture.shared.get().smoothings {
      let smoothing: Smoothing =
        switch test.kind {
        case "exponential": .exponential(test.parameter)
        case "rollingMean": .rollingMean(Int(test.parameter))
        default: .rollingMedian(Int(test.parameter))
        }
      let error = StatisticsError.scaledMaximum(smoothing.apply(test.values.map(\.value)), test.expected)
      #expect(error < 1e-15, "\(smoothing)")
    }
  }

  /// The cases of TensorBoard's own test.
  @Test func tensorBoardsExamples() {
    let falling = Smoothing.exponential(0.6).apply([1, 0.5, 0])
    #expect(StatisticsError.scaledMaximum(falling, [1, 0.6875, 0.33673469387755]) < 1e-13)
    let rising = Smoothing.exponential(0.6).apply([0, 0.5, 1])
    #expect(StatisticsError.scaledMaximum(rising, [0, 0.3125, 0.66326530612245]) < 1e-13)
    #expect(Smoothing.exponential(0.9).apply([0.1, 0.1, 0.1]) == [0.1, 0.1, 0.1])
  }

  @Test func parametersOutOfRangeAreClamped() {
    let values = [1.0, 5, 2]
    for same in [Smoothing.exponential(-3), .exponential(.nan), .rollingMean(0), .rollingMedian(-5)] {
      #expect(same.apply(values) == values)
    }
    #expect(Smoothing.exponential(7).apply(values) == Smoothing.exponential(1).apply(values))
    #expect(Smoothing.rollingMean(.max).apply(values) == [1, 3, 8.0 / 3])
    #expect(Smoothing.rollingMedian(.max).apply(values) == [1, 3, 2])
  }

  /// A running sum that adds and subtracts would keep an error of about 1 after 1e16.
  @Test func largeValuesLeaveNoTrace() {
    let values = [1.0, 1e16, 1, 2, 3, 4, 5, 6]
    #expect(Smoothing.rollingMean(2).apply(values).suffix(5) == [1.5, 2.5, 3.5, 4.5, 5.5])
    #expect(Smoothing.rollingMean(2).apply([1.5e308, 1.5e308, 0]) == [1.5e308, 1.5e308, 0.75e308])
  }

  /// Every window of every length against the plain definition.
  @Test func rollingIsItsDefinition() {
    var generator = SampleGenerator(seed: 4)
    for count in 0...13 {
      let values = (0..<count).map { _ in generator.next() % 5 == 0 ? Double.nan : Double(generator.next() % 7) }
      for window in 1...15 {
        let windows = values.indices.map { values[max(0, $0 - window + 1)...$0].filter(\.isFinite) }
        let means = zip(values, windows).map { $0.isNaN ? .nan : Moments.mean($1) }
        let medians = zip(values, windows).map { $0.isNaN ? .nan : Quantile.of($1, at: 0.5) }
        #expect(StatisticsError.scaledMaximum(Smoothing.rollingMean(window).apply(values), means) < 1e-15)
        #expect(StatisticsError.scaledMaximum(Smoothing.rollingMedian(window).apply(values), medians) == 0)
      }
    }
  }

  @Test func smoothingIsReadableJSON() throws {
    let json = [
      Smoothing.exponential(0.9): #"{"exponential":0.9}"#, .rollingMean(5): #"{"rollingMean":5}"#,
      .rollingMedian(3): #"{"rollingMedian":3}"#,
    ]
    for (smoothing, text) in json {
      #expect(String(decoding: try JSONEncoder().encode(smoothing), as: UTF8.self) == text)
      #expect(try JSONDecoder().decode(Smoothing.self, from: Data(text.utf8)) == smoothing)
    }
    for text in [#"{"exponential":1.5}"#, #"{"rollingMean":0}"#, "{}", #"{"ema":0.5}"#] {
      #expect(throws: DecodingError.self) { try JSONDecoder().decode(Smoothing.self, from: Data(text.utf8)) }
    }
  }
}
