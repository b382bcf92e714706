import Foundation
import Runs

/// Writes scalars, one call each, into a run folder, as `peers/write_scalars.py` does with TensorBoard's writers.
enum Writing {
  /// The same points as the peer's: ten tags in turn, a value that single precision holds.
  static func measure(count: Int, folder: String) throws {
    let tags = (0..<10).map { "metric_\($0)" }
    let writer = try RunWriter(creating: URL(filePath: folder))
    let duration = try ContinuousClock().measure {
      for index in 0..<count {
        try writer.log(tags[index % 10], Double(index % 1000) / 1024, step: index / 10)
      }
      try writer.flush()
    }
    try writer.finish()
    let seconds = duration / .seconds(1)
    print(
      """
      {"peer": "lossline", "count": \(count), "seconds": \(seconds), "per_second": \(Double(count) / seconds)}
      """)
  }
}
