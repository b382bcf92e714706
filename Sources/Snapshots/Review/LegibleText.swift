extension String {
  /// The text with everything that is invisible, moves a terminal's cursor or reorders its surroundings as a code:
  /// “⟨U+202E⟩”. What stands in references and records may come from anywhere.
  ///
  /// - Parameters:
  ///   - limit: The most characters that are shown.
  ///   - keepsLines: Whether line feeds stay; else they become spaces.
  package func legible(limit: Int = 2000, keepsLines: Bool = false) -> String {
    var result = String.UnicodeScalarView()
    var count = 0
    for scalar in unicodeScalars {
      guard count < limit else { return String(result) + "…" }
      count += 1
      switch scalar.properties.generalCategory {
      case _ where scalar == "\n" || scalar == "\t": result.append(keepsLines ? scalar : " ")
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result.append(
          contentsOf: "⟨U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)⟩".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The text as one argument of a command in a POSIX shell.
  package var shellArgument: String {
    let isPlain =
      !isEmpty
      && utf8.allSatisfy { byte in
        byte > 0x7F || Array("-_./=:,@%+".utf8).contains(byte) || Character(Unicode.Scalar(byte)).isLetter
          || Character(Unicode.Scalar(byte)).isNumber
      }
    return isPlain ? self : "'\(replacing("'", with: "'\\''"))'"
  }
}
