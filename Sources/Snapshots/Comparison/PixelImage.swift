internal import CPNG
internal import CPixelComparison

/// A picture as pixels, eight bits a channel.
package struct PixelImage: Sendable, Hashable {
  /// Columns.
  package let width: Int
  /// Rows.
  package let height: Int
  /// 0xAARRGGBB, row by row.
  package internal(set) var pixels: [UInt32]

  /// A picture of one colour.
  package init(width: Int, height: Int, filledWith pixel: UInt32 = 0xFFFF_FFFF) {
    (self.width, self.height) = (width, height)
    pixels = Array(repeating: pixel, count: width * height)
  }

  /// Reads a PNG file of any kind; libpng turns palettes and grays into colours.
  ///
  /// - Throws: ``ReferenceProblem/damaged(_:)`` with libpng's reason, or ``ReferenceProblem/cut``.
  package init(png: [UInt8]) throws(ReferenceProblem) {
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    defer { png_image_free(&image) }
    guard png_image_begin_read_from_memory(&image, png, png.count) != 0 else { throw Self.problem(image) }
    image.format = Self.format
    (width, height) = (Int(image.width), Int(image.height))
    guard width * height <= Self.largest else {
      throw .damaged("it claims to have \(width) × \(height) pixels")
    }
    pixels = Array(repeating: 0, count: width * height)
    guard png_image_finish_read(&image, nil, &pixels, 0, nil) != 0 else { throw Self.problem(image) }
  }

  /// The picture as a PNG file; `nil` when libpng cannot write it.
  package func png() -> [UInt8]? {
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    (image.width, image.height, image.format) = (UInt32(width), UInt32(height), Self.format)
    defer { png_image_free(&image) }
    // As large as it can get, so that it is compressed only once: a byte a row, and zlib's frames.
    var size = width * height * 4 + height + width * height / 1000 + 4096
    var bytes = [UInt8](repeating: 0, count: size)
    guard png_image_write_to_memory(&image, &bytes, &size, 0, pixels, 0, nil) != 0 else { return nil }
    bytes.removeLast(bytes.count - size)
    return bytes
  }

  /// Whether all pixels are one colour, as when nothing was drawn.
  package var isBlank: Bool { lossline_pixels_are_uniform(pixels, pixels.count) != 0 }

  /// As many pixels as a chart can have.
  private static let largest = 400_000_000

  /// `PNG_FORMAT_BGRA`: 0xAARRGGBB in the memory of a little-endian machine.
  private static let format = UInt32(PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA | PNG_FORMAT_FLAG_BGR)

  private static func problem(_ image: png_image) -> ReferenceProblem {
    let reason = withUnsafeBytes(of: image.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    let isCut = ["Not enough image data", "truncated", "read beyond end of data"].contains { reason.contains($0) }
    return isCut ? .cut : .damaged(reason)
  }
}

extension PixelImage {
  /// A square part around a place, each pixel as a square of so many.
  func enlarged(aroundX x: Int, y: Int, side: Int, factor: Int, outside: UInt32) -> PixelImage {
    var part = PixelImage(width: side * factor, height: side * factor)
    lossline_enlarge_pixels(
      pixels, width, height, x - side / 2, y - side / 2, side, factor, outside, &part.pixels)
    return part
  }

  /// Copies a picture into this one; what lies outside is left away.
  mutating func paste(_ other: PixelImage, x: Int, y: Int) {
    let columns = min(other.width, width - x)
    guard columns > 0, x >= 0, y >= 0 else { return }
    for row in 0..<other.height where y + row < height {
      let (start, source) = ((y + row) * width + x, row * other.width)
      pixels.replaceSubrange(start..<start + columns, with: other.pixels[source..<source + columns])
    }
  }
}
