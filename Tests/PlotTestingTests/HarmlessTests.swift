import Foundation
import Testing

@testable import Plot
@testable import Snapshots

/// Renderings in which nothing that matters is different: each is accepted without a word.
@Suite struct HarmlessTests {
  struct Rendering: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// Draws the chart in another way, or changes the reference.
    let change: @Sendable (_ scene: URL, _ picture: URL) async throws -> Drawing

    init(_ name: String, _ change: @escaping @Sendable (URL, URL) async throws -> Drawing) {
      (testDescription, self.change) = (name, change)
    }
  }

  private static func drawing() throws -> Drawing { try SampleChart.chart().drawing() }

  /// Other working folders, locales and time zones are whole processes' affair; see ``ProcessTests``.
  static let renderings: [Rendering] = [
    Rendering("the same chart drawn again") { _, _ in try drawing() },
    Rendering("the picture in another compression") { _, picture in
      let file = try PNGFile(Array(Data(contentsOf: picture)))
      let other = try PNGFile(try #require(PixelImage(png: file.bytes).png()))
      try Data(other.adding(RenderingStack.keyword, file.texts[RenderingStack.keyword] ?? "")).write(to: picture)
      return try drawing()
    },
    Rendering("a picture without texts") { _, picture in
      try Data(try #require(PixelImage(png: Array(Data(contentsOf: picture))).png())).write(to: picture)
      return try drawing()
    },
    Rendering("another text in the picture") { _, picture in
      let file = try PNGFile(Array(Data(contentsOf: picture)))
      try Data(file.adding("Software", "An optimizer")).write(to: picture)
      return try drawing()
    },
    Rendering("another stack that draws the same") { _, picture in
      let plain = try PNGFile(SampleChart.chart().png(scale: 1))
      try Data(plain.adding(RenderingStack.keyword, "cairo 9.9")).write(to: picture)
      return try drawing()
    },
    Rendering("one step in every channel of a part") { _, picture in
      let file = try PNGFile(Array(Data(contentsOf: picture)))
      var image = try PixelImage(png: file.bytes)
      for place in 0..<5000 { image.pixels[place] = image.pixels[place] &- 0x1_0101 }
      let stack = file.texts[RenderingStack.keyword] ?? ""
      try Data(PNGFile(try #require(image.png())).adding(RenderingStack.keyword, stack)).write(to: picture)
      return try drawing()
    },
    Rendering("another thread") { _, _ in try await Task.detached { try drawing() }.value },
    Rendering("many at a time") { _, _ in
      try await withThrowingTaskGroup(of: Drawing.self) { group in
        for _ in 0..<8 { group.addTask { try drawing() } }
        var last = try drawing()
        for try await drawing in group { last = drawing }
        return last
      }
    },
    Rendering("fonts that are opened anew") { _, _ in try SampleChart.chart().drawing(fonts: FontLibrary()) },
    Rendering("the chart's JSON, read back") { _, _ in
      let json = try JSONEncoder().encode(SampleChart.chart())
      return try JSONDecoder().decode(Chart.self, from: json).drawing()
    },
    Rendering("references that cannot be written, with other dates") { scene, picture in
      for file in [scene, picture] {
        try FileManager.default.setAttributes(
          [.posixPermissions: 0o444, .modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: file.path)
      }
      return try drawing()
    },
  ]

  @Test(arguments: renderings) func isAccepted(_ rendering: Rendering) async throws {
    let folder = try TemporaryFolder()
    let name = SnapshotName(testFile: folder.url.appending(path: "T.swift"), suites: [], function: "chart()")
    _ = SnapshotCheck(name, mode: .missing).outcome(of: try Self.drawing(), as: [.scene, .png, .pdf])
    let drawing = try await rendering.change(name.file(.scene), name.file(.png))
    for isStrict in [false, true] {
      let check = SnapshotCheck(name, mode: .pending, isStrict: isStrict)
      let outcome = check.outcome(of: drawing, as: [.scene, .png, .pdf])
      #expect(outcome.failure == nil && outcome.warning == nil, "\(outcome.failure ?? outcome.warning ?? "")")
    }
    #expect(folder.files.count == 3)
  }
}
