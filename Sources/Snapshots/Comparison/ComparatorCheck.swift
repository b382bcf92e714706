/// Whether the comparison can be trusted in this process: two known pictures must differ by the known amount.
///
/// A comparison that finds nothing looks like one that works. A build with unsound floating point, a wrong byte order or
/// a broken libpng is noticed here, before a test passes that should not.
package enum ComparatorCheck {
  /// What is wrong; `nil` when the comparison works. Found once a process.
  package static let problem: String? = check()

  /// Distances of `(first, second)`, computed with NumPy in double precision from the formulas in the literature.
  static let known: [(first: UInt32, second: UInt32, distance: Float)] = [
    (0xFFFF_FFFF, 0xFF00_0000, 1), (0xFF1F_2328, 0xFF59_636E, 0.251302), (0xFF00_72B2, 0xFFD5_5E00, 0.388050),
    (0xFFFF_FFFF, 0xFFF8_F8F8, 0.020871), (0xFF00_0000, 0xFF02_0202, 0.084673),
  ]
  /// Pairs that count as equal: below the tolerance, and a single step.
  static let equal: [(UInt32, UInt32)] = [(0xFFFF_FFFF, 0xFFF9_F9F9), (0xFF00_0000, 0xFF01_0101)]

  private static func check() -> String? {
    for (first, second, distance) in known {
      guard let found = compare(first, second), found.count == 1, found.worstPlace == (2, 1),
        abs(found.worst - distance) < 2e-5
      else { return message(first, second, "differ by \(distance) at (2, 1)") }
    }
    for (first, second) in equal {
      guard let found = compare(first, second), found.isSame else { return message(first, second, "be equal") }
    }
    return nil
  }

  /// Compares two pictures that differ in one pixel, both written as PNG and read back.
  private static func compare(_ first: UInt32, _ second: UInt32) -> PixelComparison? {
    let one = PixelImage(width: 4, height: 3, filledWith: first)
    var other = one
    other.pixels[1 * 4 + 2] = second
    guard let written = other.png(), let read = try? PixelImage(png: written), read == other else { return nil }
    return PixelComparison(one, read)
  }

  private static func message(_ first: UInt32, _ second: UInt32, _ expected: String) -> String {
    "Pictures cannot be compared in this process: a pixel of #\(hex(first)) and one of #\(hex(second)) should "
      + "\(expected), and do not. Look for compiler flags that make arithmetic inexact, and at the libpng that is linked."
  }

  private static func hex(_ pixel: UInt32) -> String {
    String(pixel | 0xFF00_0000, radix: 16).dropFirst(2).uppercased()
  }
}
