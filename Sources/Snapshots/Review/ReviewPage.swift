package import Foundation
internal import Plot

/// A page of all snapshots of a package that are not as accepted: pictures side by side with the worst spot enlarged, the
/// lines of scenes that differ, and the commands that accept. One file, which runs no script and asks the network for
/// nothing.
package struct ReviewPage: Sendable {
  /// The package's name: that of its folder.
  package let title: String
  /// What differs.
  package let snapshots: [UnacceptedSnapshot]
  /// What cannot be shown, a sentence each.
  package let problems: [String]

  /// Everything in a package that is not as accepted.
  package init(of package: URL) {
    var problems: [String] = []
    title = package.standardizedFileURL.lastPathComponent
    snapshots = UnacceptedSnapshot.all(in: package) { problems.append($0.legible()) }
    self.problems = problems
  }

  /// The page.
  package var html: String {
    var markup = ReviewMarkup(title: title)
    markup.header(snapshots, problems: problems)
    for (number, snapshot) in snapshots.enumerated() { markup.section(snapshot, number: number + 1) }
    return markup.page
  }

  /// Writes the page, whole or not at all, and the folder that it is in.
  ///
  /// - Throws: ``PlotError/Code/unwritableFile``.
  package func write(to file: URL) throws {
    let folder = file.deletingLastPathComponent()
    do { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) } catch {
      throw PlotError(
        .unwritableFile, "\(folder.path): the folder cannot be made: \(error.systemReason). Choose another folder.")
    }
    try OutputFile.write(Array(html.utf8), to: file)
  }
}
