/// Collects the panels of a figure, row by row; `if`, `switch` and `for` work as usual.
@resultBuilder
public enum PanelBuilder {
  /// A chart becomes a panel.
  public static func buildExpression(_ chart: Chart) -> [Chart] { [chart] }
  /// Charts made elsewhere.
  public static func buildExpression(_ charts: [Chart]) -> [Chart] { charts }
  /// Panels in the order they are written.
  public static func buildBlock(_ parts: [Chart]...) -> [Chart] { parts.flatMap { $0 } }
  /// `if` without `else`.
  public static func buildOptional(_ charts: [Chart]?) -> [Chart] { charts ?? [] }
  /// The first branch of a choice.
  public static func buildEither(first charts: [Chart]) -> [Chart] { charts }
  /// The second branch of a choice.
  public static func buildEither(second charts: [Chart]) -> [Chart] { charts }
  /// `for … in …`.
  public static func buildArray(_ parts: [[Chart]]) -> [Chart] { parts.flatMap { $0 } }
}
