/// What is listed and not read, each kind and tag once, in the order in which they first occur.
struct MediaTable: Sendable {
  private struct Key: Hashable {
    var kind: String
    var tag: String
  }

  private(set) var entries: [LoggedMedia] = []
  private var positions: [Key: Int] = [:]

  /// Adds the steps of an entry to the one of its kind and tag.
  mutating func append(_ entry: LoggedMedia) {
    let key = Key(kind: entry.kind, tag: entry.tag)
    if let position = positions[key] {
      entries[position].steps += entry.steps
    } else {
      positions[key] = entries.count
      entries.append(entry)
    }
  }

  /// Adds the entries of another table.
  mutating func append(_ other: MediaTable) {
    for entry in other.entries { append(entry) }
  }
}
