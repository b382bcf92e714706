extension Theme {
  /// CSS for a page that holds embedded charts (``Drawing/svg(embeddedAs:)``): colours of the roles as custom properties
  /// (`--ll-ink`, `--ll-series-1`, …) for this theme, for the other one where the reader prefers dark, and for print.
  ///
  /// - Parameter dark: The colours on screens of readers who prefer a dark page; `nil` for one theme only.
  public func styleSheet(dark: Theme? = nil) -> String {
    var css = ":root{\(properties)}\n"
    if let dark { css += "@media screen and (prefers-color-scheme:dark){:root{\(dark.properties)}}\n" }
    for (name, _) in roles {
      css += ".ll-f-\(name){fill:var(--ll-\(name))}.ll-s-\(name){stroke:var(--ll-\(name))}\n"
    }
    return css
  }

  private var properties: String { roles.map { "--ll-\($0):\($1.hex)" }.joined(separator: ";") }

  private var roles: [(String, Color)] {
    [("paper", paper), ("ink", ink), ("muted", muted), ("axis", axis), ("grid", grid)]
      + palette.enumerated().map { ("series-\($0 + 1)", $1) }
  }
}
