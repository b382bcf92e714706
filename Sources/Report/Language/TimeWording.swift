/// Moments and durations.
protocol TimeWording: Sendable {
  /// A moment in UTC: "22 Nov 2026, 02:21 UTC".
  func moment(_ date: CivilDate) -> String
  /// A duration in parts that are whole but for seconds, the larger first: "4 min 12 s".
  func duration(_ parts: [TimeText.Part]) -> String
}

extension EnglishWording {
  func moment(_ date: CivilDate) -> String {
    "\(date.day) \(Self.months[date.month - 1]) \(date.year), \(date.clock) UTC"
  }

  func duration(_ parts: [TimeText.Part]) -> String {
    parts.map { "\($0.number) \($0.unit.rawValue)" }.joined(separator: " ")
  }

  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}

extension KoreanWording {
  func moment(_ date: CivilDate) -> String { "\(date.year)년 \(date.month)월 \(date.day)일 \(date.clock) UTC" }

  func duration(_ parts: [TimeText.Part]) -> String {
    parts.map { $0.number + (Self.units[$0.unit] ?? "") }.joined(separator: " ")
  }

  private static let units: [TimeText.Unit: String] = [
    .milliseconds: "밀리초", .seconds: "초", .minutes: "분", .hours: "시간", .days: "일",
  ]
}
