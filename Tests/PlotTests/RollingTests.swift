import Foundation
import Testing

@testable import Plot

/// Rolling means and medians with centred windows and a least number of values, against pandas.
@Suite struct RollingTests {
  private struct Fixture: Decodable {
    struct Case: Decodable {
      var how: String
      var window: Int
      var center: Bool
      var minPeriods: Int
      var expected: [StatisticsFixture.Number]
    }

    var values: [StatisticsFixture.Number]
    var cases: [Case]
  }

  @Test func valuesArePandas() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/plot_rolling.json")
    let fixture = try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: file))
    #expect(fixture.cases.count > 60)
    for test in fixture.cases {
      let smoothing: Smoothing =
        test.how == "mean"
        ? .rollingMean(test.window, center: test.center, minPeriods: test.minPeriods)
        : .rollingMedian(test.window, center: test.center, minPeriods: test.minPeriods)
      let error = StatisticsError.scaledMaximum(smoothing.apply(fixture.values.map(\.value)), test.expected)
      #expect(error < 1e-15, "\(smoothing)")
    }
  }

  @Test func oddWindowsAreHarmless() {
    func apply(_ smoothing: Smoothing) -> [Double] { smoothing.apply([1, 5, 2]) }
    let mean = 8.0 / 3
    #expect(apply(.rollingMean(.max, center: true)) == [mean, mean, mean])
    #expect(apply(.rollingMedian(.max, center: true, minPeriods: -4)) == [2, 2, 2])
    #expect(apply(.rollingMean(0, center: true, minPeriods: 0)) == [1, 5, 2])
    let tooFew = apply(.rollingMean(3, center: true, minPeriods: .max))
    #expect(tooFew.count == 3 && tooFew.allSatisfy { $0.isNaN })
    #expect(Smoothing.rollingMean(5, center: true).apply([]).isEmpty)
  }

  @Test func jsonSaysWhatDiffers() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let centred = Smoothing.rollingMean(5, center: true, minPeriods: 3)
    let text = #"{"rollingMean":{"center":true,"minPeriods":3,"window":5}}"#
    #expect(String(decoding: try encoder.encode(centred), as: UTF8.self) == text)
    for smoothing in [centred, .rollingMedian(4, center: true), .rollingMedian(4, minPeriods: 2), .rollingMean(7)] {
      #expect(try JSONDecoder().decode(Smoothing.self, from: encoder.encode(smoothing)) == smoothing)
    }
    for text in [#"{"rollingMean":{"window":0}}"#, #"{"rollingMean":{"window":3,"minPeriods":0}}"#] {
      #expect(throws: DecodingError.self) { try JSONDecoder().decode(Smoothing.self, from: Data(text.utf8)) }
    }
  }
}
