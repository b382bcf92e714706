internal import Foundation

/// The pictures of a form for the page: PNG files, and where they differ most.
struct ReviewPictures {
  /// A picture with its size in pixels.
  struct Picture {
    let title: String
    let png: [UInt8]
    let width: Int
    let height: Int
    /// The worst spot, each pixel of it as one pixel.
    var detail: [UInt8]?
  }

  /// Reference, actual picture and difference, as far as there are any.
  private(set) var pictures: [Picture] = []
  /// How they differ; `nil` when they cannot be compared.
  private(set) var comparison: PixelComparison?
  /// Why a picture is not shown, in sentences.
  private(set) var problems: [String] = []

  /// The side of the enlarged spot, in pixels.
  static let detailSide = 40
  /// Larger pictures are not shown, in pixels.
  private static let largest = 40_000_000.0

  init(_ form: UnacceptedSnapshot.Form) {
    let reference = load(form.reference, "Reference")
    let actual = load(form.actual, "Actual")
    guard let reference, let actual else { return }
    var difference = PixelImage(width: reference.width, height: reference.height)
    comparison = difference.pixels.withUnsafeMutableBufferPointer {
      PixelComparison(reference, actual, drawingInto: $0.baseAddress)
    }
    guard let comparison, !comparison.isSame, let png = difference.png() else { return }
    pictures.append(Picture(title: "Difference", png: png, width: difference.width, height: difference.height))
    let (x, y) = comparison.worstPlace
    for (place, image) in [reference, actual, difference].enumerated() {
      pictures[place].detail =
        image.enlarged(aroundX: x, y: y, side: Self.detailSide, factor: 1, outside: 0xFFB0_B6BE).png()
    }
  }

  private mutating func load(_ file: URL, _ title: String) -> PixelImage? {
    do {
      let png = try ReferenceFile.png(of: file)
      guard Double(png.width) * Double(png.height) <= Self.largest else {
        problems.append("\(file.lastPathComponent) has \(png.width) × \(png.height) pixels, too many for this page.")
        return nil
      }
      let image = try PixelImage(png: png.bytes)
      pictures.append(Picture(title: title, png: png.bytes, width: image.width, height: image.height))
      return image
    } catch .missing {
      return nil
    } catch {
      problems.append("\(file.lastPathComponent) \(error.description).")
      return nil
    }
  }
}
