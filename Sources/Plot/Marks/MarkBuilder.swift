/// Collects the marks of a chart, in drawing order; `if`, `switch` and `for` work as usual.
@resultBuilder
public enum MarkBuilder {
  /// A mark becomes a layer.
  public static func buildExpression(_ content: some MarkContent) -> [Mark] { [content.mark] }
  /// A layer made elsewhere.
  public static func buildExpression(_ mark: Mark) -> [Mark] { [mark] }
  /// Layers made elsewhere.
  public static func buildExpression(_ marks: [Mark]) -> [Mark] { marks }
  /// Layers in the order they are written.
  public static func buildBlock(_ parts: [Mark]...) -> [Mark] { parts.flatMap { $0 } }
  /// `if` without `else`.
  public static func buildOptional(_ marks: [Mark]?) -> [Mark] { marks ?? [] }
  /// The first branch of a choice.
  public static func buildEither(first marks: [Mark]) -> [Mark] { marks }
  /// The second branch of a choice.
  public static func buildEither(second marks: [Mark]) -> [Mark] { marks }
  /// `for … in …`.
  public static func buildArray(_ parts: [[Mark]]) -> [Mark] { parts.flatMap { $0 } }
}
