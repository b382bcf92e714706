internal import Foundation

/// Writes points in time, without locale or the machine's time zone.
enum DateLabel {
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// Labels of ticks: the finer unit, and the coarser one that it is in.
  static func twoLevels(_ values: [Double], step: TimeTicks.Step, offset: Double) -> [(label: String, period: String?)]
  {
    values.map { value in
      let time = rounded(value + offset, step)
      return (fine(time, step), context(time, step))
    }
  }

  /// Names of bands, no longer than all of them need: years where each is one, months, days, or else the full time.
  static func bands(_ values: [Double], offset: Double) -> [String] {
    let times = values.map { CivilTime(seconds: $0 + offset) }
    guard times.count > 1, times.allSatisfy({ $0.secondOfDay == 0 && $0.day == 1 }) else {
      return values.map { string($0, style: .automatic, offset: offset) }
    }
    let style = times.allSatisfy { $0.month == 1 } ? NumberFormat.DateStyle.year : .yearAndMonth
    return values.map { string($0, style: style, offset: offset) }
  }

  /// The same in one line: midnight shows the date instead of 00:00, January the year.
  static func oneLevel(_ values: [Double], step: TimeTicks.Step, offset: Double) -> [String] {
    var last: String?
    return values.map { value in
      let time = rounded(value + offset, step)
      let context = context(time, step)
      defer { last = context }
      guard let context, context != last else { return single(time, step) }
      if startsContext(time, step) { return context }
      switch step {
      case .seconds: return "\(context) \(fine(time, step))"
      case .days, .weeks: return date(time)
      case .months, .years: return "\(fine(time, step)) \(context)"
      }
    }
  }

  /// One point in time in a fixed style.
  static func string(_ value: Double, style: NumberFormat.DateStyle, offset: Double) -> String {
    guard value.isFinite else { return NumberLabel.short(value) }
    let time = CivilTime(seconds: value + offset)
    switch style {
    case .automatic:
      return time.secondOfDay == 0 ? date(time) : "\(date(time)) \(clock(time, decimals: time.second == 0 ? nil : 0))"
    case .isoDate: return isoDate(time)
    case .isoDateTime: return "\(isoDate(time)) \(clock(time, decimals: 0))"
    case .time: return clock(time, decimals: nil)
    case .monthAndDay: return "\(months[time.month - 1]) \(time.day)"
    case .yearAndMonth: return "\(months[time.month - 1]) \(year(time.year))"
    case .year: return year(time.year)
    }
  }

  // MARK: Parts

  /// Binary fractions a hair below a full second count as that second.
  private static func rounded(_ local: Double, _ step: TimeTicks.Step) -> CivilTime {
    guard case .seconds(let size) = step else { return CivilTime(seconds: local + 1e-3) }
    return CivilTime(seconds: local + min(size, 1) * 1e-2)
  }

  private static func fine(_ time: CivilTime, _ step: TimeTicks.Step) -> String {
    switch step {
    case .seconds(let size):
      clock(time, decimals: size < 1 ? decimals(size) : size < 60 ? 0 : nil)
    case .days, .weeks: String(time.day)
    case .months: months[time.month - 1]
    case .years: year(time.year)
    }
  }

  private static func single(_ time: CivilTime, _ step: TimeTicks.Step) -> String {
    switch step {
    case .days, .weeks: "\(months[time.month - 1]) \(time.day)"
    default: fine(time, step)
    }
  }

  private static func context(_ time: CivilTime, _ step: TimeTicks.Step) -> String? {
    switch step {
    case .seconds: date(time)
    case .days, .weeks: "\(months[time.month - 1]) \(year(time.year))"
    case .months: year(time.year)
    case .years: nil
    }
  }

  private static func startsContext(_ time: CivilTime, _ step: TimeTicks.Step) -> Bool {
    switch step {
    case .seconds(let size): time.secondOfDay < size / 2
    case .days, .weeks: time.day == 1
    case .months: time.month == 1
    case .years: false
    }
  }

  private static func decimals(_ size: Double) -> Int { max(1, Int(ceil(-log10(size) - 1e-9))) }

  private static func date(_ time: CivilTime) -> String { "\(months[time.month - 1]) \(time.day), \(year(time.year))" }

  private static func isoDate(_ time: CivilTime) -> String {
    let year = padded(abs(time.year), 4)
    return "\(time.year < 0 ? "−" : "")\(year)-\(padded(time.month, 2))-\(padded(time.day, 2))"
  }

  private static func year(_ number: Int) -> String { number > 0 ? String(number) : "\(1 - number) BC" }

  private static func clock(_ time: CivilTime, decimals: Int?) -> String {
    let minutes = "\(padded(time.hour, 2)):\(padded(time.minute, 2))"
    guard let decimals else { return minutes }
    let whole = "\(minutes):\(padded(time.second, 2))"
    guard decimals > 0 else { return whole }
    let unit = pow(10, Double(decimals))
    let part = Int(((time.secondOfDay - time.secondOfDay.rounded(.down)) * unit).rounded(.down))
    return "\(whole).\(padded(part, decimals))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
