/// A run of colours for numbers, from the lowest to the highest; colours between the listed ones are found in OKLab.
///
/// In JSON, `{"name": "blues", "colors": ["#F7FBFF", …]}`.
public struct ColorScheme: Sendable, Hashable, Codable {
  /// What the scheme is called.
  public var name: String
  /// At least one colour, at equal distances from the lowest value to the highest.
  public var colors: [Color]

  /// A scheme of your own; an empty list is all gray.
  public init(name: String, colors: [Color]) {
    self.name = name
    self.colors = colors
  }

  /// The colour at a fraction of the way from the first to the last; fractions outside 0…1 give the ends, and what is no
  /// number gives the first colour.
  public func color(at fraction: Double) -> Color {
    guard let first = colors.first, let last = colors.last else { return Color(0x808080) }
    guard fraction > 0, colors.count > 1 else { return first }
    guard fraction < 1 else { return last }
    let place = fraction * Double(colors.count - 1)
    let lower = min(Int(place), colors.count - 2)
    let (start, end) = (OKLab(colors[lower]), OKLab(colors[lower + 1]))
    return start.mixed(with: end, fraction: place - Double(lower)).color
  }

  /// The longest part of a sequential scheme that stands out from a paper, for lines and dots; the whole scheme where
  /// nothing does.
  ///
  /// - Parameters:
  ///   - paper: The background.
  ///   - contrast: The least contrast of each colour with the paper, from 1 to 21.
  public func standingOut(from paper: Color, contrast: Double = 2) -> ColorScheme {
    let steps = 128
    let isSeen = (0...steps).map { color(at: Double($0) / Double(steps)).contrast(with: paper) >= contrast }
    var best = 0..<0
    var start = 0
    for step in isSeen.indices {
      if !isSeen[step] { start = step + 1 }
      if step + 1 - start > best.count { best = start..<step + 1 }
    }
    guard best.count > 1, best.count <= steps else { return self }
    let (low, high) = (Double(best.lowerBound) / Double(steps), Double(best.upperBound - 1) / Double(steps))
    let last = Double(max(colors.count - 1, 1))
    let kept = colors.indices.map { color(at: low + (high - low) * Double($0) / last) }
    return ColorScheme(name: name, colors: kept)
  }

  /// A diverging scheme whose middle is not lost on a paper: colours too near to it become darker or lighter.
  ///
  /// - Parameters:
  ///   - paper: The background.
  ///   - contrast: The least contrast of each colour with the paper, from 1 to 21.
  public func strengthened(against paper: Color, contrast: Double = 2) -> ColorScheme {
    let step = paper.relativeLuminance > 0.18 ? -0.01 : 0.01
    let changed = colors.map { color in
      var lab = OKLab(color)
      while lab.color.contrast(with: paper) < contrast, lab.lightness > 0, lab.lightness < 1 { lab.lightness += step }
      return lab.color
    }
    return ColorScheme(name: name, colors: changed)
  }

  /// The same colours from the highest to the lowest.
  public var reversed: ColorScheme { ColorScheme(name: name, colors: colors.reversed()) }
}

extension ColorScheme {
  /// Viridis (S. van der Walt and N. Smith, 2015): even steps in lightness for every kind of sight.
  public static let viridis = ColorScheme(
    name: "viridis", 0x440154, 0x481769, 0x472A7A, 0x433D84, 0x3D4E8A, 0x355E8D, 0x2E6D8E, 0x297B8E, 0x23898E, 0x1F978B,
    0x21A585, 0x2EB37C, 0x46C06F, 0x65CB5E, 0x89D548, 0xB0DD2F, 0xD8E219, 0xFDE725)

  /// Viridis without its darkest part, which dark paper would swallow.
  public static let viridisDark = ColorScheme(name: "viridisDark", colors: Array(viridis.colors.dropFirst(3)))

  /// Blues from nearly white to dark, for light paper (C. Brewer, ColorBrewer 2.0, “Blues”).
  public static let blues = ColorScheme(
    name: "blues", 0xF7FBFF, 0xDEEBF7, 0xC6DBEF, 0x9ECAE1, 0x6BAED6, 0x4292C6, 0x2171B5, 0x08519C, 0x08306B)

  /// Blues from nearly black to bright, for dark paper: more is again further from the paper.
  public static let bluesDark = ColorScheme(
    name: "bluesDark", 0x1B2530, 0x1C3852, 0x1A4C78, 0x1A639F, 0x2E7CC4, 0x5197DE, 0x7DB3EE, 0xABCFF8, 0xDCECFF)

  /// Blue for less, orange for more, nearly white between; for light paper.
  public static let blueOrange = ColorScheme(
    name: "blueOrange", 0x0B4A86, 0x2A78B8, 0x72AAD8, 0xB8D4EA, 0xF4F3F0, 0xF6CFA4, 0xE08E42, 0xB9590C, 0x7C3300)

  /// Blue for less, orange for more, nearly black between; for dark paper.
  public static let blueOrangeDark = ColorScheme(
    name: "blueOrangeDark", 0xB5DBFF, 0x74B4F2, 0x3D86C9, 0x24557F, 0x23272E, 0x75451A, 0xB86C1C, 0xEE9A45, 0xFFCF9C)

  /// Every scheme by name.
  public static let all = [viridis, viridisDark, blues, bluesDark, blueOrange, blueOrangeDark]

  private init(name: String, _ values: UInt32...) {
    self.init(name: name, colors: values.map { Color($0) })
  }
}
