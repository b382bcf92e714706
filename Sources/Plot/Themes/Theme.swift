/// Colours, fonts and sizes of a chart. A value to change and to encode: `var mine = Theme.light; mine.ink = …`.
public struct Theme: Sendable, Hashable, Codable {
  /// What the theme is called, as in file names.
  public var name: String
  /// The background.
  public var paper: Color
  /// Titles and data labels.
  public var ink: Color
  /// Axis titles, tick labels and captions.
  public var muted: Color
  /// The base line.
  public var axis: Color
  /// Grid lines.
  public var grid: Color
  /// The colours of the first, second, … series; from the ninth on they come again with dashes.
  public var palette: [Color]
  /// Font families in order of preference; each character is set in the first that has it. Of more than 16 the first count.
  public var fontFamilies: [String]
  /// The size of the title, in points.
  public var titleSize: Double
  /// The size of the subtitle, in points.
  public var subtitleSize: Double
  /// The size of all other text, in points.
  public var labelSize: Double
  /// The width of lines, in points.
  public var lineWidth: Double
  /// Whether every series after the first has a dash or marker of its own, because colour may be lost.
  public var distinguishesByShape = false

  /// Dark text on white.
  public static let light = Theme(
    name: "light", paper: Color(0xFFFFFF), ink: Color(0x1F2328), muted: Color(0x59636E), axis: Color(0x8C959F),
    grid: Color(0xE4E8EC), palette: Palette.okabeIto)

  /// Light text on near black, the same hues for the same series.
  public static let dark = Theme(
    name: "dark", paper: Color(0x15181D), ink: Color(0xE6EDF3), muted: Color(0x9198A1), axis: Color(0x6E7681),
    grid: Color(0x2A3038), palette: Palette.okabeItoDark)

  /// Fontconfig is asked for each of them.
  static let mostFamilies = 16

  private enum CodingKeys: String, CodingKey {
    case name, paper, ink, muted, axis, grid, palette, fontFamilies, titleSize, subtitleSize, labelSize, lineWidth
    case distinguishesByShape
  }

  init(name: String, paper: Color, ink: Color, muted: Color, axis: Color, grid: Color, palette: [Color]) {
    self.name = name
    self.paper = paper
    self.ink = ink
    self.muted = muted
    self.axis = axis
    self.grid = grid
    self.palette = palette
    fontFamilies = ["Inter", "Noto Sans CJK KR", "DejaVu Sans"]
    titleSize = 15
    subtitleSize = 12
    labelSize = 11
    lineWidth = 1.75
  }
}

extension Theme: CustomStringConvertible {
  /// Its name, so that lists of tests over themes stay readable.
  public var description: String { name }
}

/// In JSON, an object of its properties; those that later versions added may be missing.
extension Theme {
  /// Reads the JSON form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decode(String.self, forKey: .name)
    paper = try container.decode(Color.self, forKey: .paper)
    ink = try container.decode(Color.self, forKey: .ink)
    muted = try container.decode(Color.self, forKey: .muted)
    axis = try container.decode(Color.self, forKey: .axis)
    grid = try container.decode(Color.self, forKey: .grid)
    palette = try container.decode([Color].self, forKey: .palette)
    fontFamilies = try container.decode([String].self, forKey: .fontFamilies)
    titleSize = try container.decode(Double.self, forKey: .titleSize)
    subtitleSize = try container.decode(Double.self, forKey: .subtitleSize)
    labelSize = try container.decode(Double.self, forKey: .labelSize)
    lineWidth = try container.decode(Double.self, forKey: .lineWidth)
    distinguishesByShape = try container.decodeIfPresent(Bool.self, forKey: .distinguishesByShape) ?? false
  }
}
