/// Moments and durations as a reader sees them: always in UTC, so that the page does not depend on where it is made.
enum TimeText {
  /// A moment such as "22 Nov 2026, 02:21 UTC".
  /// - Parameter seconds: seconds since 1970 in UTC.
  static func moment(_ seconds: Double) -> String? {
    guard let date = CivilDate(secondsSince1970: seconds) else { return nil }
    return "\(date.day) \(months[date.month - 1]) \(date.year), \(twoDigits(date.hour)):\(twoDigits(date.minute)) UTC"
  }

  /// A duration such as "26 ms", "0.26 s", "12.3 s", "4 min 12 s", "2 h 05 min" or "3 d 4 h".
  static func duration(_ seconds: Double) -> String? {
    guard seconds.isFinite, seconds >= 0, seconds < 1e11 else { return nil }
    if seconds < 0.0995 { return "\(Int((seconds * 1000).rounded())) ms" }
    if seconds < 9.995 { return NumberText.fixed(seconds, decimals: 2) + " s" }
    if seconds < 59.95 { return NumberText.fixed(seconds, decimals: 1) + " s" }
    let whole = Int(seconds.rounded())
    if whole < 3600 { return "\(whole / 60) min \(twoDigits(whole % 60)) s" }
    let minutes = Int((seconds / 60).rounded())
    if minutes < 24 * 60 { return "\(minutes / 60) h \(twoDigits(minutes % 60)) min" }
    let hours = Int((seconds / 3600).rounded())
    return "\(NumberText.grouped(hours / 24)) d \(hours % 24) h"
  }

  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

/// A date of the Gregorian calendar in UTC, computed without a time-zone database.
///
/// The days are counted from 1 March of year 0, so that a leap day ends its year (Howard Hinnant,
/// "chrono-compatible low-level date algorithms").
struct CivilDate: Hashable {
  let year: Int
  let month: Int
  let day: Int
  let hour: Int
  let minute: Int

  /// The date of a moment, or nil outside of the years 1 to 9999.
  init?(secondsSince1970 seconds: Double) {
    guard seconds.isFinite, seconds > -6.2e10, seconds < 2.534e11 else { return nil }
    let whole = Int(seconds.rounded(.down))
    let secondsOfDay = ((whole % 86_400) + 86_400) % 86_400
    let days = (whole - secondsOfDay) / 86_400 + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    hour = secondsOfDay / 3600
    minute = secondsOfDay % 3600 / 60
  }
}
