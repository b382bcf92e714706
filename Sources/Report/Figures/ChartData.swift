internal import Plot

/// What the page's script (`page.js`) knows of one chart of lines, as JSON:
///
/// ```json
/// {"isOverSteps": 1, "x": {"kind": "linear", "title": "Epoch"}, "y": {"kind": "log", "title": "Loss"},
///  "views": [{"id": "chart-loss", "size": [640, 400], "plot": [56, 70, 500, 280], "x": [1, 400], "y": [0.001, 0.1]}],
///  "xs": [{"from": 1, "by": 1, "count": 400}],
///  "layers": [{"role": "line: training", "name": "training", "x": 0, "y": [0.1, 0.09, null]},
///             {"role": "band: mean", "name": "mean", "x": 0, "low": [], "high": []},
///             {"role": "points: training", "name": "training", "at": [397, 0.001]},
///             {"role": "rule", "rule": ["x", 397]}]}
/// ```
///
/// Lines over steps can be smoothed. A view is one drawing of the chart on the page; its domains are those that it was drawn with. A layer is found in a
/// drawing by its role, `data-role`. Places on x are shared by the layers: first, step and count, or `{"steps": […]}` of
/// whole numbers with the first one and then the differences, or `{"values": […]}`. NaN is `null`, infinity `1e999`.
/// Values have six significant digits.
///
/// With ``LayerNotes`` a chart also has `axes`, its x axes to choose from, and `axis`, the number of the drawn one; a layer
/// has `on`, its list of places for each axis or `null`, and `group`, `label` and `isContext` where they apply.
///
/// Of a chart with other marks it knows their boxes in each drawing, left, top, width and height one after the other, and
/// what to say of each: the place, the value, and the number of its series.
/// ```json
/// {"marks": [{"id": "chart-bars", "size": [640, 400], "boxes": [50, 90, 6, 27]}],
///  "words": [["1950-01", "0.12", 0]], "series": ["original"]}
/// ```
struct ChartData: Sendable {
  /// The id of the figure on the page.
  let figureID: String
  let json: String

  /// The id of an SVG on the page.
  static func id(_ slug: String, isNarrow: Bool) -> String { (isNarrow ? "narrow-" : "chart-") + slug }

  /// `nil` for a chart without values that a page can show.
  ///
  /// - Parameter names: The names of the chart's series; a role ends in one.
  init?(_ figure: Figure, page: Drawing, narrow: Drawing, series names: Set<String>) {
    let slug = figure.slug
    figureID = FigureSection.id(slug)
    guard let lines = page.lines else {
      guard !page.marks.isEmpty else { return nil }
      json = Self.marks(slug, page, narrow)
      return
    }
    var text = JSONText()
    text.object {
      if figure.isOverSteps { $0.member("isOverSteps") { $0.exact(1) } }
      $0.member("x") { $0.axis(lines.x) }
      $0.member("y") { $0.axis(lines.y) }
      $0.member("views") {
        $0.array {
          $0.view(Self.id(slug, isNarrow: false), page.size, lines)
          if let narrowLines = narrow.lines { $0.view(Self.id(slug, isNarrow: true), narrow.size, narrowLines) }
        }
      }
      var places = Places()
      let numbers = lines.layers.map { places.number(of: $0.content) }
      let notes = figure.notes.flatMap { $0.layers.count == lines.layers.count ? $0 : nil }
      let moved = notes.map { notes in
        zip(lines.layers, notes.layers).map { layer, note in
          notes.axes.count < 2 ? [] : notes.axes.indices.map { places.number(of: layer.content, on: $0, of: note) }
        }
      }
      if let notes, notes.axes.count > 1 { $0.choice(notes) }
      $0.member("xs") { $0.array { for x in places.all { $0.places(x) } } }
      $0.member("layers") {
        $0.array {
          for (index, layer) in lines.layers.enumerated() {
            $0.layer(
              layer, places: numbers[index], names: names, note: notes?.layers[index], moved: moved?[index] ?? [])
          }
        }
      }
    }
    json = text.string
  }

  /// The lists of places, each once.
  private struct Places {
    var all: [[Double]] = []

    mutating func number(of content: PlottedLines.Content) -> Int? {
      if case .dot = content { return nil }
      return content.places.map { number(of: $0) }
    }

    /// The number of where a layer's points lie on another axis.
    mutating func number(of content: PlottedLines.Content, on axis: Int, of note: LayerNotes.Layer) -> Int? {
      content.places.flatMap { note.places(on: axis, of: $0) }.map { number(of: $0) }
    }

