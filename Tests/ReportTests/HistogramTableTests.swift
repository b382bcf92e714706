import Foundation
import Plot
import Testing

@testable import Report

/// The CSV of histograms: what is drawn, not each of many values.
struct HistogramTableTests {
  private func csv(_ chart: Chart) -> String { String(decoding: ChartTable(chart).csv, as: UTF8.self) }

  @Test func seriesShareTheBinsOfAllValues() {
    let chart = Chart {
      HistogramMark([0, 1, 1, 2], series: .named("a"), bins: .count(2))
      HistogramMark([2, 4, .nan], series: .named("b"), bins: .count(2))
      RuleMark(x: 1)
    }
    #expect(csv(chart) == "from,to,a,b\r\n0,2,3,0\r\n2,4,1,2\r\n")
  }

  @Test func columnsNameTheSeries() {
    let chart = Chart {
      HistogramMark(
        [0, 0.5, 1, 1], series: .column(["b", "a", "b", "b"]), bins: .edges([0, 0.5, 1]), normalization: .probability)
    }
    #expect(csv(chart) == "from,to,b,a\r\n0,0.5,0.3333333333333333,0\r\n0.5,1,0.6666666666666666,1\r\n")
  }

  @Test func anUnnamedSeriesHasTheNameOfItsAxis() {
    let chart = Chart { HistogramMark([1, 2], bins: .count(1)) }
    #expect(csv(chart) == "from,to,count\r\n1,2,2\r\n")
    #expect(csv(chart.yAxis("How many")) == "from,to,How many\r\n1,2,2\r\n")
  }

  /// Histograms that cannot be one table, and those with other marks, are listed row by row.
  @Test func otherChartsListTheirRows() {
    let bins = Chart {
      HistogramMark([1, 2], series: .named("a"), bins: .count(1))
      HistogramMark([1, 2], series: .named("b"), bins: .count(2))
    }
    #expect(csv(bins).hasPrefix("mark,series,x\r\nhistogram,a,1\r\n"))
    #expect(csv(Chart { HistogramMark([Double.nan]) }) == "mark,x\r\nhistogram,nan\r\n")
  }
}
