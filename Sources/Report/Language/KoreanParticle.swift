/// Korean particles, whose form depends on whether the word before them ends in a consonant.
enum KoreanParticle {
  /// A word as topic: 손실은, 정확도는, MSE는; both forms where nobody can tell how the word is read: "dice은(는)".
  static func topic(_ word: String) -> String { attached(to: word, "은", "는") }

  /// A word as subject: 손실이, 정확도가.
  static func subject(_ word: String) -> String { attached(to: word, "이", "가") }

  /// A word and another: 손실과, 정확도와.
  static func with(_ word: String) -> String { attached(to: word, "과", "와") }

  private static func attached(to word: String, _ afterConsonant: String, _ afterVowel: String) -> String {
    switch endsInConsonant(word) {
    case true?: word + afterConsonant
    case false?: word + afterVowel
    case nil: "\(word)\(afterConsonant)(\(afterVowel))"
    }
  }

  private static func endsInConsonant(_ word: String) -> Bool? {
    guard let last = word.unicodeScalars.last(where: { $0.properties.isAlphabetic || ("0"..."9").contains($0) }) else {
      return nil
    }
    switch last {
    // A syllable's number is (initial · 21 + vowel) · 28 + final.
    case "\u{AC00}"..."\u{D7A3}": return (last.value - 0xAC00) % 28 != 0
    // 영, 일, 삼, 육, 칠 and 팔 end in a consonant.
    case "0"..."9": return "013678".unicodeScalars.contains(last)
    // Abbreviations are spelt; 엘, 엠, 엔 and 알 end in a consonant.
    case "A"..."Z": return "LMNR".unicodeScalars.contains(last)
    default: return nil
    }
  }
}
