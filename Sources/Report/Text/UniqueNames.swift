/// Names of which no two are equal: one that was given out before gets the first number that makes it new.
struct UniqueNames {
  private var taken: Set<String> = []
  private var counts: [String: Int] = [:]

  /// A name that was not given out before: the one that is wanted, or that with a number from 2 on.
  ///
  /// - Parameters:
  ///   - key: What must differ; names that differ in their case only can be one file.
  ///   - numbered: The name with a number.
  mutating func unique(
    _ name: String, key: (String) -> String = { $0 },
    numbered: (_ name: String, _ number: Int) -> String = { "\($0) (\($1))" }
  ) -> String {
    while true {
      let number = counts[key(name), default: 0] + 1
      counts[key(name)] = number
      let candidate = number == 1 ? name : numbered(name, number)
      if taken.insert(key(candidate)).inserted { return candidate }
    }
  }
}
