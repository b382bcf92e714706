/// What a reader passed over: the first twenty findings, and how many more there were.
struct ReadingNotes {
  private var first: [String] = []
  private var further = 0

  mutating func add(_ note: String) {
    if first.count < 20 { first.append(note) } else { further += 1 }
  }

  /// The findings as sentences without a full stop.
  var texts: [String] { further == 0 ? first : first + ["\(further) more were passed over"] }
}
