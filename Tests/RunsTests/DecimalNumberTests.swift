import Testing

@testable import Runs

@Suite struct DecimalNumberTests {
  private func value(_ text: String) -> Double? { Array(text.utf8).withUnsafeBytes { DecimalNumber.value(of: $0) } }

  @Test func everyPrintedNumberComesBack() {
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<20_000 {
      for number in [
        Double(bitPattern: generator.next()), Double.random(in: 0...10, using: &generator),
        Double.random(in: -1e-3...1e-3, using: &generator), Double(Int.random(in: -99_999...99_999, using: &generator)),
      ] where number.isFinite {
        #expect(value("\(number)")?.bitPattern == number.bitPattern, "\(number)")
      }
    }
  }

  /// Digits and exponents at random, many of them near ties, against Swift's own reading.
  @Test func randomDigitsReadAsSwiftReadsThem() {
    var generator = SeededGenerator(seed: 10)
    for _ in 0..<40_000 {
      let digits = (0..<Int.random(in: 1...21, using: &generator)).map { _ in
        String(Int.random(in: 0...9, using: &generator))
      }
      var text = digits.joined()
      if Bool.random(using: &generator) {
        text.insert(".", at: text.index(text.startIndex, offsetBy: Int.random(in: 0..<text.count, using: &generator)))
      }
      if Bool.random(using: &generator) { text += "e\(Int.random(in: -40...40, using: &generator))" }
      let wanted = text.hasPrefix(".") ? Double("0" + text) : Double(text)
      #expect(value(text) == wanted, "\(text)")
    }
  }

  @Test(arguments: ["", "-", ".", "e5", "1e", "1e+", "0x10", "1_000", " 1", "nan", "1e999", "--1", "1.2.3", "1-2"])
  func otherTextIsNoNumber(text: String) { #expect(value(text) == nil) }

  @Test func zeros() {
    #expect(value("-0.0")?.sign == .minus)
    #expect(value("0e999") == 0)
    #expect(value("00000000000000000000000001.5") == 1.5)
    #expect(value("9007199254740993") == 9_007_199_254_740_992)
  }
}
