internal import Foundation

/// A date and time of the proleptic Gregorian calendar without a time zone, computed without tables or locale
/// (H. Hinnant, 2013, “chrono-Compatible Low-Level Date Algorithms”).
package struct CivilTime: Sendable, Hashable {
  /// Astronomical: 0 is 1 BC.
  package var year: Int
  /// From 1 to 12.
  package var month: Int
  /// From 1 to 31.
  package var day: Int
  /// Seconds since midnight, from 0 up to but not including 86,400.
  package var secondOfDay: Double

  /// Seconds on either side of 1970 that the calendar is used for: about 30 million years.
  static let limit = 1e15

  /// At a number of seconds since the start of 1970; numbers beyond ``limit`` are cut.
  package init(seconds: Double) {
    let seconds = min(max(seconds.isNaN ? 0 : seconds, -Self.limit), Self.limit)
    let days = (seconds / 86_400).rounded(.down)
    self.init(day: Int(days))
    secondOfDay = min(max(seconds - days * 86_400, 0), 86_400.0.nextDown)
  }

  /// Midnight of a day, counted from the first of January 1970.
  init(day number: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    secondOfDay = 0
  }

  /// Midnight of a date.
  init(year: Int, month: Int = 1, day: Int = 1) {
    (self.year, self.month, self.day, secondOfDay) = (year, month, day, 0)
  }

  /// Days since the first of January 1970.
  var dayNumber: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Seconds since the start of 1970.
  var seconds: Double { Double(dayNumber) * 86_400 + secondOfDay }

  /// Months since the year 0.
  var monthNumber: Int { year * 12 + month - 1 }

  /// Hour, minute and second of the day.
  var hour: Int { Int(secondOfDay) / 3600 }
  var minute: Int { Int(secondOfDay) / 60 % 60 }
  var second: Int { Int(secondOfDay) % 60 }

  /// The first of a month, counted from the year 0.
  static func month(_ number: Int) -> CivilTime {
    let year = (number >= 0 ? number : number - 11) / 12
    return CivilTime(year: year, month: number - year * 12 + 1)
  }
}
