/// Counted things in messages: `1 input`, `2 inputs`.
enum Plural {
  static func text(_ count: Int, _ noun: String) -> String { count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }
}
