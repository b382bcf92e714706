/// What something is coloured as. Renderers look the role up in the theme; SVG keeps it, so that a page can restyle it.
package enum ColorRole: Sendable, Hashable {
  case paper
  case ink
  case muted
  case axis
  case grid
  /// The colour of the series with this number, from 0.
  case series(Int)
  case fixed(Color)

  /// The name that a theme's colour goes by in text; `nil` for a colour that no theme changes.
  var themeName: String? {
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

/// A colour and how much of it.
package struct Paint: Sendable, Hashable {
  package var role: ColorRole
  package var opacity: Double

  package init(_ role: ColorRole, opacity: Double = 1) {
    self.role = role
    self.opacity = opacity
  }
}

/// How a path is stroked.
package struct Stroke: Sendable, Hashable {
  package enum Cap: String, Sendable { case butt, round }

  package var paint: Paint
  package var width: Double
  package var dash: [Double]
  package var cap: Cap

  package init(_ paint: Paint, width: Double, dash: [Double] = [], cap: Cap = .butt) {
    self.paint = paint
    self.width = width
    self.dash = dash
    self.cap = cap
  }
}

extension Theme {
  func color(_ role: ColorRole) -> Color {
    switch role {
    case .paper: paper
    case .ink: ink
    case .muted: muted
    case .axis: axis
    case .grid: grid
    case .series(let number): palette.isEmpty ? ink : palette[number % palette.count]
    case .fixed(let color): color
    }
  }
}
