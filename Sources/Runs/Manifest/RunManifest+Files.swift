#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension RunManifest {
  /// Reads `run.json` of a folder.
  ///
  /// - Throws: ``RunError`` if it is missing, cannot be read or is no manifest.
  init(readingFrom folder: String) throws {
    let path = "\(folder)/\(RunManifest.fileName)"
    let bytes: [UInt8]
    do throws(SystemFailure) {
      bytes = try FileSystem.read(path)
    } catch {
      throw error.onReading(path)
    }
    do {
      self = try RunJSON.decoder().decode(RunManifest.self, from: Data(bytes))
    } catch {
      throw RunError(
        .malformed, path: path,
        message: "\(RunJSON.finding(of: error)) Mend it or remove it; the event files can be read without it.")
    }
  }

  /// The manifest with the name of its folder, if it has none of its own.
  func named(after folder: URL) -> RunManifest {
    var manifest = self
    if manifest.name.isEmpty { manifest.name = folder.standardizedFileURL.lastPathComponent }
    return manifest
  }

  /// Makes the manifest of an ended run that of a running one again.
  ///
  /// A best value that was reached at a step that will be run again does not count, and a killed run told none; it is sought
  /// in the points before.
  mutating func resume(with scalars: [ScalarSeries], at step: Int) {
    status = .running
    endTime = nil
    failure = nil
    for (tag, metric) in metrics where (metric.bestStep ?? .max) >= step {
      var summary = MetricSummary(direction: metric.direction)
      if let series = scalars.first(where: { $0.tag == tag }) {
        for (step, value) in zip(series.steps, series.values).prefix(while: { $0.0 < step }) {
          summary.record(value, step: step)
        }
      }
      metrics[tag] = summary
    }
  }
}
