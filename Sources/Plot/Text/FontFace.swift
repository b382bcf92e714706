internal import CHarfBuzz

/// One opened font file. HarfBuzz reads shapes and outlines from it; FreeType only serves cairo's PDF embedding.
package final class FontFace: @unchecked Sendable {
  // Unchecked: the HarfBuzz objects are immutable once made and safe to read from several threads; the rest is locked.
  package let path: String
  let index: Int
  let unitsPerEm: Double
  let font: OpaquePointer
  private let blob: OpaquePointer
  /// Whether the font is made of pictures, as some emoji fonts are; it has nothing to draw.
  private let isBitmap: Bool
  private let outlines = Locked<[UInt32: Path]>([:])
  private let cairoFont = Locked<CairoFont?>(nil)

  /// - Returns: `nil` when the file cannot be read as a font.
  init?(path: String, index: Int) {
    guard let blob = hb_blob_create_from_file_or_fail(path) else { return nil }
    self.blob = blob
    let face = hb_face_create(blob, UInt32(index))
    defer { hb_face_destroy(face) }
    guard hb_face_get_glyph_count(face) > 0, let font = hb_font_create(face) else {
      hb_blob_destroy(blob)
      return nil
    }
    hb_font_make_immutable(font)
    self.path = path
    self.index = index
    self.font = font
    isBitmap = hb_ot_color_has_png(face) != 0
    unitsPerEm = Double(hb_face_get_upem(face))
  }

  deinit {
    hb_font_destroy(font)
    hb_blob_destroy(blob)
  }

  func hasGlyph(for scalar: Unicode.Scalar) -> Bool {
    var glyph: hb_codepoint_t = 0
    return !isBitmap && hb_font_get_nominal_glyph(font, scalar.value, &glyph) != 0
  }

  /// The glyph's outline in font units, y upwards.
  func outline(of glyph: UInt32) -> Path {
    outlines.withLock { cache in
      if let known = cache[glyph] { return known }
      let path = GlyphPen.outline(of: glyph, in: font)
      cache[glyph] = path
      return path
    }
  }

  /// Calls the closure with the same file as a font of cairo's, opened when a PDF first needs it.
  func withCairoFont(_ body: (OpaquePointer) -> Void) throws {
    try cairoFont.withLock { font in
      if font == nil { font = CairoFont(blob: blob, index: index) }
      guard let face = font?.face else {
        throw PlotError(.missingFont, "The font file \(path) cannot be read by FreeType; reinstall the font package.")
      }
      body(face)
    }
  }
}

extension FontFace: Hashable {
  package static func == (left: FontFace, right: FontFace) -> Bool { left === right }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// Collects a glyph's outline from HarfBuzz' callbacks.
private enum GlyphPen {
  static func outline(of glyph: UInt32, in font: OpaquePointer) -> Path {
    var path = Path()
    withUnsafeMutablePointer(to: &path) { lossline_draw_glyph(font, glyph, callbacks.pointer, $0) }
    return path
  }

  // Made once and immutable from then on.
  private struct Callbacks: @unchecked Sendable { let pointer: OpaquePointer }
  private static let callbacks = Callbacks(pointer: makeCallbacks())

  private static func makeCallbacks() -> OpaquePointer {
    let funcs: OpaquePointer = hb_draw_funcs_create()
    hb_draw_funcs_set_move_to_func(
      funcs, { _, data, _, x, y, _ in pen(data)?.pointee.move(Double(x), Double(y)) }, nil, nil)
    hb_draw_funcs_set_line_to_func(
      funcs, { _, data, _, x, y, _ in pen(data)?.pointee.line(Double(x), Double(y)) }, nil, nil)
    hb_draw_funcs_set_cubic_to_func(
      funcs,
      { _, data, _, x1, y1, x2, y2, x, y, _ in
        pen(data)?.pointee.curve(Double(x1), Double(y1), Double(x2), Double(y2), Double(x), Double(y))
      }, nil, nil)
    // HarfBuzz turns quadratic curves into cubic ones where no callback for them is set.
    hb_draw_funcs_set_close_path_func(funcs, { _, data, _, _ in pen(data)?.pointee.close() }, nil, nil)
    hb_draw_funcs_make_immutable(funcs)
    return funcs
  }
}

private func pen(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<Path>? {
  data?.assumingMemoryBound(to: Path.self)
}
