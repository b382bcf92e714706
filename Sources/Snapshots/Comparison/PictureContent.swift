package import Foundation
package import Plot

/// A picture with the stack that drew it: exact to the eye on the same stack.
package struct PictureContent: SnapshotContent {
  package let bytes: [UInt8]
  package let image: PixelImage
  private let stack: RenderingStack
  private let isStrict: Bool

  /// - Parameters:
  ///   - scale: Pixels a point.
  ///   - isStrict: Whether pictures must be equal on another stack too.
  /// - Throws: ``ReferenceProblem/blank`` for a picture of one colour; what drawing it throws.
  package init(_ drawing: Drawing, scale: Double, isStrict: Bool) throws {
    stack = RenderingStack(of: drawing)
    self.isStrict = isStrict
    bytes = try PNGFile(drawing.png(scale: scale)).adding(RenderingStack.keyword, stack.text)
    image = try PixelImage(png: bytes)
    guard !image.isBlank else { throw ReferenceProblem.blank }
  }

  package func compare(with reference: URL) -> SnapshotVerdict {
    let (file, expected): (PNGFile, PixelImage)
    do {
      file = try ReferenceFile.png(of: reference)
      guard file.bytes != bytes else { return .same }
      // Before the pixels, for which a forged size could want all the memory.
      guard (file.width, file.height) == (image.width, image.height) else {
        throw ReferenceProblem.size(
          width: file.width, height: file.height, actualWidth: image.width, actualHeight: image.height)
      }
      expected = try PixelImage(png: file.bytes)
      guard !expected.isBlank else { throw ReferenceProblem.blank }
    } catch let problem as ReferenceProblem {
      return .unusable(problem)
    } catch {
      return .unusable(.damaged("\(error)"))
    }
    guard let comparison = PixelComparison(expected, image), !comparison.isSame else { return .same }
    return verdict(comparison, file, expected)
  }

  private func verdict(_ comparison: PixelComparison, _ file: PNGFile, _ expected: PixelImage) -> SnapshotVerdict {
    var attachments = [SnapshotAttachment("reference.png", file.bytes), SnapshotAttachment("actual.png", bytes)]
    if let picture = DifferencePicture.png(reference: expected, actual: image) {
      attachments.append(SnapshotAttachment("difference.png", picture))
    }
    guard let other = RenderingStack(file), other != stack else {
      return .different(comparison.summary, attachments)
    }
    let summary = comparison.summary + "\n    The reference was drawn with \(other.difference(here: stack))"
    return isStrict ? .different(summary, attachments) : .tolerated(summary, attachments)
  }
}
