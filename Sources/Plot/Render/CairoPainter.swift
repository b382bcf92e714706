internal import CCairo

/// Draws a scene's nodes on a cairo context.
struct CairoPainter {
  enum TextMode {
    /// Filled outlines: exact places, for pictures (cairo 1.16 rounds the places of glyphs to whole pixels).
    case outlines
    /// Glyphs of an embedded font with the characters they stand for, so that text can be selected and searched.
    case glyphs
  }

  let context: OpaquePointer
  let theme: Theme
  let textMode: TextMode

  func draw(_ scene: Scene) throws {
    setSource(Paint(.paper))
    cairo_paint(context)
    for node in scene.nodes { try draw(node) }
  }

  private func draw(_ node: Node) throws {
    switch node {
    case .group(let group): try draw(group)
    case .path(let path): draw(path)
    case .text(let text): try draw(text)
    }
  }

  private func draw(_ group: Group) throws {
    if let clip = group.clip {
      cairo_save(context)
      cairo_rectangle(context, clip.x, clip.y, clip.width, clip.height)
      cairo_clip(context)
    }
    for node in group.nodes { try draw(node) }
    if group.clip != nil { cairo_restore(context) }
  }

  private func draw(_ node: PathNode) {
    if let dense = node.dense, let stroke = node.stroke, textMode == .outlines, draw(dense, stroke) { return }
    trace(node.path)
    if let fill = node.fill {
      setSource(fill)
      if node.stroke == nil { cairo_fill(context) } else { cairo_fill_preserve(context) }
    }
    if let stroke = node.stroke { self.stroke(stroke) }
    cairo_new_path(context)
  }

