internal import Foundation
internal import Runs

/// Notices when a run's files change, without reading them.
struct RunChanges {
  private struct Trace: Hashable {
    var path: String
    var size: Int
    var modified: Date
  }

  private let place: URL
  private var traces: [Trace] = []
  private var status: RunStatus?

  init(_ place: URL) { self.place = place }

  /// Whether anything is other than at the last call; true at the first.
  mutating func haveOccurred() -> Bool {
    let traces = currentTraces()
    // A writer that is killed changes no file.
    let status = (try? Run.list(in: place))?.first?.status
    defer { (self.traces, self.status) = (traces, status) }
    return traces != self.traces || status != self.status
  }

  private func currentTraces() -> [Trace] {
    let keys: [URLResourceKey] = [.fileSizeKey, .contentModificationDateKey, .isRegularFileKey]
    let below = FileManager.default.enumerator(
      at: place, includingPropertiesForKeys: keys, options: [.skipsHiddenFiles])
    let files = [place] + (below.map { $0.compactMap { $0 as? URL } } ?? [])
    return files.compactMap { file in
      guard let values = try? file.resourceValues(forKeys: Set(keys)), values.isRegularFile == true else { return nil }
      return Trace(
        path: file.path, size: values.fileSize ?? 0, modified: values.contentModificationDate ?? .distantPast)
    }
  }
}
