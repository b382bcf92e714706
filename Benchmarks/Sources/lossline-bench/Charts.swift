import Foundation
import Plot

/// The charts of `peers/plot_mpl.py`, each made, drawn and saved anew at 1400 × 1000 pixels, as PNG and as PDF.
enum Charts {
  private static let widthInPixels = 1400.0
  private static let size = (width: 504.0, height: 360.0)  // 7 × 5 inches, as the peer's

  /// Leaves the pictures in the folder, where they can be held against the peer's.
  static func measure(folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var milliseconds: [String: Double] = [:]
    func time(
      _ name: String, _ ending: String, rounds: Int, widthInPixels: Double = widthInPixels, _ chart: () -> Chart
    ) throws {
      let file = folder.appending(path: "\(name).\(ending)")
      var times: [Double] = []
      for _ in 0..<rounds {
        times.append(
          try ContinuousClock().measure {
            try chart().size(width: size.width, height: size.height).write(to: file, scale: widthInPixels / size.width)
          } / .milliseconds(1))
      }
      milliseconds["\(name).\(ending)_ms"] = times.sorted()[rounds / 2]
    }
    var random = Random()
    for (name, chart) in small(&random) {
      for ending in ["png", "pdf"] { try time(name, ending, rounds: 15, chart) }
      if name == "loss" { try time("loss700", "png", rounds: 15, widthInPixels: 700, chart) }
    }
    for (name, count) in [("big", 1_000_000), ("huge", 10_000_000)] {
      var sum = 0.0
      let walk = (0..<count).map { _ in
        sum += random.normal()
        return sum
      }
      try time(name, "png", rounds: 5) { Chart { LineMark(y: walk) } }
    }
    let json = try JSONEncoder().encode(milliseconds)
    print(String(decoding: json, as: UTF8.self))
  }

  private static func small(_ random: inout Random) -> [(String, () -> Chart)] {
    let epochs = (0..<400).map(Double.init)
    let training = epochs.map { 0.5 * exp(-$0 / 60) + 0.02 * random.unit() }
    let validation = epochs.map { 0.55 * exp(-$0 / 60) + 0.03 * random.unit() }
    let original = (0..<27).map { _ in random.normal() }
    let prediction = original.map { $0 + 0.1 * random.normal() }
    return [
      (
        "loss",
        {
          Chart("History of training") {
            LineMark(x: epochs, y: training, series: "Train")
            LineMark(x: epochs, y: validation, series: "Validation")
          }
          .xAxis("Epoch").yAxis("Loss")
        }
      ),
      (
        "lines",
        {
          Chart("validation results") {
            LineMark(y: original, series: "original")
            LineMark(y: prediction, series: "prediction")
          }
        }
      ),
      (
        "bars",
        {
          Chart {
            BarMark(x: Array(0..<27), y: original, series: "original")
            BarMark(x: Array(0..<27), y: prediction, series: "prediction")
          }
          .xAxis("Sample").yAxis("Normalized #Passengers")
        }
      ),
    ]
  }
}

/// SplitMix64.
private struct Random {
  private var state: UInt64 = 1

  mutating func unit() -> Double {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return Double((z ^ (z >> 31)) >> 11) * 0x1p-53
  }

  /// Box and Muller.
  mutating func normal() -> Double { (-2 * log(1 - unit())).squareRoot() * cos(2 * .pi * unit()) }
}
