internal import Foundation

/// Ticks where hours, days, months and years begin. Values are seconds since 1970 in UTC.
struct TimeTicks: Sendable, Hashable {
  /// The distance between two ticks, in the unit in which it is even.
  enum Step: Sendable, Hashable {
    case seconds(Double)
    case days(Int)
    /// From Monday to Monday.
    case weeks(Int)
    case months(Int)
    case years(Int)

    /// How long it takes, on average.
    var seconds: Double {
      switch self {
      case .seconds(let seconds): seconds
      case .days(let days): 86_400 * Double(days)
      case .weeks(let weeks): 604_800 * Double(weeks)
      case .months(let months): 2_629_746 * Double(months)
      case .years(let years): 31_556_952 * Double(years)
      }
    }
  }

  /// What clocks show beyond UTC, in seconds.
  var offset: Double
  var step: Step

  /// The step whose count of ticks comes nearest to the wanted one; finer ones until two ticks are inside.
  init(domain: ClosedRange<Double>, wanted: Int, offset: Double) {
    self.offset = offset
    let ideal = (domain.upperBound - domain.lowerBound) / Double(max(wanted, 2))
    func distance(_ step: Step) -> Double { abs(log(step.seconds / max(ideal, 1e-9))) }
    let nearest = Self.steps.indices.min { distance(Self.steps[$0]) < distance(Self.steps[$1]) } ?? 0
    step = Self.steps[nearest]
    for index in (0...nearest).reversed() {
      step = Self.steps[index]
      if values(in: domain).count >= 2 { return }
    }
  }

  private static let steps: [Step] = {
    let fractions = [1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1].flatMap { unit in [1, 2, 5].map { Step.seconds($0 * unit) } }
    let clock: [Double] = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200]
    let calendar: [Step] = [.days(1), .days(2), .weeks(1), .weeks(2), .months(1), .months(2), .months(3), .months(6)]
    let years = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000].flatMap { unit in
      [1, 2, 5].map { Step.years($0 * unit) }
    }
    return fractions + clock.map { Step.seconds($0) } + calendar + years
  }()

  /// The ticks inside the domain, at most a thousand.
  func values(in domain: ClosedRange<Double>) -> [Double] {
    let (low, high) = (domain.lowerBound + offset, domain.upperBound + offset)
    guard abs(low) <= CivilTime.limit, abs(high) <= CivilTime.limit else { return [] }
    let first = index(at: low)
    let last = index(at: high)
    guard last >= first, last - first <= 1000 else { return [] }
    // The index of the start may lie before the domain, and rounding may put an end on either side.
    let slack = step.seconds * 1e-6
    let all = (first...last + 1).compactMap(time).filter { $0 >= low - slack && $0 <= high + slack }
    let values = all.map { $0 - offset }
    return zip(values, values.dropFirst()).allSatisfy { $0 < $1 } ? values : []
  }

  /// The domain extended to where steps begin.
  func nice(_ domain: ClosedRange<Double>) -> ClosedRange<Double> {
    func start(_ number: Int) -> Double? { time(number).map { $0 - offset } }
    let (low, high) = (domain.lowerBound + offset, domain.upperBound + offset)
    guard abs(low) <= CivilTime.limit, abs(high) <= CivilTime.limit else { return domain }
    let first = (0...2).lazy.compactMap { start(index(at: low) - $0) }.first { $0 <= domain.lowerBound }
    let last = (0...2).lazy.compactMap { start(index(at: high) + $0) }.first { $0 >= domain.upperBound }
    guard let first, let last, first < last else { return domain }
    return first...last
  }

  /// The number of the step that a time is in.
  private func index(at seconds: Double) -> Int {
    func divided(_ value: Int, _ unit: Int) -> Int { Int((Double(value) / Double(unit)).rounded(.down)) }
    let time = CivilTime(seconds: seconds)
    return switch step {
    case .seconds(let size): Int((seconds / size + 1e-9).rounded(.down))
    // Odd days begin anew each month.
    case .days: time.dayNumber
    case .weeks(let weeks): divided(time.dayNumber - 4, 7 * weeks)
    case .months(let months): divided(time.monthNumber, months)
    case .years(let years): divided(time.year, years)
    }
  }

  /// Where the step of that number begins; `nil` for days that are left out.
  private func time(_ index: Int) -> Double? {
    switch step {
    case .seconds(let size):
      // Dividing by the whole number of parts keeps decimals clean.
      return size < 1 ? Double(index) / (1 / size).rounded() : Double(index) * size
    case .days(let days):
      let day = CivilTime(day: index)
      return days == 1 || Self.isTickOfTwoDays(day) ? day.seconds : nil
    case .weeks(let weeks): return Double(index * 7 * weeks + 4) * 86_400
    case .months(let months): return CivilTime.month(index * months).seconds
    case .years(let years): return CivilTime(year: index * years).seconds
    }
  }

  /// Odd days, but none right before the first of the next month.
  private static func isTickOfTwoDays(_ time: CivilTime) -> Bool {
    time.day % 2 == 1 && time.day != 31 && !(time.day == 29 && time.month == 2)
  }
}
