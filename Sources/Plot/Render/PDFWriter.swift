internal import CCairo

/// Draws a scene as a page of PDF with embedded fonts and selectable text.
enum PDFWriter {
  static func write(_ scene: Scene) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try withUnsafeMutablePointer(to: &bytes) { bytes in
      let surface = cairo_pdf_surface_create_for_stream(
        { context, next, count in
          guard let context, let next else { return CAIRO_STATUS_WRITE_ERROR }
          context.assumingMemoryBound(to: [UInt8].self).pointee.append(
            contentsOf: UnsafeBufferPointer(start: next, count: Int(count)))
          return CAIRO_STATUS_SUCCESS
        }, bytes, scene.width, scene.height)
      guard let surface else { throw failure(CAIRO_STATUS_NO_MEMORY) }
      defer { cairo_surface_destroy(surface) }
      setMetadata(of: surface, scene)
      try draw(scene, on: surface)
      cairo_surface_finish(surface)
      guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else { throw failure(cairo_surface_status(surface)) }
    }
    return bytes
  }

  private static func draw(_ scene: Scene, on surface: OpaquePointer) throws {
    guard let context = cairo_create(surface) else { throw failure(CAIRO_STATUS_NO_MEMORY) }
    defer { cairo_destroy(context) }
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    cairo_set_font_options(context, options)
    cairo_font_options_destroy(options)
    try CairoPainter(context: context, theme: scene.theme, textMode: .glyphs).draw(scene)
    guard cairo_status(context) == CAIRO_STATUS_SUCCESS else { throw failure(cairo_status(context)) }
  }

  private static func setMetadata(of surface: OpaquePointer, _ scene: Scene) {
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, scene.title)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, scene.alternativeText)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Lossline")
    // A fixed date, so that the same chart gives the same bytes.
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
  }

  private static func failure(_ status: cairo_status_t) -> PlotError {
    PlotError(.drawingFailed, "Cairo could not write the PDF: \(String(cString: cairo_status_to_string(status))).")
  }
}
