import Foundation
import Runs

/// Runs of a small sweep made by hand.
enum SampleRuns {
  /// A finished run of so many steps whose loss falls to a final value.
  static func run(
    _ name: String, config: [String: ConfigValue] = [:], seed: UInt64? = nil, final: Double = 0.1, steps: Int = 40,
    tags: [String] = ["loss", "val_loss"], status: RunStatus = .finished
  ) -> Run {
    var manifest = RunManifest(
      name: name, startTime: Date(timeIntervalSince1970: 1_795_314_095), command: [], config: config, seed: seed)
    manifest.status = status
    manifest.endTime = manifest.startTime?.addingTimeInterval(12.5)
    let values = (0..<steps).map { step in final * (1 + 3 * exp(-Double(step) / 6) - 3 * exp(-Double(steps - 1) / 6)) }
    return Run(
      folder: URL(filePath: "/nowhere/\(name)"), manifest: manifest,
      scalars: tags.enumerated().map { index, tag in
        SampleRun.series(tag, values.map { $0 * (1 - 0.1 * Double(index == 0 ? 1 : 0)) })
      })
  }

  /// The cells of the airline example with five seeds each: gru is clearly best, dense clearly worst, lstm and simple are
  /// alike.
  static func cells(seeds: Int = 5) -> [Run] {
    let finals = ["dense": 0.4, "simple": 0.2, "lstm": 0.201, "gru": 0.1]
    return ["dense", "simple", "lstm", "gru"].flatMap { cell in
      (1...seeds).map { seed in
        // Spread by up to ±5 % that has nothing to do with the cell.
        let spread = 1 + 0.05 * sin(Double(seed * 7 + cell.count * 3))
        return run(
          "\(cell)-\(seed)", config: ["cell": .string(cell), "units": 10, "out_dir": .string("runs/\(seed)")],
          seed: UInt64(seed), final: (finals[cell] ?? 1) * spread)
      }
    }
  }
}
