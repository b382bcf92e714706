import Foundation
import Testing

@testable import Plot

@Suite struct StatisticsHistogramTests {
  private let fixture: StatisticsFixture

  init() throws { fixture = try StatisticsFixture.shared.get() }

  @Test func countsAreNumpys() throws {
    for test in fixture.histograms {
      let bins: Histogram.Bins =
        test.automatic == true ? .automatic : test.count.map { .count($0) } ?? .edges(test.edges)
      let values = fixture.sample(test.sample)
      let histogram = try #require(Histogram(values, bins: bins))
      let name = Comment(rawValue: "\(test.sample) \(bins)")
      #expect(StatisticsError.scaledMaximum(histogram.edges, test.edges) < 1e-15, name)
      #expect(histogram.counts == test.counts, name)
      guard let density = test.density else { continue }
      let dense = try #require(Histogram(values, bins: bins, normalization: .density))
      #expect(StatisticsError.scaledMaximum(dense.counts, density) < 1e-14, name)
      let shares = try #require(Histogram(values, bins: bins, normalization: .probability))
      #expect(abs(shares.counts.reduce(0, +) - 1) < 1e-14, name)
    }
  }

  @Test func widthsHaveEdgesAtTheirMultiples() throws {
    let histogram = try #require(Histogram([1.2, 3, 5.1], bins: .width(2)))
    #expect(histogram.edges == [0, 2, 4, 6])
    #expect(histogram.counts == [1, 1, 1])
    #expect(try #require(Histogram([4], bins: .width(2))).edges == [4, 6])
    // 0.3 / 0.1 is a little less than 3, and 3 · 0.1 a little more than 0.3.
    let tenths = try #require(Histogram([0.1, 0.3, 0.7], bins: .width(0.1)))
    #expect(tenths.total == 3)
    #expect(try #require(Histogram([0, 1], bins: .width(1e-9))).counts.count == Histogram.maximumCount)
    #expect(Histogram([1, 2, 3], bins: .width(-1)) == Histogram([1, 2, 3]))
  }

  @Test func edgesMayBeUntidy() throws {
    let histogram = try #require(Histogram([0.5, 1, 2, 7, .nan], bins: .edges([2, 0, .nan, 1, 1])))
    #expect(histogram.edges == [0, 1, 2])
    #expect(histogram.counts == [1, 2])
    #expect(histogram.total == 3)
    #expect(try #require(Histogram([], bins: .edges([0, 1]), normalization: .density)).counts == [0])
    #expect(Histogram([1], bins: .edges([1, 1])) == nil)
  }

  @Test func theNumberOfBinsIsLimited() throws {
    #expect(try #require(Histogram([0, 1], bins: .count(.max))).counts.count == Histogram.maximumCount)
    let wide = (0..<260_000).map { Double($0 % 1000) } + [1e9]
    #expect(Histogram.automaticCount(wide) == Histogram.maximumCount)
    #expect(Histogram.automaticCount([]) == 1)
  }

  @Test func oddData() throws {
    #expect(Histogram([]) == nil)
    #expect(Histogram([.nan, .infinity]) == nil)
    #expect(try #require(Histogram([5, 5])).edges == [4.5, 5.5])
    let hostile: [[Double]] = [
      [1e300, 1e300], [-1.7e308, 1.7e308], [1, 1.0.nextUp], [.leastNonzeroMagnitude, 3 * .leastNonzeroMagnitude],
      [0, .leastNonzeroMagnitude, 1], [1e300],
      [.greatestFiniteMagnitude], [-1.7e308, 0, 1.7e308, 3],
    ]
    for values in hostile {
      for bins in [Histogram.Bins.automatic, .count(10), .width(1), .width(1e308), .width(.leastNonzeroMagnitude)] {
        let histogram = try #require(Histogram(values, bins: bins), "\(values) \(bins)")
        #expect(histogram.total == values.count, "\(values) \(bins)")
        #expect(zip(histogram.edges, histogram.edges.dropFirst()).allSatisfy { $0 < $1 }, "\(values) \(bins)")
      }
    }
  }

  @Test func binsAreReadableJSON() throws {
    let json = [
      Histogram.Bins.automatic: #"["automatic"]"#, .count(20): #"[{"count":20}]"#, .width(0.5): #"[{"width":0.5}]"#,
      .edges([0, 1]): #"[{"edges":[0,1]}]"#,
    ]
    for (bins, text) in json {
      #expect(String(decoding: try JSONEncoder().encode([bins]), as: UTF8.self) == text)
      #expect(try JSONDecoder().decode([Histogram.Bins].self, from: Data(text.utf8)) == [bins])
    }
    for text in [#"["auto"]"#, #"[{"count":0}]"#, #"[{"width":-1}]"#, #"[{"edges":[1]}]"#, "[{}]", "[5]"] {
      #expect(throws: DecodingError.self) { try JSONDecoder().decode([Histogram.Bins].self, from: Data(text.utf8)) }
    }
  }
}
