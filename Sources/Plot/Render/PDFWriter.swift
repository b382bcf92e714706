internal import CCairo

/// Draws scenes as pages of a PDF with embedded fonts and selectable text.
enum PDFWriter {
  /// - Parameter title: By default that of the first scene.
  static func write(_ scenes: [Scene], title: String? = nil) throws -> [UInt8] {
    guard let first = scenes.first else {
      throw PlotError(.invalidGeometry, "A PDF has at least one page; give it at least one drawing.")
    }
    var bytes: [UInt8] = []
    try withUnsafeMutablePointer(to: &bytes) { bytes in
      let surface = cairo_pdf_surface_create_for_stream(
        { context, next, count in
          guard let context, let next else { return CAIRO_STATUS_WRITE_ERROR }
          context.assumingMemoryBound(to: [UInt8].self).pointee.append(
            contentsOf: UnsafeBufferPointer(start: next, count: Int(count)))
          return CAIRO_STATUS_SUCCESS
        }, bytes, first.width, first.height)
      guard let surface else { throw failure(CAIRO_STATUS_NO_MEMORY) }
      defer { cairo_surface_destroy(surface) }
      setMetadata(of: surface, scenes, title: title ?? first.title)
      for (number, scene) in scenes.enumerated() {
        cairo_pdf_surface_set_size(surface, scene.width, scene.height)
        if scenes.count > 1 { addBookmark(to: surface, scene.title, page: number + 1) }
        try draw(scene, on: surface)
        cairo_surface_show_page(surface)
      }
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

  private static func setMetadata(of surface: OpaquePointer, _ scenes: [Scene], title: String) {
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
    let descriptions = scenes.map(\.alternativeText).joined(separator: "\n")
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, descriptions)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Lossline")
    // A fixed date, so that the same chart gives the same bytes.
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
  }

  private static func addBookmark(to surface: OpaquePointer, _ title: String, page: Int) {
    guard !title.isEmpty else { return }
    cairo_pdf_surface_add_outline(
      surface, CAIRO_PDF_OUTLINE_ROOT, title, "page=\(page) pos=[0 0]", cairo_pdf_outline_flags_t(rawValue: 0))
  }

  private static func failure(_ status: cairo_status_t) -> PlotError {
    PlotError(.drawingFailed, "Cairo could not write the PDF: \(String(cString: cairo_status_to_string(status))).")
  }
}
