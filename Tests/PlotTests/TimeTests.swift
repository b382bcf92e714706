import Foundation
import Testing

@testable import Plot

@Suite struct CivilTimeTests {
  private let calendar: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar
  }()

  /// Every 37th day from 1582, where Foundation changes to the Julian calendar, to 4000.
  @Test func daysAreThoseOfFoundation() {
    for day in stride(from: -141_427, through: 741_000, by: 37) {
      let time = CivilTime(day: day)
      let date = Date(timeIntervalSince1970: Double(day) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day], from: date)
      #expect(time.year == parts.year && time.month == parts.month && time.day == parts.day, "\(day)")
      #expect(time.dayNumber == day)
    }
  }

  @Test func secondsBeforeAndAfter1970AreThoseOfFoundation() {
    var random = SplitMix(state: 11)
    for _ in 0..<500 {
      let seconds = ((random.unit() - 0.5) * 1e10).rounded()
      let time = CivilTime(seconds: seconds)
      let parts = calendar.dateComponents([.hour, .minute, .second], from: Date(timeIntervalSince1970: seconds))
      #expect(time.hour == parts.hour && time.minute == parts.minute && time.second == parts.second, "\(seconds)")
      #expect(time.seconds == seconds)
    }
  }

  @Test func leapDaysAndFarYears() {
    #expect(CivilTime(year: 2000, month: 2, day: 29).dayNumber + 1 == CivilTime(year: 2000, month: 3).dayNumber)
    #expect(CivilTime(year: 1900, month: 2, day: 28).dayNumber + 1 == CivilTime(year: 1900, month: 3).dayNumber)
    for day in [-200_000_000, -1_000_000, 200_000_000] { #expect(CivilTime(day: day).dayNumber == day) }
    for seconds in [Double.nan, .infinity, -.infinity, 1e300] { _ = CivilTime(seconds: seconds) }
  }
}

@Suite struct TimeTickTests {
  private func axis(_ from: Double, _ length: Double, offset: Double = 0) -> [Tick] {
    let axis = ResolvedAxis(kind: .time, domain: from...from + length)
    let spec = AxisSpec(utcOffsetInHours: offset)
    return AxisLayout.scaleAndTicks(axis, spec: spec, length: 560, pointsPerTick: 80, hasContextLine: true).ticks
  }

  private let march = CivilTime(year: 2024, month: 3, day: 5).seconds

  @Test func fractionsOfASecond() {
    #expect(axis(march + 36_000, 0.03).map(\.label).prefix(3) == ["10:00:00.000", "10:00:00.005", "10:00:00.010"])
  }

  @Test func hoursCarryTheDate() {
    let ticks = axis(march + 20 * 3600, 12 * 3600)
    #expect(ticks.map(\.label) == ["20:00", "22:00", "00:00", "02:00", "04:00", "06:00", "08:00"])
    #expect(ticks.map(\.context) == ["Mar 5, 2024", nil, "Mar 6, 2024", nil, nil, nil, nil])
  }

  @Test func daysCarryTheMonthAndMonthsTheYear() {
    let days = axis(march, 40 * 86_400)
    #expect(days.map(\.label) == ["11", "18", "25", "1", "8"])
    #expect(days.map(\.context) == ["Mar 2024", nil, nil, "Apr 2024", nil])
    let months = axis(march, 500 * 86_400)
    #expect(months.map(\.label) == ["May", "Jul", "Sep", "Nov", "Jan", "Mar", "May", "Jul"])
    #expect(months.map(\.context) == ["2024", nil, nil, nil, "2025", nil, nil, nil])
  }

  @Test func yearsDecadesAndCenturies() {
    #expect(axis(march, 5 * 31_556_952).map(\.label) == ["2025", "2026", "2027", "2028", "2029"])
    let old = CivilTime(year: 1789).seconds
    #expect(axis(old, 60 * 31_556_952).map(\.label) == ["1790", "1800", "1810", "1820", "1830", "1840"])
    #expect(axis(CivilTime(year: -500).seconds, 1000 * 31_556_952).map(\.label).first == "401 BC")
  }

  @Test func twoDayStepsAreNeverOneDayApart() {
    let ticks = axis(CivilTime(year: 2023, month: 1, day: 20).seconds, 18 * 86_400)
    for (a, b) in zip(ticks, ticks.dropFirst()) { #expect(b.value - a.value >= 2 * 86_400) }
  }

  @Test func theTimeZoneIsTheCharts() {
    let ticks = axis(march, 12 * 3600, offset: 9)
    #expect(ticks.first?.label == "10:00" && ticks.first?.value == march + 3600)
  }

  @Test func oneLineShowsTheDateAtMidnight() {
    let values = (0..<4).map { march + 18 * 3600 + Double($0) * 10_800 }
    #expect(
      DateLabel.oneLevel(values, step: .seconds(10_800), offset: 0) == [
        "Mar 5, 2024 18:00", "21:00", "Mar 6, 2024", "03:00",
      ])
  }

  @Test func datesAreDrawnOnATimeScale() throws {
    let dates = [Date(timeIntervalSince1970: march), nil, Date(timeIntervalSince1970: march + 86_400)]
    #expect(Column.dates(dates).count == 3)
    #expect(Optional<Date>.column(dates) == Column.dates(dates))
    let resolved = try Resolver.resolve(Chart { LineMark(x: dates, y: [1.0, 2, 3]) })
    #expect(resolved.x.kind == .time && resolved.x.domain == march...march + 86_400)
    let column = Column.dates(dates)
    #expect(try JSONDecoder().decode(Column.self, from: JSONEncoder().encode(column)) == column)
  }
}
