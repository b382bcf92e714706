import Foundation
import Testing

@testable import Plot

/// Writes every sample as a picture, for eyes: `LOOK=/some/folder swift test --filter LookTests`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["LOOK"] != nil))
struct LookTests {
  @Test func pictures() throws {
    let folder = URL(filePath: ProcessInfo.processInfo.environment["LOOK"] ?? ".", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, chart) in SampleCharts.all { try chart.write(to: folder.appending(path: "\(name).png")) }
  }
}
