import Foundation
import Testing

@Suite struct RepositoryTests {
  private let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

  @Test func referencesTogetherStaySmall() throws {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: tests.path).filter {
      $0.contains("/__Snapshots__/")
    }
    let sizes = try paths.map {
      try FileManager.default.attributesOfItem(atPath: tests.appending(path: $0).path)[.size]
    }
    let total = sizes.reduce(0) { $0 + ($1 as? Int ?? 0) }
    #expect(paths.count > 150 && total < 5_000_000, "\(paths.count) files of \(total) bytes")
  }
}
