import CPNG
import CPNGEncoder
import Foundation
import Testing

@testable import Plot

/// Pictures that are encoded and read back by libpng.
@Suite struct PNGEncoderTests {
  struct Picture: Equatable {
    var width: Int
    var height: Int
    /// 0x00RRGGBB, row by row.
    var pixels: [UInt32]
  }

  private func encode(_ picture: Picture) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var pixels = picture.pixels
    let failure = withUnsafeMutablePointer(to: &bytes) { bytes in
      lossline_png_encode(
        &pixels, UInt32(picture.width), UInt32(picture.height), picture.width, 5669, "title", "description",
        { context, next, count in
          context?.assumingMemoryBound(to: [UInt8].self).pointee.append(
            contentsOf: UnsafeBufferPointer(start: next, count: count))
          return 1
        }, bytes)
    }
    #expect(failure == nil)
    return bytes
  }

  private func decode(_ bytes: [UInt8]) throws -> Picture {
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    try #require(png_image_begin_read_from_memory(&image, bytes, bytes.count) != 0)
    image.format = 2  // PNG_FORMAT_RGB
    let (width, height) = (Int(image.width), Int(image.height))
    var samples = [UInt8](repeating: 0, count: width * height * 3)
    try #require(png_image_finish_read(&image, nil, &samples, 0, nil) != 0)
    let pixels = stride(from: 0, to: samples.count, by: 3).map { at -> UInt32 in
      samples[at..<at + 3].reduce(0) { $0 << 8 | UInt32($1) }
    }
    return Picture(width: width, height: height, pixels: pixels)
  }

  enum Pattern: CaseIterable { case noise, fewColours, repeatingRows, runs, blend }

  private func picture(_ pattern: Pattern, width: Int, height: Int, _ random: inout SplitMix) -> Picture {
    var pixels: [UInt32] = []
    for place in 0..<width * height {
      let value = UInt32(random.unit() * 0x100_0000)
      let pixel: UInt32 =
        switch pattern {
        case .noise: value
        case .fewColours: (value & 3) * 0x30_5070
        case .repeatingRows: place >= width && value % 60 != 0 ? pixels[place - width] : value
        case .runs: place > 0 && value % 20 != 0 ? pixels[place - 1] : value
        case .blend: (value & 255) * 0x01_0101
        }
      pixels.append(pixel)
    }
    return Picture(width: width, height: height, pixels: pixels)
  }

  @Test(arguments: Pattern.allCases) func libpngReadsBackWhatIsWritten(_ pattern: Pattern) throws {
    var random = SplitMix(state: 11)
    let sizes = [(1, 1), (1, 300), (300, 1), (2, 2), (3, 5), (257, 90), (11_000, 3), (640, 211)]
    for (width, height) in sizes {
      let picture = picture(pattern, width: width, height: height, &random)
      let bytes = try encode(picture)
      #expect(try decode(bytes) == picture, "\(width) × \(height)")
      #expect(bytes.count < 3 * width * height * 51 / 50 + 1500)
    }
  }

  @Test func plainPicturesAreSmall() throws {
    let white = Picture(width: 1400, height: 1000, pixels: Array(repeating: 0xffffff, count: 1_400_000))
    #expect(try encode(white).count < 4000)
    var rows = white
    for place in rows.pixels.indices where place % 1400 % 7 == 0 { rows.pixels[place] = UInt32(place % 1400 * 997) }
    let bytes = try encode(rows)
    #expect(bytes.count < 60_000, "rows that repeat cost little")
    #expect(try decode(bytes) == rows)
  }

  /// Counts that a plain Huffman code would give more than 15 bits.
  @Test func lopsidedCountsStayWithinTheLimitOfLengths() throws {
    var pixels: [UInt32] = []
    var (count, next) = (1, 1)
    for colour in 0..<24 where pixels.count < 30_000 {
      pixels += Array(repeating: UInt32(colour), count: count)
      (count, next) = (next, count + next)
    }
    var random = SplitMix(state: 5)
    pixels.shuffle(using: &random)
    let picture = Picture(width: pixels.count, height: 1, pixels: pixels)
    #expect(try decode(encode(picture)) == picture)
  }
}

extension SplitMix: RandomNumberGenerator {
  mutating func next() -> UInt64 { UInt64(unit() * 0x1p32) << 32 | UInt64(unit() * 0x1p32) }
}
