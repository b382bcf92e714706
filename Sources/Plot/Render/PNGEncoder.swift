internal import CCairo
internal import CPNGEncoder

/// Draws a scene into pixels and encodes them as PNG: RGB or palette, no filter, resolution and texts, no time.
enum PNGEncoder {
  /// - Parameter scale: Pixels a point.
  static func encode(_ scene: Scene, scale: Double) throws -> [UInt8] {
    try withPixels(of: scene, scale: scale) { try encode($0, scale: scale, scene: scene) }
  }

  /// What cairo drew, for the time of a call: 0x00RRGGBB, `stride` of them a row.
  struct Pixels {
    let start: UnsafeMutablePointer<UInt32>
    let width: Int
    let height: Int
    let stride: Int
  }

  /// Draws the scene and lends its pixels, which the closure may change.
  static func withPixels<Result>(of scene: Scene, scale: Double, _ body: (Pixels) throws -> Result) throws -> Result {
    let (width, height) = try pixelSize(scene, scale: scale)
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height) else { throw outOfMemory }
    defer { cairo_surface_destroy(surface) }
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let context = cairo_create(surface) else {
      throw outOfMemory
    }
    defer { cairo_destroy(context) }
    cairo_set_antialias(context, CAIRO_ANTIALIAS_GRAY)
    cairo_scale(context, scale, scale)
    try CairoPainter(context: context, theme: scene.theme, textMode: .outlines).draw(scene)
    guard cairo_status(context) == CAIRO_STATUS_SUCCESS else {
      throw PlotError(
        .drawingFailed,
        "Cairo could not draw the chart: \(String(cString: cairo_status_to_string(cairo_status(context)))).")
    }
    cairo_surface_flush(surface)
    guard let data = cairo_image_surface_get_data(surface) else { throw outOfMemory }
    let stride = Int(cairo_image_surface_get_stride(surface)) / 4
    return try data.withMemoryRebound(to: UInt32.self, capacity: stride * Int(height)) {
      try body(Pixels(start: $0, width: Int(width), height: Int(height), stride: stride))
    }
  }

  private static func pixelSize(_ scene: Scene, scale: Double) throws -> (Int32, Int32) {
    let (width, height) = ((scene.width * scale).rounded(), (scene.height * scale).rounded())
    let largest = 32_767.0  // The largest picture that cairo can hold.
    guard width >= 1, height >= 1, width <= largest, height <= largest, width * height <= 4e8 else {
      throw PlotError(
        .invalidGeometry,
        "A picture of \(scene.width) × \(scene.height) points at scale \(scale) cannot be drawn; "
          + "use a scale that gives 1 to \(Int(largest)) pixels a side and at most 400 million in all.")
    }
    return (Int32(width), Int32(height))
  }

  private static func encode(_ pixels: Pixels, scale: Double, scene: Scene) throws -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(64 * 1024)
    let pixelsPerMetre = UInt32((72 / 0.0254 * scale).rounded())
    let failure = withUnsafeMutablePointer(to: &bytes) { bytes in
      lossline_png_encode(
        pixels.start, UInt32(pixels.width), UInt32(pixels.height), pixels.stride, pixelsPerMetre, scene.title,
        scene.alternativeText,
        { context, next, count in
          guard let context, let next else { return 0 }
          context.assumingMemoryBound(to: [UInt8].self).pointee.append(
            contentsOf: UnsafeBufferPointer(start: next, count: count))
          return 1
        }, bytes)
    }
    if let failure { throw PlotError(.drawingFailed, "The PNG was not made: \(String(cString: failure)).") }
    return bytes
  }

  private static var outOfMemory: PlotError {
    PlotError(.drawingFailed, "There is not enough memory for the picture; use a smaller size or scale.")
  }
}
