/// Names of event files: `events.out.tfevents.<10-digit seconds>.<host>.<process>.<number>`.
///
/// Their order is the order in which the files were begun.
enum EventFileName {
  /// Numbers from here on are no seconds since 1970, and another could not be put after them.
  private static let latest = 1 << 40

  /// Whether a file of this name holds events, whoever wrote it.
  static func isEventFile(_ name: String) -> Bool {
    name.contains("tfevents") && !name.hasSuffix(".profile-empty")
  }

  /// The time in a name, in seconds since 1970; `nil` if the name has another form or tells no time of mankind.
  static func seconds(in name: String) -> Int? {
    let parts = name.split(separator: ".")
    guard let index = parts.firstIndex(where: { $0.hasSuffix("tfevents") }), index + 1 < parts.count else { return nil }
    return Int(parts[index + 1]).flatMap { (0..<latest).contains($0) ? $0 : nil }
  }

  /// A name that sorts after every name in `existing`.
  static func make(seconds: Int, host: String, process: Int, number: Int, after existing: [String]) -> String {
    let newest = existing.filter(isEventFile).compactMap { EventFileName.seconds(in: $0) }.max() ?? 0
    let digits = "\(max(seconds, newest + 1))"
    let padding = String(repeating: "0", count: max(0, 10 - digits.count))
    let safeHost = String(
      host.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") ? $0 : "-" }.prefix(64))
    return "events.out.tfevents.\(padding)\(digits).\(safeHost.isEmpty ? "host" : safeHost).\(process).\(number)"
  }
}