  private func stroke(_ stroke: Stroke) {
    setSource(stroke.paint)
    cairo_set_line_width(context, stroke.width)
    cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
    cairo_set_line_cap(context, stroke.cap == .round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
    cairo_set_dash(context, stroke.dash, Int32(stroke.dash.count), 0)
    cairo_stroke(context)
  }

  /// Draws a line pixel by pixel.
  ///
  /// - Returns: Whether that was possible.
  private func draw(_ line: DenseLine, _ stroke: Stroke) -> Bool {
    var matrix = cairo_matrix_t()
    cairo_get_matrix(context, &matrix)
    let scale = matrix.xx
    var (left, top, right, bottom) = (0.0, 0.0, 0.0, 0.0)
    cairo_clip_extents(context, &left, &top, &right, &bottom)
    let (x, y) = ((left * scale).rounded(.down), (top * scale).rounded(.down))
    let (width, height) = ((right * scale).rounded(.up) - x, (bottom * scale).rounded(.up) - y)
    guard width >= 1, height >= 1 else { return true }
    let radius = stroke.width * scale / 2
    guard stroke.width > 0, radius < 1000 else { return false }
    let rowBytes = cairo_format_stride_for_width(CAIRO_FORMAT_A8, Int32(width))
    var raster = LineRaster(width: Int(width), height: Int(height), rowBytes: Int(rowBytes), radius: radius)
    line.draw(on: &raster, scale: scale, corner: Point(x, y))
    paint(&raster, stroke.paint, x: x, y: y)
    return true
  }

  private func paint(_ raster: inout LineRaster, _ paint: Paint, x: Double, y: Double) {
    let (width, height, rowBytes) = (Int32(raster.width), Int32(raster.height), Int32(raster.rowBytes))
    raster.withMask { bytes in
      let surface = cairo_image_surface_create_for_data(bytes, CAIRO_FORMAT_A8, width, height, rowBytes)
      cairo_save(context)
      cairo_identity_matrix(context)
      setSource(paint)
      cairo_mask_surface(context, surface, x, y)
      cairo_restore(context)
      cairo_surface_destroy(surface)
    }
  }

  private func trace(_ path: Path) {
    let c = path.coordinates
    path.forEach { verb, i in
      switch verb {
      case .move: cairo_move_to(context, c[i], c[i + 1])
      case .line: cairo_line_to(context, c[i], c[i + 1])
      case .curve: cairo_curve_to(context, c[i], c[i + 1], c[i + 2], c[i + 3], c[i + 4], c[i + 5])
      case .close: cairo_close_path(context)
      }
    }
  }

  private func setSource(_ paint: Paint) {
    let color = theme.color(paint.role)
    cairo_set_source_rgba(
      context, Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255, paint.opacity)
  }

  // MARK: Text

  private func draw(_ text: TextNode) throws {
    if text.rotation != 0 {
      cairo_save(context)
      cairo_translate(context, text.origin.x, text.origin.y)
      cairo_rotate(context, text.rotation * .pi / 180)
      cairo_translate(context, -text.origin.x, -text.origin.y)
    }
    switch textMode {
    case .outlines: fillOutlines(text)
    case .glyphs: try showGlyphs(text)
    }
    if text.rotation != 0 { cairo_restore(context) }
  }

  private func fillOutlines(_ text: TextNode) {
    let start = text.start
    for run in text.shaped.runs {
      let scale = text.size / run.face.unitsPerEm
      for glyph in run.glyphs {
        let (x, y) = (start.x + glyph.x * text.size, start.y - glyph.y * text.size)
        let outline = run.face.outline(of: glyph.id)
        let c = outline.coordinates
        func px(_ i: Int) -> Double { x + c[i] * scale }
        func py(_ i: Int) -> Double { y - c[i] * scale }
        outline.forEach { verb, i in
          switch verb {
          case .move: cairo_move_to(context, px(i), py(i + 1))
          case .line: cairo_line_to(context, px(i), py(i + 1))
          case .curve:
            cairo_curve_to(context, px(i), py(i + 1), px(i + 2), py(i + 3), px(i + 4), py(i + 5))
          case .close: cairo_close_path(context)
          }
        }
      }
    }
    setSource(text.paint)
    cairo_fill(context)
  }

  private func showGlyphs(_ text: TextNode) throws {
    let start = text.start
    setSource(text.paint)
    for run in text.shaped.runs where !run.glyphs.isEmpty {
      let glyphs = run.glyphs.map {
        cairo_glyph_t(index: UInt($0.id), x: start.x + $0.x * text.size, y: start.y - $0.y * text.size)
      }
      let (string, clusters) = run.clusters(isWhole: text.isTilted)
      try run.face.withCairoFont { font in
        cairo_set_font_face(context, font)
        cairo_set_font_size(context, text.size)
        cairo_show_text_glyphs(
          context, string, Int32(string.utf8.count), glyphs, Int32(glyphs.count), clusters, Int32(clusters.count),
          cairo_text_cluster_flags_t(rawValue: 0))
      }
    }
  }
}

extension TextNode {
  /// Whether the text runs neither along nor across the page.
  fileprivate var isTilted: Bool { rotation.truncatingRemainder(dividingBy: 90) != 0 }
}

extension GlyphRun {
  /// The text and how many of its bytes and of the glyphs belong together, from left to right.
  ///
  /// Programs that take text out of a PDF look for the next letter where the last one ends, so that a word from right to
  /// left is given from its left end on, as they expect it; they turn it round. Letters on a slope they take for words on
  /// different lines, so that a tilted run is given as one piece.
  fileprivate func clusters(isWhole: Bool) -> (text: String, clusters: [cairo_text_cluster_t]) {
    if isWhole {
      return (text, [cairo_text_cluster_t(num_bytes: Int32(text.utf8.count), num_glyphs: Int32(glyphs.count))])
    }
    let ordered = isRightToLeft ? glyphs.reversed() : glyphs
    var groups: [(start: Int, glyphs: Int32)] = []
    for glyph in ordered {
      // The first group takes all text up to the second, whatever HarfBuzz says.
      if let last = groups.last, last.start >= glyph.cluster {
        groups[groups.count - 1].glyphs += 1
      } else {
        groups.append((groups.isEmpty ? 0 : glyph.cluster, 1))
      }
    }
    let ends = groups.dropFirst().map(\.start) + [text.utf8.count]
    let clusters = zip(groups, ends).map { group, end in
      cairo_text_cluster_t(num_bytes: Int32(end - group.start), num_glyphs: group.glyphs)
    }
    guard isRightToLeft else { return (text, clusters) }
    let bytes = Array(text.utf8)
    let pieces = zip(groups, ends).reversed().map { bytes[$0.start..<$1] }
    return (String(decoding: pieces.joined(), as: UTF8.self), clusters.reversed())
  }
}
