internal import Foundation
public import Plot
internal import Snapshots

/// Expects a chart or figure to be drawn as it was accepted, in a test of Swift Testing or of XCTest.
///
/// ```swift
/// @Test func lossCurve() { expectSnapshot(of: chart) }
/// @Test(arguments: Theme.all) func themes(_ theme: Theme) { expectSnapshot(of: chart.theme(theme), named: theme.name) }
/// @Test func paper() { expectSnapshot(of: chart, as: .pdf) }
/// ```
/// References are beside the test's file, in `__Snapshots__/<TestFile>/<Suite.test>[.<name>]` with the endings `.scene`,
/// `.png` and `.pdf.txt`. A test without one fails; what it drew is written beside its place as `….pending.…`, to be looked
/// at and accepted with `lossline snapshots accept`. The variable `PLOT_SNAPSHOTS` changes what is written:
///
/// | value | what is missing | what differs |
/// |---|---|---|
/// | `pending`, the default | becomes pending | becomes pending |
/// | `never`, the default where `CI` is set | is not written | is not written |
/// | `missing` | is written | becomes pending |
/// | `failed` | is written | is written |
/// | `all` | is written | is written, as is what looks the same in other bytes |
///
/// What is missing, differs or is written fails in every mode. Scenes must agree exactly. Pictures must look the same where
/// libraries and fonts are those of the reference, which the file says; elsewhere the scene decides, and a picture that
/// differs is a warning, or fails with `PLOT_SNAPSHOTS_STACK=strict`. Two pixels look the same when they are at most 0.02
/// apart in OKLab (HyAB distance), or one step in each channel; every pixel counts.
///
/// A test takes one snapshot without a name, and a parameterized test none. Call it in the task of the test: a detached task
/// does not know which test it belongs to, and fails the run as a whole. Outside of any test the failure goes to standard
/// error, and the process ends with 1.
///
/// - Parameters:
///   - picture: A chart, a figure or a drawing.
///   - name: What tells several snapshots of one test apart.
///   - formats: What is compared; scene and image by default.
///   - scale: Pixels a point of the image.
///   - fonts: What texts are set in.
///   - fileID: The file of the call, where failures are shown; leave it to the compiler.
///   - filePath: The path of that file, beside which references are; leave it to the compiler.
///   - line: The line of the call; leave it to the compiler.
///   - column: The column of the call; leave it to the compiler.
public func expectSnapshot(
  of picture: some Snapshotable, named name: String? = nil, as formats: SnapshotFormats = [.scene, .image],
  scale: Double = 1, fonts: FontLibrary = .installed, fileID: StaticString = #fileID,
  filePath: StaticString = #filePath, line: UInt = #line, column: UInt = #column
) {
  let call = CallSite(fileID: fileID, filePath: filePath, line: line, column: column)
  let context = TestContext.current
  do {
    let check = try snapshotCheck(name, formats, context, at: call)
    let drawing = try picture.drawing(fonts: fonts)
    if let problem = SnapshotClaims.shared.note(drawing, for: check.name, formats.formats) {
      throw ExpectationError(problem)
    }
    TestRecorder.record(check.outcome(of: drawing, as: formats.formats, scale: scale), context, at: call)
  } catch {
    TestRecorder.fail("\(error)", context, at: call)
  }
}

/// Expects two charts or figures to look the same: one scene, and no pixel that differs visibly.
///
/// Nothing is read or written. The size of the pictures is their own.
///
/// - Parameters:
///   - first: What it should look like.
///   - second: What is tested.
///   - scale: Pixels a point of the pictures that are compared.
///   - fonts: What texts are set in.
///   - fileID: The file of the call, where failures are shown; leave it to the compiler.
///   - filePath: The path of that file, beside which references are; leave it to the compiler.
///   - line: The line of the call; leave it to the compiler.
///   - column: The column of the call; leave it to the compiler.
public func expectSameRendering(
  _ first: some Snapshotable, _ second: some Snapshotable, scale: Double = 1, fonts: FontLibrary = .installed,
  fileID: StaticString = #fileID, filePath: StaticString = #filePath, line: UInt = #line, column: UInt = #column
) {
  let call = CallSite(fileID: fileID, filePath: filePath, line: line, column: column)
  let context = TestContext.current
  do {
    let (one, other) = (try first.drawing(fonts: fonts), try second.drawing(fonts: fonts))
    TestRecorder.record(try RenderingComparison.outcome(one, other, scale: scale), context, at: call)
  } catch {
    TestRecorder.fail("\(error)", context, at: call)
  }
}

/// The check of a snapshot, once its name is sound and claimed.
private func snapshotCheck(
  _ name: String?, _ formats: SnapshotFormats, _ context: TestContext, at call: CallSite
) throws -> SnapshotCheck {
  guard let path = context.path else {
    throw ExpectationError(
      "expectSnapshot does not know which test it is in; call it in the task of the test, not in a detached one.")
  }
  guard !formats.formats.isEmpty else {
    throw ExpectationError("There is nothing to compare; give at least one format, such as `as: .scene`.")
  }
  guard name != nil || !context.isParameterized else {
    throw ExpectationError(
      "\(path.function) runs once for each argument, so that its snapshots need names: "
        + "expectSnapshot(of: chart, named: \"…\").")
  }
  let snapshot = SnapshotName(testFile: call.testFile, suites: path.suites, function: path.function, name: name)
  for format in formats.formats {
    if let problem = SnapshotClaims.shared.claim(snapshot, format, call: call.text) { throw ExpectationError(problem) }
    SnapshotAnnouncer.shared.announce(snapshot.file(format), test: snapshot.test)
  }
  let environment = ProcessInfo.processInfo.environment
  return SnapshotCheck(
    snapshot, mode: try SnapshotMode(environment: environment),
    isStrict: try SnapshotStackRule(environment: environment) == .strict, source: call.text)
}

/// A sentence about a call that cannot be carried out.
private struct ExpectationError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
