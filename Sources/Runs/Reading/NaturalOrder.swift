/// The order in which a person sorts names: digits count by their value, so `run-9` comes before `run-10`.
enum NaturalOrder {
  static func precedes(_ left: String, _ right: String) -> Bool {
    var left = Substring(left)[...]
    var right = Substring(right)[...]
    while let first = left.first, let second = right.first {
      if first.isASCIIDigit, second.isASCIIDigit {
        let leftNumber = takeNumber(&left)
        let rightNumber = takeNumber(&right)
        if leftNumber.count != rightNumber.count { return leftNumber.count < rightNumber.count }
        if leftNumber != rightNumber { return leftNumber < rightNumber }
      } else {
        if first != second { return first < second }
        left.removeFirst()
        right.removeFirst()
      }
    }
    return left.isEmpty && !right.isEmpty
  }

  /// Takes the digits at the start, without leading zeros: of two such numbers the longer one is larger.
  private static func takeNumber(_ text: inout Substring) -> Substring {
    let digits = text.prefix { $0.isASCIIDigit }
    text = text[digits.endIndex...]
    return digits.drop { $0 == "0" }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { "0" <= self && self <= "9" && isASCII }
}
