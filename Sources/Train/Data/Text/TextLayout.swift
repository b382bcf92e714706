/// Where the texts of each split and class lie: `…/split/class/name.txt`, as in aclImdb.
struct TextLayout {
  /// The folders of the splits: `train`, `test`.
  var splits: [String]
  /// The folders of the classes; the label of a text is the index of its class.
  var classes: [String]

  /// The place of one text.
  struct Place {
    var split: Int
    var label: Int
    /// `train/pos/0_9.txt`, whatever lies above.
    var path: String
  }

  /// The place of a file, or nil when it is not a text of one of the classes.
  func place(of components: [Substring]) -> Place? {
    guard components.count >= 3, let name = components.last, name.hasSuffix(".txt") else { return nil }
    let folders = components.suffix(3)
    guard let split = splits.firstIndex(where: { $0 == folders[folders.startIndex] }),
      let label = classes.firstIndex(where: { $0 == folders[folders.startIndex + 1] })
    else { return nil }
    return Place(split: split, label: label, path: folders.joined(separator: "/"))
  }
}
