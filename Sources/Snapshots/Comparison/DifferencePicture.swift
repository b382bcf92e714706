internal import Plot

/// Reference, actual picture and their difference side by side, with the worst spot enlarged below.
package enum DifferencePicture {
  /// The picture as PNG; `nil` when libpng cannot write it.
  ///
  /// Pictures of different sizes stand side by side without their difference.
  package static func png(reference: PixelImage, actual: PixelImage) -> [UInt8]? {
    var difference = PixelImage(width: reference.width, height: reference.height)
    let comparison = difference.pixels.withUnsafeMutableBufferPointer {
      PixelComparison(reference, actual, drawingInto: $0.baseAddress)
    }
    var panels = [Panel("Reference", reference), Panel("Actual", actual)]
    guard let comparison, !comparison.isSame else { return compose([panels]).png() }
    panels.append(Panel("Difference", difference))
    let (x, y) = comparison.worstPlace
    let details = panels.map {
      Panel(
        "\($0.title) at (\(x), \(y))",
        $0.image.enlarged(aroundX: x, y: y, side: detailSide, factor: detailFactor, outside: frame))
    }
    return compose([panels, details]).png()
  }

  private struct Panel {
    let title: String
    let image: PixelImage

    init(_ title: String, _ image: PixelImage) { (self.title, self.image) = (title, image) }
  }

  /// How many pixels of the worst spot are shown, and how large each of them.
  private static let (detailSide, detailFactor) = (40, 8)
  private static let (gap, titleHeight) = (16, 28)
  private static let frame: UInt32 = 0xFFB0_B6BE

  private static func compose(_ rows: [[Panel]]) -> PixelImage {
    let widths = rows.map { $0.map(\.image.width).reduce(gap) { $0 + $1 + gap } }
    let heights = rows.map { titleHeight + ($0.map(\.image.height).max() ?? 0) + gap }
    var page = PixelImage(width: widths.max() ?? 1, height: heights.reduce(0, +), filledWith: frame)
    var y = 0
    for (row, height) in zip(rows, heights) {
      var x = gap
      for panel in row {
        if let title = title(panel.title, width: panel.image.width) { page.paste(title, x: x, y: y) }
        page.paste(panel.image, x: x, y: y + titleHeight)
        x += panel.image.width + gap
      }
      y += height
    }
    return page
  }

  /// A strip with a line of text; `nil` where there are no fonts.
  private static func title(_ text: String, width: Int) -> PixelImage? {
    var theme = Theme.light
    theme.paper = Color(frame & 0xFF_FFFF)
    var canvas = PageCanvas(width: Double(width), height: Double(titleHeight), theme: theme)
    guard (try? canvas.write(text, x: 0, baseline: 19, style: .init(size: 13, isBold: true))) != nil,
      let png = try? canvas.drawing(title: "", description: "").png(scale: 1)
    else { return nil }
    return try? PixelImage(png: png)
  }
}
