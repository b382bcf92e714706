internal import CPixelComparison

/// How two pictures of one size differ to the eye.
///
/// Two pixels differ visibly when their HyAB distance in OKLab, |ΔL| + √(Δa² + Δb²), is above 0.02 and a channel differs by
/// more than one of its 256 steps (S. Abasi, M. Tehran and M. Fairchild, 2020, “Distance metrics for very large color
/// differences”; B. Ottosson, 2020). No pixel may differ: of 14 real regressions of a chart every rule that spares some
/// pixels missed at least five.
package struct PixelComparison: Sendable {
  /// The largest distance that counts as equal; black and white are 1 apart.
  package static let tolerance: Float = 0.02
  /// The most steps of a channel that count as equal.
  package static let steps = 1

  /// Pixels that differ visibly.
  package let count: Int
  /// The largest distance between two pixels at one place; 0 when none differs visibly.
  package let worst: Float
  /// Where it is, in pixels from the upper left.
  package let worstPlace: (x: Int, y: Int)
  /// The columns and rows between which all differing pixels lie.
  package let columns: ClosedRange<Int>
  package let rows: ClosedRange<Int>
  private let total: Int

  /// - Parameter picture: Gets the first picture in pale gray with the differing pixels in red.
  /// - Returns: `nil` for pictures of different sizes.
  package init?(_ first: PixelImage, _ second: PixelImage, drawingInto picture: UnsafeMutablePointer<UInt32>? = nil) {
    guard first.width == second.width, first.height == second.height else { return nil }
    let found = lossline_compare_pixels(
      first.pixels, second.pixels, first.width, first.height, Self.tolerance, Int32(Self.steps), picture)
    count = found.count
    worst = found.worst
    worstPlace = (found.worst_x, found.worst_y)
    columns = found.left...found.right
    rows = found.top...found.bottom
    total = first.width * first.height
  }

  /// Whether no pixel differs visibly.
  package var isSame: Bool { count == 0 }

  /// How much differs and where, in a sentence.
  package var summary: String {
    guard !isSame else { return "no pixel differs" }
    let amount = count == 1 ? "1 pixel of \(total) differs" : "\(count) pixels of \(total) differ"
    let digits = (Double(worst) * 1000).rounded() / 1000
    return "\(amount), the worst by \(digits) (of 1) at (\(worstPlace.x), \(worstPlace.y)); "
      + "all lie within x \(columns.lowerBound)…\(columns.upperBound), y \(rows.lowerBound)…\(rows.upperBound)"
  }
}
