internal import CTestObservation
internal import Foundation
internal import Plot
internal import Snapshots
internal import Testing
internal import XCTest

/// The test that is running, of either framework.
enum TestContext {
  case swiftTesting(Test)
  case xcTest(XCTestCase)
  /// No test, or one that is not known here: a detached task or a thread of its own.
  case unknown

  static var current: TestContext {
    if let test = Test.current { return .swiftTesting(test) }
    if let test = RunningTestCase.shared.current { return .xcTest(test) }
    return .unknown
  }

  /// The suites that the test is in, from the outermost on, and its function; `nil` when no test is known.
  var path: (suites: [String], function: String)? {
    switch self {
    case .swiftTesting(let test):
      // Such as `Module.Outer/Inner/test()/File.swift:5:2`; a function's name may hold slashes itself.
      let id = String(describing: test.id)
      guard let end = id.range(of: "/\(test.name)/", options: .backwards) else {
        return ([], test.name)
      }
      let suites = id[..<end.lowerBound].split(separator: "/")
      let module = test.sourceLocation.moduleName
      return (suites.map { String($0.hasPrefix("\(module).") ? $0.dropFirst(module.count + 1) : $0) }, test.name)
    case .xcTest(let test):
      let parts = test.name.split(separator: ".").map(String.init)
      return (parts.dropLast(), parts.last ?? test.name)
    case .unknown: return nil
    }
  }

  /// Whether the test runs once for each of several arguments.
  var isParameterized: Bool {
    if case .swiftTesting(let test) = self { test.isParameterized } else { false }
  }
}

/// The test case of XCTest that is running. XCTest runs one at a time.
private final class RunningTestCase: NSObject, XCTestObservation, @unchecked Sendable {
  // Unchecked: the class that it inherits from does not say that it is.
  static let shared = RunningTestCase()

  private let testCase = Locked<XCTestCase?>(nil)

  var current: XCTestCase? { testCase.withLock { $0 } }

  func testCaseWillStart(_ testCase: XCTestCase) { self.testCase.withLock { $0 = testCase } }
  func testCaseDidFinish(_ testCase: XCTestCase) { self.testCase.withLock { $0 = nil } }
}

/// Called when the program is loaded, before any test begins.
@_cdecl("lossline_observe_tests") func observeTests() {
  XCTestObservationCenter.shared.addTestObserver(RunningTestCase.shared)
  TestRecorder.prepareExit()
}
