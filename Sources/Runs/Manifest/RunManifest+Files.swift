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
  /// A best value that was reached at a step that will be run again does not count, and a killed run did not tell its
  /// latest ones; they are sought in the points before.
  mutating func resume(with scalars: [ScalarSeries], at step: Int) {
    status = .running
    endTime = nil
    failure = nil
    for (tag, metric) in metrics {
      let isKept = metric.bestStep.map { $0 < step } ?? false
      var summary = isKept ? metric : MetricSummary(direction: metric.direction)
      let known = summary.bestStep ?? .min
      if let series = scalars.first(where: { $0.tag == tag }) {
        for (place, value) in zip(series.steps, series.values) where place > known && place < step {
          summary.record(value, step: place)
        }
      }
      metrics[tag] = summary
    }
  }
}
