#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Points in time as run.json holds them: ISO 8601 in UTC with milliseconds, `2026-01-31T09:05:00.250Z`.
enum Timestamp {
  /// The time rounded to whole milliseconds, so that it comes back from a file unchanged.
  static func rounded(_ date: Date) -> Date {
    Date(timeIntervalSince1970: (date.timeIntervalSince1970 * 1000).rounded() / 1000)
  }

  /// The text of a point in time. Written by hand: the style of Foundation cuts .123 off to .122 for some dates.
  static func text(_ date: Date) -> String {
    let limit = 4e15  // far beyond the year 9999, far below what Int cannot hold
    let milliseconds = Int(min(max((date.timeIntervalSince1970 * 1000).rounded(), -limit), limit))
    let day = milliseconds.flooredQuotient(86_400_000)
    let ofDay = milliseconds - day * 86_400_000
    let (year, month, dayOfMonth) = civil(day: day)
    let clock = [ofDay / 3_600_000, ofDay / 60_000 % 60, ofDay / 1000 % 60].map { digits($0, 2) }
    return "\(digits(year, 4))-\(digits(month, 2))-\(digits(dayOfMonth, 2))T"
      + clock.joined(separator: ":") + ".\(digits(ofDay % 1000, 3))Z"
  }

  /// The point in time of a text with or without a fraction of a second and with any offset, or `nil`.
  static func date(_ text: String) -> Date? {
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: text.contains("."))
    return (try? style.parse(text)).map(rounded)
  }

  /// Year, month and day of the proleptic Gregorian calendar; day 0 is 1 January 1970.
  ///
  /// Years are counted from 1 March, so that the leap day is the last of its year and months need no table.
  private static func civil(day: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = day + 719_468
    let era = shifted.flooredQuotient(146_097)
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * ofYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, ofYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  private static func digits(_ value: Int, _ count: Int) -> String {
    let text = "\(abs(value))"
    return (value < 0 ? "-" : "") + String(repeating: "0", count: max(0, count - text.count)) + text
  }
}

extension Int {
  fileprivate func flooredQuotient(_ divisor: Int) -> Int {
    self >= 0 ? self / divisor : -((divisor - 1 - self) / divisor)
  }
}
