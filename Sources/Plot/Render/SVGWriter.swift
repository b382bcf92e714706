/// Writes a scene as SVG with real text.
///
/// Every colour is a class named by its role (`ll-f-…` fills, `ll-s-…` strokes), so that a page can restyle it with
/// ``Theme/styleSheet(dark:)``. A file of its own carries the colours as attributes too, for viewers without CSS, and a
/// style sheet that takes a page's custom properties (`--ll-ink`, …) where there are any.
struct SVGWriter {
  private let scene: Scene
  private let isEmbedded: Bool
  private let identifier: String
  private var text = MarkupText()
  private var clipCount = 0
  private var usedClasses: [String: ColorRole] = [:]

  /// - Parameter identifier: A prefix for ids that must be unique in the page; by default one made from the drawing.
  static func write(_ scene: Scene, embedded: Bool, identifier: String?) -> String {
    let id = identifier.map(MarkupText.escaped) ?? "ll-" + scene.fingerprint
    var writer = SVGWriter(scene: scene, isEmbedded: embedded, identifier: id)
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
    text += "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"\(identifier)\" viewBox=\"0 0 "
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
    text += " direction=\"ltr\" style=\"font-variant-numeric:tabular-nums\">\n<title id=\"\(identifier)-t\">"
    text.escape(scene.title)
    text += "</title>\n<desc id=\"\(identifier)-d\">"
    text.escape(scene.alternativeText)
    text += "</desc>\n<rect"
    attribute("width", width)
    attribute("height", height)
    paint(fill: Paint(.paper))
    text += "/>\n"
    for node in scene.nodes { write(node) }
    if !isEmbedded { styleSheet() }
    text += "</svg>\n"
  }

  /// For this drawing's ids only, so that two drawings in one page keep apart. Viewers that do not know custom
  /// properties leave out all of it.
  private mutating func styleSheet() {
    text += "<style>@supports (fill:var(--ll-ink)){"
    for (name, role) in usedClasses.sorted(by: { $0.key < $1.key }) {
      let property = name.hasPrefix("f-") ? "fill" : "stroke"
      let variable = "var(--ll-\(name.dropFirst(2)),\(scene.theme.color(role).hex))"
      text += "#\(identifier) .ll-\(name){\(property):\(variable)}"
    }
    text += "}</style>\n"
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
    writeDirection(of: line)
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

  /// The direction of the line as a whole, which SVG does not find out by itself, and what it makes of the anchor:
  /// SVG starts a line from right to left at its right end.
  private mutating func writeDirection(of line: TextNode) {
    let isRightToLeft = line.shaped.isRightToLeft
    if isRightToLeft { text += " direction=\"rtl\"" }
    switch line.anchor {
    case .start: if isRightToLeft { text += " text-anchor=\"end\"" }
    case .middle: text += " text-anchor=\"middle\""
    case .end: if !isRightToLeft { text += " text-anchor=\"end\"" }
    }
  }

  private mutating func paint(fill: Paint? = nil, stroke: Paint? = nil) {
    let paints = [("fill", fill), ("stroke", stroke)].compactMap { property, paint in paint.map { (property, $0) } }
    var classes: [String] = []
    for (property, paint) in paints {
      guard let role = paint.role.themeName else { continue }
      let name = "\(property.prefix(1))-\(role)"
      classes.append("ll-" + name)
      if !isEmbedded { usedClasses[name] = paint.role }
    }
    if !classes.isEmpty { text += " class=\"\(classes.joined(separator: " "))\"" }
    for (property, paint) in paints {
      if !isEmbedded || paint.role.themeName == nil {
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

extension Scene {
  /// Sixteen hexadecimal digits that differ between different drawings.
  fileprivate var fingerprint: String {
    var hash = Fingerprint()
    func visit(_ node: Node) {
      switch node {
      case .group(let group):
        hash.mix(group.role)
        group.nodes.forEach(visit)
      case .path(let node): node.path.coordinates.forEach { hash.mix($0) }
      case .text(let line):
        hash.mix(line.shaped.string)
        for value in [line.origin.x, line.origin.y, line.size, line.rotation] { hash.mix(value) }
      }
    }
    hash.mix(title + alternativeText)
    hash.mix(width)
    hash.mix(height)
    for role in [ColorRole.paper, .ink, .muted, .axis, .grid, .series(0)] { hash.mix(theme.color(role).hex) }
    nodes.forEach(visit)
    return hash.digits
  }
}
