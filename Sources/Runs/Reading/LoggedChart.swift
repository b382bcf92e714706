#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A chart that a program logged, as plain data that can be drawn again later.
public struct LoggedChart: Hashable, Sendable {
  /// The name of the chart, safe in a file name: `all-results`.
  public var slug: String

  /// What the chart is called.
  public var title: String

  /// What the chart shows, in a sentence or two; may be empty.
  public var caption: String

  /// The spec as JSON, exactly as it was logged. NaN and infinity are the strings `NaN`, `Infinity` and `-Infinity`.
  public var data: Data

  /// Creates a chart from its JSON.
  public init(slug: String, title: String, caption: String, data: Data) {
    self.slug = slug
    self.title = title
    self.caption = caption
    self.data = data
  }

  /// The spec as a value of the type that was logged.
  ///
  /// - Throws: `DecodingError` if the JSON is not of that type.
  public func spec<Spec: Decodable>(as type: Spec.Type = Spec.self) throws -> Spec {
    try RunJSON.decoder().decode(type, from: data)
  }
}
