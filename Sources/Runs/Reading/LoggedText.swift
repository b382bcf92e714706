/// A text that a program logged; TensorBoard shows it as Markdown.
public struct LoggedText: Hashable, Sendable {
  /// The name of the text, without the `/text_summary` that event files add.
  public var tag: String

  /// The step at which it was logged.
  public var step: Int

  /// When it was logged, in seconds since 1970.
  public var wallTime: Double

  /// The text itself. It comes from a log: escape it before it goes into a page.
  public var text: String

  /// Creates a text.
  public init(tag: String, step: Int, wallTime: Double, text: String) {
    self.tag = tag
    self.step = step
    self.wallTime = wallTime
    self.text = text
  }
}
