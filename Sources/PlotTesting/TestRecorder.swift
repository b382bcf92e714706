internal import Foundation
internal import Plot
internal import Snapshots
internal import Testing
internal import XCTest

/// Where in the source an expectation is.
struct CallSite {
  let fileID: StaticString
  let filePath: StaticString
  let line: UInt
  let column: UInt

  var testFile: URL { URL(filePath: "\(filePath)") }
  /// File, line and column.
  var text: String { "\(PackageFolder.path(of: testFile)):\(line):\(column)" }

  fileprivate var location: SourceLocation {
    SourceLocation(fileID: "\(fileID)", filePath: "\(filePath)", line: Int(line), column: Int(column))
  }
}

/// Tells the framework that runs the test what was found. Each framework drops what is told to the other.
enum TestRecorder {
  static func record(_ outcome: SnapshotOutcome, _ context: TestContext, at call: CallSite) {
    if let failure = outcome.failure { fail(failure, context, at: call) }
    if let warning = outcome.warning { warn(warning, context, at: call) }
    for file in outcome.attachments { attach(file, context, at: call) }
  }

  static func fail(_ message: String, _ context: TestContext, at call: CallSite) {
    switch context {
    case .swiftTesting: Issue.record(Comment(rawValue: message), sourceLocation: call.location)
    case .xcTest: XCTFail(message, file: call.filePath, line: call.line)
    case .unknown:
      // Swift Testing fails the run for an issue outside of its tests; nobody else would notice.
      Issue.record(Comment(rawValue: message), sourceLocation: call.location)
      failAtExit("\(call.text): error: \(message)")
    }
  }

  private static func warn(_ message: String, _ context: TestContext, at call: CallSite) {
    if case .swiftTesting = context {
      Issue.record(Comment(rawValue: message), severity: .warning, sourceLocation: call.location)
    } else {
      print("\(call.text): warning: \(message)")
    }
  }

  private static func attach(_ file: SnapshotAttachment, _ context: TestContext, at call: CallSite) {
    switch context {
    case .swiftTesting: Attachment.record(file.bytes, named: file.name, sourceLocation: call.location)
    #if canImport(Darwin)
      case .xcTest(let test):
        let attachment = XCTAttachment(data: Data(file.bytes))
        attachment.name = file.name
        attachment.lifetime = .keepAlways
        test.add(attachment)
    #endif
    default: break
    }
  }

  /// Writes to standard error and has the process end with 1, whatever it wanted to end with.
  private static func failAtExit(_ message: String) {
    print(message)
    hasFailed.withLock { $0 = true }
  }

  private static let hasFailed = Locked(false)

  /// Called when the program is loaded: what is registered first happens last, after runs and pages are written.
  static func prepareExit() {
    atexit {
      guard TestRecorder.hasFailed.withLock({ $0 }) else { return }
      fflush(nil)
      _exit(1)
    }
  }

  private static func print(_ message: String) {
    // There is nobody left to tell when standard error is gone too.
    try? FileHandle.standardError.write(contentsOf: Data((message + "\n").utf8))
  }
}
