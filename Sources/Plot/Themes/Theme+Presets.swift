extension Theme {
  /// Black, grays and dashes on white, for paper that is printed or copied without colour: series differ by dash and marker
  /// (``distinguishesByShape``), and by lightness where they are filled.
  public static let print: Theme = {
    var theme = Theme(
      name: "print", paper: Color(0xFFFFFF), ink: Color(0x000000), muted: Color(0x333333), axis: Color(0x000000),
      grid: Color(0xD6D6D6), palette: Palette.grays)
    theme.lineWidth = 1.5
    theme.distinguishesByShape = true
    return theme
  }()

  /// Large type and thick lines, for slides.
  public static let presentation: Theme = {
    var theme = Theme.light
    theme.name = "presentation"
    theme.muted = Color(0x424A53)
    theme.titleSize = 24
    theme.subtitleSize = 18
    theme.labelSize = 16
    theme.lineWidth = 3
    return theme
  }()

  /// The themes that come with the library.
  public static let all = [light, dark, print, presentation]

  /// Whether text is lighter than paper.
  public var isDark: Bool { paper.relativeLuminance < ink.relativeLuminance }

  /// The sequential scheme that suits the paper: blues of a single hue.
  public var sequentialScheme: ColorScheme { isDark ? .bluesDark : .blues }

  /// The diverging scheme that suits the paper: blue to orange.
  public var divergingScheme: ColorScheme { isDark ? .blueOrangeDark : .blueOrange }
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
