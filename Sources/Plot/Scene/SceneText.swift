extension Scene {
  /// The scene as indented text, a line a node: what a snapshot test compares and a person can read.
  ///
  /// Places and sizes have two decimals; the text is the same on every machine with the same fonts.
  package var text: String { SceneText.write(self) }
}

/// Prints a scene.
struct SceneText {
  private var text = MarkupText()
  private var depth = 0

  static func write(_ scene: Scene) -> String {
    var printer = SceneText()
    printer.head(scene)
    printer.write(scene.nodes)
    for diagnostic in scene.diagnostics { printer.line { $0 += "diagnostic \(Self.quoted(diagnostic.message))" } }
    return printer.text.string
  }

  private mutating func head(_ scene: Scene) {
    line {
      $0 += "scene "
      $0.numbers([scene.width, scene.height], " × ")
      $0 += " theme \(scene.theme.name)"
    }
    line { $0 += "title \(Self.quoted(scene.title))" }
    line { $0 += "alt \(Self.quoted(scene.alternativeText))" }
  }

  private mutating func line(_ content: (inout MarkupText) -> Void) {
    text += String(repeating: "  ", count: depth)
    content(&text)
    text += "\n"
  }

  // MARK: Nodes

  private mutating func write(_ nodes: [Node]) {
    for node in nodes {
      switch node {
      case .group(let group): write(group)
      case .path(let path): write(path)
      case .text(let text): write(text)
      }
    }
  }

  private mutating func write(_ group: Group) {
    line {
      $0 += group.role
      guard let clip = group.clip else { return }
      $0 += " clip "
      $0.numbers([clip.x, clip.y, clip.width, clip.height])
    }
    depth += 1
    write(group.nodes)
    depth -= 1
  }

  private mutating func write(_ node: TextNode) {
    line {
      $0 += "text \(Self.quoted(node.shaped.string)) at "
      $0.numbers([node.origin.x, node.origin.y])
      $0 += " \(node.anchor.rawValue) size "
      $0.number(node.size)
      $0 += " width "
      $0.number(node.width)
      if node.shaped.bold { $0 += " bold" }
      if node.rotation != 0 {
        $0 += " rotated "
        $0.number(node.rotation)
      }
      $0 += " "
      $0.paint(node.paint)
    }
  }

  private mutating func write(_ node: PathNode) {
    line {
      $0 += "path"
      if let fill = node.fill {
        $0 += " fill "
        $0.paint(fill)
      }
      if let stroke = node.stroke { $0.stroke(stroke) }
      $0.outline(node.path)
    }
  }

  /// In quotes, with what would break the line escaped.
  static func quoted(_ string: String) -> String {
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in string.unicodeScalars {
      let isPlain = scalar != "\"" && scalar != "\\" && scalar.properties.generalCategory != .control
      quoted.append(contentsOf: (isPlain ? String(scalar) : scalar.escaped(asASCII: true)).unicodeScalars)
    }
    return String(quoted) + "\""
  }
}

extension MarkupText {
  fileprivate mutating func numbers(_ values: [Double], _ separator: String = " ") {
    for (number, value) in values.enumerated() {
      if number > 0 { self += separator }
      self.number(value)
    }
  }

  fileprivate mutating func paint(_ paint: Paint) {
    self += paint.role.text
    guard paint.opacity < 1 else { return }
    self += " opacity "
    number(paint.opacity)
  }

  fileprivate mutating func stroke(_ stroke: Stroke) {
    self += " stroke "
    paint(stroke.paint)
    self += " width "
    number(stroke.width)
    if stroke.cap != .butt { self += " \(stroke.cap.rawValue)" }
    guard !stroke.dash.isEmpty else { return }
    self += " dash "
    numbers(stroke.dash)
  }

  /// Short paths as they are; of long ones the number of points, the box around them and a fingerprint.
  fileprivate mutating func outline(_ path: Path) {
    self += " "
    guard path.coordinates.count > 24 else { return self.path(path) }
    let x = stride(from: 0, to: path.coordinates.count, by: 2).map { path.coordinates[$0] }
    let y = stride(from: 1, to: path.coordinates.count, by: 2).map { path.coordinates[$0] }
    var hash = Fingerprint()
    for verb in path.verbs { hash.mix(UInt64(verb.rawValue)) }
    // Rounded as printed, so that the last bit of a logarithm does not show.
    for value in path.coordinates { hash.mix((value * 100).rounded() + 0) }
    self += "\(x.count) points in "
    numbers([x.min() ?? 0, y.min() ?? 0, x.max() ?? 0, y.max() ?? 0])
    self += " \(hash.digits)"
  }
}

extension ColorRole {
  fileprivate var text: String {
    if case .fixed(let color) = self { return color.hex }
    return themeName ?? ""
  }
}
