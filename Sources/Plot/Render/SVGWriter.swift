/// Writes a scene as SVG with real text.
///
/// Every colour is a class named by its role (`ll-f-…` fills, `ll-s-…` strokes), so that a page can restyle it with
/// ``Theme/styleSheet(dark:)``. A file of its own carries the colours as attributes too, for viewers without CSS.
struct SVGWriter {
  private let scene: Scene
  private let isEmbedded: Bool
  private let identifier: String
  private var text = MarkupText()
  private var clipCount = 0

  /// - Parameter identifier: A prefix for ids that must be unique in the page; by default one made from the drawing.
  static func write(_ scene: Scene, embedded: Bool, identifier: String?) -> String {
    var writer = SVGWriter(scene: scene, isEmbedded: embedded, identifier: identifier ?? "ll-" + scene.fingerprint)
    writer.document()
    return writer.text.string
  }

  private init(scene: Scene, isEmbedded: Bool, identifier: String) {
    self.scene = scene
    self.isEmbedded = isEmbedded
    self.identifier = identifier
  }

  private mutating func document() {
    let (width, height) = (scene.width, scene.height)
    text += "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
    text.number(width)
    text += " "
    text.number(height)
    text += "\""
    attribute("width", width)
    attribute("height", height)
    text += " role=\"img\" aria-labelledby=\"\(identifier)-t \(identifier)-d\" class=\"ll-chart\" font-family=\""
    text.escape(scene.theme.fontFamilies.map { "'\($0.replacing("'", with: ""))'" }.joined(separator: ","))
    text += ",sans-serif\""
    attribute("font-size", scene.theme.labelSize)
    text += " style=\"font-variant-numeric:tabular-nums\">\n<title id=\"\(identifier)-t\">"
    text.escape(scene.title)
    text += "</title>\n<desc id=\"\(identifier)-d\">"
    text.escape(scene.alternativeText)
    text += "</desc>\n<rect"
    attribute("width", width)
    attribute("height", height)
    paint(fill: Paint(.paper))
    text += "/>\n"
    for node in scene.nodes { write(node) }
    text += "</svg>\n"
  }

  private mutating func write(_ node: Node) {
    switch node {
    case .group(let group): write(group)
    case .path(let path): write(path)
    case .text(let line): write(line)
    }
  }

  private mutating func write(_ group: Group) {
    guard !group.nodes.isEmpty else { return }
    var clipID: String?
    if let clip = group.clip {
      clipCount += 1
      let id = "\(identifier)-c\(clipCount)"
      text += "<clipPath id=\"\(id)\"><rect"
      attribute("x", clip.x)
      attribute("y", clip.y)
      attribute("width", clip.width)
      attribute("height", clip.height)
      text += "/></clipPath>\n"
      clipID = id
    }
    text += "<g data-role=\""
    text.escape(group.role)
    text += "\""
    if let clipID { text += " clip-path=\"url(#\(clipID))\"" }
    text += ">\n"
    for node in group.nodes { write(node) }
    text += "</g>\n"
  }

  private mutating func write(_ node: PathNode) {
    text += "<path d=\""
    text.path(node.path)
    text += "\""
    paint(fill: node.fill, stroke: node.stroke?.paint)
    if node.fill == nil { text += " fill=\"none\"" }
    if let stroke = node.stroke {
      attribute("stroke-width", stroke.width)
      text += " stroke-linejoin=\"round\""
      if stroke.cap == .round { text += " stroke-linecap=\"round\"" }
      if !stroke.dash.isEmpty {
        text += " stroke-dasharray=\""
        for (number, length) in stroke.dash.enumerated() {
          if number > 0 { text += " " }
          text.number(length)
        }
        text += "\""
      }
    }
    text += "/>\n"
  }

  private mutating func write(_ line: TextNode) {
    guard !line.shaped.string.isEmpty else { return }
    text += "<text"
    attribute("x", line.origin.x)
    attribute("y", line.origin.y)
    if line.size != scene.theme.labelSize { attribute("font-size", line.size) }
    if line.shaped.bold { text += " font-weight=\"700\"" }
    if line.anchor != .start { text += " text-anchor=\"\(line.anchor.rawValue)\"" }
    if line.rotation != 0 {
      text += " transform=\"rotate("
      text.number(line.rotation)
      text += " "
      text.number(line.origin.x)
      text += " "
      text.number(line.origin.y)
      text += ")\""
    }
    paint(fill: line.paint)
    text += ">"
    text.escape(line.shaped.string)
    text += "</text>\n"
  }

  private mutating func paint(fill: Paint? = nil, stroke: Paint? = nil) {
    let paints = [("fill", fill), ("stroke", stroke)].compactMap { property, paint in paint.map { (property, $0) } }
    let classes = paints.compactMap { property, paint in
      paint.role.className.map { "ll-\(property.prefix(1))-\($0)" }
    }
    if !classes.isEmpty { text += " class=\"\(classes.joined(separator: " "))\"" }
    for (property, paint) in paints {
      if !isEmbedded || paint.role.className == nil {
        text += " \(property)=\"\(scene.theme.color(paint.role).hex)\""
      }
      if paint.opacity < 1 { attribute("\(property)-opacity", paint.opacity) }
    }
  }

  private mutating func attribute(_ name: String, _ value: Double) {
    text += " \(name)=\""
    text.number(value)
    text += "\""
  }
}

extension ColorRole {
  /// `nil` for a colour that no theme changes.
  fileprivate var className: String? {
    switch self {
    case .paper: "paper"
    case .ink: "ink"
    case .muted: "muted"
    case .axis: "axis"
    case .grid: "grid"
    case .series(let number): "series-\(number + 1)"
    case .fixed: nil
    }
  }
}

extension Scene {
  /// Sixteen hexadecimal digits that differ between different drawings (FNV-1a, 64 bits).
  fileprivate var fingerprint: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ byte: UInt64) { hash = (hash ^ byte) &* 0x100_0000_01b3 }
    func visit(_ node: Node) {
      switch node {
      case .group(let group):
        group.role.utf8.forEach { mix(UInt64($0)) }
        group.nodes.forEach(visit)
      case .path(let node): node.path.coordinates.forEach { mix($0.bitPattern) }
      case .text(let line): line.shaped.string.utf8.forEach { mix(UInt64($0)) }
      }
    }
    (title + alternativeText).utf8.forEach { mix(UInt64($0)) }
    nodes.forEach(visit)
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
