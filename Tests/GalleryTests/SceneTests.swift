import Foundation
import Plot
import Testing

@testable import Gallery

/// Every gallery chart against its reference: the scene as text, in `__Snapshots__`.
struct SceneTests {
  private static let accepts = ProcessInfo.processInfo.environment["ACCEPT_SCENES"] == "1"
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "__Snapshots__")
  private static let acceptance = "ACCEPT_SCENES=1 swift test --filter GalleryTests"

  @Test(arguments: Gallery.all.map(\.slug)) func sceneIsAsAccepted(_ slug: String) throws {
    let chart = try #require(Gallery.all.first { $0.slug == slug })
    let text = try chart.picture().drawing().scene.text
    let file = Self.folder.appending(path: "\(slug).scene")
    let reference = try? String(contentsOf: file, encoding: .utf8)
    guard reference != text else { return }
    if Self.accepts {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("\(slug).scene is written. Look at the chart, then run the tests again.")
    } else if let reference {
      Issue.record("\(slug) is drawn differently:\n\(difference(reference, text))\nTo accept: \(Self.acceptance)")
    } else {
      Issue.record("\(slug) has no reference. Look at the chart, then accept it: \(Self.acceptance)")
    }
  }

  @Test func everyReferenceHasItsChart() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0.hasSuffix(".scene") }
    #expect(Set(names) == Set(Gallery.all.map { "\($0.slug).scene" }))
    let sizes = try names.map { try Data(contentsOf: Self.folder.appending(path: $0)).count }
    #expect(sizes.reduce(0, +) < 600_000)
  }

  /// The first lines that differ, each with its number.
  private func difference(_ reference: String, _ text: String) -> String {
    let (old, new) = (reference.split(separator: "\n"), text.split(separator: "\n"))
    var lines: [String] = []
    for number in 0..<max(old.count, new.count) where lines.count < 12 {
      let (before, after) = (number < old.count ? old[number] : nil, number < new.count ? new[number] : nil)
      guard before != after else { continue }
      if let before { lines.append("\(number + 1) - \(before)") }
      if let after { lines.append("\(number + 1) + \(after)") }
    }
    return lines.joined(separator: "\n")
  }
}