    private mutating func number(of x: [Double]) -> Int {
      if let known = all.firstIndex(of: x) { return known }
      all.append(x)
      return all.count - 1
    }
  }
}

extension Chart {
  /// The names of all series.
  var seriesNames: Set<String> {
    marks.reduce(into: []) { all, mark in
      switch mark.rowSeries {
      case .named(let name): all.insert(name)
      case .column(let names): all.formUnion(names.lazy.compactMap { $0 })
      case nil: break
      }
    }
  }
}

extension PlottedLines.Content {
  /// Where the points lie on x; nil for a rule.
  fileprivate var places: [Double]? {
    switch self {
    case .line(let x, _), .band(let x, _, _), .interval(let x, _, _, _): x
    case .dot(let x, _): [x]
    case .rule: nil
    }
  }
}

extension JSONText {
  fileprivate mutating func choice(_ notes: LayerNotes) {
    member("axes") {
      $0.array {
        for axis in notes.axes {
          $0.object {
            $0.member("key") { $0.string(axis.key) }
            $0.member("title") { $0.string(axis.title) }
          }
        }
      }
    }
    member("axis") { $0.exact(Double(notes.drawnAxis)) }
  }

  fileprivate mutating func note(_ note: LayerNotes.Layer, moved: [Int?]) {
    if let group = note.group { member("group") { $0.string(group) } }
    if let label = note.label { member("label") { $0.string(label) } }
    if note.isContext { member("isContext") { $0.exact(1) } }
    guard !moved.isEmpty else { return }
    member("on") { $0.exact(moved.map { $0.map(Double.init) ?? .nan }) }
  }

  fileprivate mutating func axis(_ axis: PlottedLines.Axis) {
    object {
      $0.member("kind") { $0.string(axis.kind) }
      if let title = axis.title { $0.member("title") { $0.string(title) } }
    }
  }

  fileprivate mutating func view(_ id: String, _ size: (width: Double, height: Double), _ lines: PlottedLines) {
    object {
      $0.member("id") { $0.string(id) }
      $0.member("size") { $0.numbers([size.width, size.height]) }
      $0.member("plot") { $0.numbers([lines.plot.x, lines.plot.y, lines.plot.width, lines.plot.height]) }
      $0.member("x") { $0.exact([lines.x.domain.lowerBound, lines.x.domain.upperBound]) }
      $0.member("y") { $0.exact([lines.y.domain.lowerBound, lines.y.domain.upperBound]) }
    }
  }

  fileprivate mutating func places(_ x: [Double]) {
    let whole = x.map { Int(exactly: $0).flatMap { $0.magnitude < 1 << 53 ? $0 : nil } }
    guard !x.isEmpty, !whole.contains(nil) else { return object { $0.member("values") { $0.exact(x) } } }
    let steps = whole.compactMap { $0 }
    let differences = zip(steps.dropFirst(), steps).map { $0 - $1 }
    if let first = differences.first, differences.allSatisfy({ $0 == first }) {
      object {
        $0.member("from") { $0.exact(x[0]) }
        $0.member("by") { $0.exact(Double(first)) }
        $0.member("count") { $0.exact(Double(x.count)) }
      }
    } else {
      object { $0.member("steps") { $0.exact([x[0]] + differences.map(Double.init)) } }
    }
  }

  fileprivate mutating func layer(
    _ layer: PlottedLines.Layer, places: Int?, names: Set<String>, note: LayerNotes.Layer?, moved: [Int?]
  ) {
    object {
      $0.member("role") { $0.string(layer.role) }
      let name = layer.role.firstRange(of: ": ").map { String(layer.role[$0.upperBound...]) } ?? ""
      $0.member("name") { $0.string(note?.name ?? (names.contains(name) ? name : "")) }
      if let note { $0.note(note, moved: moved) }
      if let places { $0.member("x") { $0.exact(Double(places)) } }
      switch layer.content {
      case .line(_, let y): $0.member("y") { $0.numbers(y) }
      case .band(_, let low, let high):
        $0.member("low") { $0.numbers(low) }
        $0.member("high") { $0.numbers(high) }
      case .interval(_, let y, let low, let high):
        $0.member("y") { $0.numbers(y) }
        $0.member("low") { $0.numbers(low) }
        $0.member("high") { $0.numbers(high) }
      case .dot(let x, let y): $0.member("at") { $0.exact([x, y]) }
      case .rule(let x, let y):
        $0.member("rule") {
          $0.array {
            $0.string(x == nil ? "y" : "x")
            $0.exact(x ?? y ?? 0)
          }
        }
      }
    }
  }
}
