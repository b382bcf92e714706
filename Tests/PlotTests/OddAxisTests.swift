import Foundation
import Testing

@testable import Plot

/// What no axis can show: a diagnostic that a reader understands, and a picture all the same.
@Suite struct OddAxisTests {
  @Test(arguments: [
    (AxisSpec.Scale.linear, -Double.infinity...1), (.linear, 0...Double.infinity), (.linear, 3...3), (.log, 0...10),
    (.log, -5...10), (.time, 7...7), (.symlog, -Double.infinity...0),
  ])
  func domainsThatCannotBeShownAreNamed(scale: AxisSpec.Scale, domain: ClosedRange<Double>) throws {
    var chart = Chart { LineMark(x: [1.0, 2, 3], y: [1.0, 2, 3]) }
    chart.y.scale = scale
    chart.y.domain = domain
    let scene = try chart.drawing().scene
    let message = try #require(scene.diagnostics.first?.message)
    #expect(message.contains("domain") && message.contains("y axis"), "\(message)")
    #expect(try !chart.png().isEmpty)
  }

  @Test func invertedDomainsInJSONAreAnError() {
    #expect(throws: (any Error).self) {
      try JSONDecoder().decode(AxisSpec.self, from: Data(#"{"domain":[3,1]}"#.utf8))
    }
  }

  @Test func zerosAndNegativesOnALogAxisAreCounted() throws {
    var chart = Chart { PointMark(x: [1.0, 2, 3, 4], y: [-1.0, 0, 10, 100]) }
    chart.y.scale = .log
    let scene = try chart.drawing().scene
    #expect(
      scene.diagnostics.map(\.message) == ["2 values are not positive and cannot be shown on a logarithmic axis."])
    var none = Chart { PointMark(x: [1.0], y: [-1.0]) }
    none.y.scale = .log
    #expect(try !none.png().isEmpty)
  }

  @Test func aMillionCategoriesAreDrawn() throws {
    let names = (0..<1_000_000).map { "category \($0)" }
    let values = [Double](repeating: 1, count: names.count)
    let scene = try Chart { PointMark(x: names, y: values) }.drawing().scene
    #expect(!scene.nodes.isEmpty)
  }

  @Test func oneInstantHasHoursAroundIt() throws {
    let instant = Date(timeIntervalSince1970: CivilTime(year: 1888, month: 2, day: 29).seconds)
    let resolved = try Resolver.resolve(Chart { PointMark(x: [instant], y: [1.0]) })
    #expect(resolved.x.domain.upperBound - resolved.x.domain.lowerBound == 86_400)
    let (_, ticks) = AxisLayout.scaleAndTicks(
      resolved.x, length: 560, pointsPerTick: 80, hasContextLine: true)
    #expect(ticks.first?.label == "12:00" && ticks.compactMap(\.context) == ["Feb 28, 1888", "Feb 29, 1888"])
  }

  @Test func bandsOfDatesFollowTheClockAndTheFormat() throws {
    let days = (0..<3).map {
      Date(timeIntervalSince1970: CivilTime(year: 2024, month: 2, day: 28 + $0).seconds - 32_400)
    }
    var chart = Chart { BarMark(x: days, y: [1.0, 2, 3]) }
    chart.x.utcOffsetInHours = 9
    func labels(_ chart: Chart) throws -> [String] {
      let axis = try Resolver.resolve(chart).x
      return AxisLayout.scaleAndTicks(axis, spec: chart.x, length: 560, pointsPerTick: 80).ticks.map(\.label)
    }
    #expect(try labels(chart) == ["Feb 28, 2024", "Feb 29, 2024", "Mar 1, 2024"])
    chart.x.format = .date(.monthAndDay)
    #expect(try labels(chart) == ["Feb 28", "Feb 29", "Mar 1"])
    let months = (1...3).map { Date(timeIntervalSince1970: CivilTime(year: 2024, month: $0).seconds) }
    #expect(try labels(Chart { BarMark(x: months, y: [1.0, 2, 3]) }) == ["Jan 2024", "Feb 2024", "Mar 2024"])
    let years = (2020...2022).map { Date(timeIntervalSince1970: CivilTime(year: $0).seconds) }
    #expect(try labels(Chart { BarMark(x: years, y: [1.0, 2, 3]) }) == ["2020", "2021", "2022"])
  }
}
