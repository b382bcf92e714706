/// Names as Keras gives them: `lstm`, `lstm_1`, `dense`; no name is given twice.
struct LayerNames {
  private var counts: [String: Int] = [:]
  private var used: Set<String> = []

  mutating func name(for layer: any Layer) -> String { unused(layer.name ?? LayerNames.snakeCase(layer.kind)) }

  /// Keeps a name from being given; false when it was given before.
  mutating func take(_ name: String) -> Bool { used.insert(name).inserted }

  /// The name itself, or with the first number that makes it new.
  mutating func unused(_ base: String) -> String {
    while true {
      let number = counts[base, default: 0]
      counts[base] = number + 1
      let name = number == 0 ? base : "\(base)_\(number)"
      if used.insert(name).inserted { return name }
    }
  }

  /// `TimeDistributed` → `time_distributed`, `SimpleRNN` → `simple_rnn`, `LSTMCell` → `lstm_cell`.
  static func snakeCase(_ kind: String) -> String {
    let letters = Array(kind)
    var text = ""
    for (index, letter) in letters.enumerated() {
      let next = index + 1 < letters.count ? letters[index + 1] : nil
      let startsWord = letter.isUppercase && (letters[max(index - 1, 0)].isLowercase || next?.isLowercase == true)
      if index > 0, startsWord { text += "_" }
      text += letter.lowercased()
    }
    return text
  }
}
