import Foundation
import Testing

@testable import Plot

/// Writes every figure as a picture, for eyes: `LOOK=/some/folder swift test --filter FigureLookTests`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["LOOK"] != nil))
struct FigureLookTests {
  @Test func pictures() throws {
    let folder = URL(filePath: ProcessInfo.processInfo.environment["LOOK"] ?? ".", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, figure) in SampleFigures.all {
      try figure.write(to: folder.appending(path: "figure \(name).png"))
      try figure.theme(.dark).write(to: folder.appending(path: "figure \(name) dark.png"))
    }
  }
}
