/// FNV-1a over 64 bits (G. Fowler, L. Noll and K.-P. Vo): the same for the same values on every machine.
struct Fingerprint {
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func mix(_ value: UInt64) { hash = (hash ^ value) &* 0x100_0000_01b3 }
  mutating func mix(_ value: Double) { mix(value.bitPattern) }
  mutating func mix(_ string: String) { string.utf8.forEach { mix(UInt64($0)) } }

  /// Sixteen hexadecimal digits.
  var digits: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
