internal import Plot

/// Moments and durations as a reader sees them: always in UTC, so that the page does not depend on where it is made.
enum TimeText {
  /// A unit of durations, by its English sign.
  enum Unit: String {
    case milliseconds = "ms"
    case seconds = "s"
    case minutes = "min"
    case hours = "h"
    case days = "d"
  }

  /// A number of units, as text.
  struct Part: Hashable {
    var number: String
    var unit: Unit
  }

  /// A moment such as "22 Nov 2026, 02:21 UTC".
  /// - Parameter seconds: seconds since 1970 in UTC.
  static func moment(_ seconds: Double, _ language: ReportLanguage = .english) -> String? {
    CivilDate(secondsSince1970: seconds).map(language.words.moment)
  }

  /// A duration such as "26 ms", "0.26 s", "12.3 s", "4 min 12 s", "2 h 05 min" or "3 d 4 h"; in Korean "4분 12초".
  static func duration(_ seconds: Double, _ language: ReportLanguage = .english) -> String? {
    guard seconds.isFinite, seconds >= 0, seconds < 1e11 else { return nil }
    return language.words.duration(parts(seconds))
  }

  private static func parts(_ seconds: Double) -> [Part] {
    if seconds < 0.0995 { return [Part(number: "\(Int((seconds * 1000).rounded()))", unit: .milliseconds)] }
    if seconds < 9.995 { return [Part(number: NumberText.fixed(seconds, decimals: 2), unit: .seconds)] }
    if seconds < 59.95 { return [Part(number: NumberText.fixed(seconds, decimals: 1), unit: .seconds)] }
    let whole = Int(seconds.rounded())
    if whole < 3600 { return [part(whole / 60, .minutes), Part(number: twoDigits(whole % 60), unit: .seconds)] }
    let minutes = Int((seconds / 60).rounded())
    if minutes < 24 * 60 { return [part(minutes / 60, .hours), Part(number: twoDigits(minutes % 60), unit: .minutes)] }
    let hours = Int((seconds / 3600).rounded())
    return [part(hours / 24, .days), part(hours % 24, .hours)]
  }

  private static func part(_ number: Int, _ unit: Unit) -> Part { Part(number: NumberText.grouped(number), unit: unit) }

  /// A number below 100 with two digits.
  static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

/// A date and time of day to the minute, in UTC.
struct CivilDate: Hashable {
  let year: Int
  let month: Int
  let day: Int
  let hour: Int
  let minute: Int

  /// The time of day: "02:21".
  var clock: String { "\(TimeText.twoDigits(hour)):\(TimeText.twoDigits(minute))" }

  /// The date of a moment, or nil outside of the years 1 to 9999.
  init?(secondsSince1970 seconds: Double) {
    guard seconds.isFinite, seconds > -6.2e10, seconds < 2.534e11 else { return nil }
    let time = CivilTime(seconds: seconds.rounded(.down))
    (year, month, day) = (time.year, time.month, time.day)
    let second = Int(time.secondOfDay)
    (hour, minute) = (second / 3600, second % 3600 / 60)
  }
}
