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
