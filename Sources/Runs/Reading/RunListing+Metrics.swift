#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension RunListing {
  /// The runs of a list, with what only their curves tell: the best and last values of runs that are still going on, of
  /// runs of other programs, and of tags that the manifest does not declare. On all processors. A folder whose event files
  /// hold nothing but the description of the runs below it is left out.
  ///
  /// - Parameter direction: Which way the metric of a tag is better, where no manifest says so.
  package static func completed(
    _ runs: [RunListing], direction: @Sendable (String) -> MetricSummary.Direction
  ) -> [RunListing] {
    let completed = Parallel.map(runs.count) { runs[$0].needsCurves ? runs[$0].completed(direction) : runs[$0] }
    // Only a list with such folders is worth a look at what holds what.
    guard completed.contains(where: \.isBare) else { return completed }
    let holders = Set(runs.flatMap { RunListing.ancestors(of: $0.folder.path) })
    return completed.filter { !$0.isBare || !holders.contains($0.folder.path) }
  }

  /// The folders above a path, without a slash at their ends.
  private static func ancestors(of path: String) -> [String] {
    path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
  }

  /// Whether nothing is known of the run.
  private var isBare: Bool {
    !hasManifest && problem == nil && manifest.metrics.isEmpty && manifest.config.isEmpty
  }

  /// The manifest of a run that ended says all; that of a killed one says what was known in the beginning.
  private var needsCurves: Bool {
    if !hasManifest || status == .running || manifest.metrics.isEmpty { return true }
    return status == .interrupted && !manifest.metrics.values.contains { $0.last != nil }
  }

  private func completed(_ direction: (String) -> MetricSummary.Direction) -> RunListing {
    var result = self
    do {
      let run = try Run(reading: folder)
      if !hasManifest { (result.manifest, result.status) = (run.manifest, run.status) }
      for series in run.scalars {
        let known = manifest.metrics[series.tag]
        var summary = MetricSummary(direction: known?.direction ?? direction(series.tag), test: known?.test)
        for (step, value) in zip(series.steps, series.values) { summary.record(value, step: step) }
        result.manifest.metrics[series.tag] = summary
      }
      result.problem = problem ?? run.diagnostics.first { $0.severity == .error }
    } catch {
      let message = (error as? RunError)?.message ?? "\(error)"
      result.problem = problem ?? Diagnostic(.error, message: message)
    }
    return result
  }
}
