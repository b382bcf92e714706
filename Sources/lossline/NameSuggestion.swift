/// Names to offer in place of one that does not exist.
enum NameSuggestion {
  /// A question or a list: `Did you mean config.cell?`, `Choose from loss, val_loss.`
  static func sentence(for name: String, among known: some Sequence<String>) -> String {
    let names = Set(known).sorted()
    let near = names.filter { distance(name, $0) <= 2 || $0.hasSuffix(".\(name)") }
    if !near.isEmpty { return "Did you mean \(near.prefix(3).joined(separator: ", "))?" }
    return "Choose from \(names.prefix(30).joined(separator: ", "))\(names.count > 30 ? ", …" : "")."
  }

  /// How many characters must be added, left out or changed (Levenshtein).
  private static func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right.prefix(200))
    var row = Array(0...right.count)
    for (index, character) in left.prefix(200).enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in right.indices {
        let replaced = diagonal + (right[column] == character ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}
