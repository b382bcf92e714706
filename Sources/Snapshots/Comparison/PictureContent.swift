package import Foundation
package import Plot

/// A picture with the stack that drew it: exact to the eye on the same stack.
package struct PictureContent: SnapshotContent {
  package let bytes: [UInt8]
  private let file: PNGFile
  private let stack: RenderingStack
  private let isStrict: Bool

  /// - Parameters:
  ///   - scale: Pixels a point.
  ///   - isStrict: Whether pictures must be equal on another stack too.
  /// - Throws: ``ReferenceProblem/blank`` for a picture of one colour; what drawing it throws.
  package init(_ drawing: Drawing, scale: Double, isStrict: Bool) throws {
    stack = RenderingStack(of: drawing)
    self.isStrict = isStrict
    file = try PNGFile(drawing.png(scale: scale))
    // The encoder gives pictures of at most 256 colours a palette of just these; so no pixel needs to be looked at.
    guard file.paletteCount != 1 else { throw ReferenceProblem.blank }
    bytes = file.adding(RenderingStack.keyword, stack.text)
  }

  package func compare(with reference: URL) -> SnapshotVerdict {
    do {
      let expected = try ReferenceFile.png(of: reference)
      guard expected.bytes != bytes else { return .same }
      // Before the pixels, for which a forged size could want all the memory.
      guard (expected.width, expected.height) == (file.width, file.height) else {
        throw ReferenceProblem.size(
          width: expected.width, height: expected.height, actualWidth: file.width, actualHeight: file.height)
      }
      let (reference, actual) = (try PixelImage(png: expected.bytes), try PixelImage(png: bytes))
      guard !reference.isBlank else { throw ReferenceProblem.blank }
      guard let comparison = PixelComparison(reference, actual), !comparison.isSame else { return .same }
      return verdict(comparison, expected, difference: DifferencePicture.png(reference: reference, actual: actual))
    } catch let problem as ReferenceProblem {
      return .unusable(problem)
    } catch {
      return .unusable(.damaged("\(error)"))
    }
  }

  private func verdict(
    _ comparison: PixelComparison, _ expected: PNGFile, difference: [UInt8]?
  ) -> SnapshotVerdict {
    let attachments =
      [
        SnapshotAttachment("reference.png", expected.bytes), SnapshotAttachment("actual.png", bytes),
      ] + (difference.map { [SnapshotAttachment("difference.png", $0)] } ?? [])
    guard let other = RenderingStack(expected), other != stack else {
      return .different(comparison.summary, attachments)
    }
    let summary = comparison.summary + "\n    The reference was drawn with \(other.difference(here: stack))"
    return isStrict ? .different(summary, attachments) : .tolerated(summary, attachments)
  }
}
