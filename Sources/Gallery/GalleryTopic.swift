internal import Plot

/// A file of charts on one topic, named as the type.
protocol GalleryTopic: Sendable {
  /// What the topic is called.
  static var title: String { get }
  /// Its charts: title, name of the function, function.
  static var entries: [Entry] { get }
}

extension GalleryTopic {
  /// Title, name of the function, function.
  typealias Entry = (title: String, name: String, make: @Sendable () throws -> any GalleryPicture)

  /// Its charts in order.
  static var charts: [GalleryChart] {
    entries.map { entry in
      GalleryChart(entry.title, entry.name, group: title, file: "\(Self.self).swift", make: entry.make)
    }
  }
}

/// Every chart that the library is shown and tested with.
package enum Gallery {
  /// All charts, topic by topic.
  package static let all: [GalleryChart] = topics.flatMap { $0.charts }

  private static var topics: [any GalleryTopic.Type] {
    [
      Lines.self, Bars.self, Distributions.self, Points.self, Heatmaps.self, Scales.self, Annotations.self, Texts.self,
      Figures.self, Recipes.self, Themes.self, HardCases.self,
    ]
  }
}
