import Foundation
import Testing

@testable import Report

@Suite struct LookTests {
  @Test func dump() throws {
    let written = try TrainingReport(run: SampleRun.airline()).write(to: URL(filePath: "/tmp/proto/out"))
    print(written.index.path)
  }
}
