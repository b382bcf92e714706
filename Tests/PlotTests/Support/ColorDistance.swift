import Foundation

@testable import Plot

/// How far apart two colours look: ΔE*ab of CIE 1976, the Euclidean distance in CIELAB under D65. Distances under
/// colour-blind sight are between colours as G. Machado, M. Oliveira and L. Fernandes (2009) simulate them at severity 1,
/// in linear RGB, cut to 0…1.
enum ColorDistance {
  enum Sight: CaseIterable { case normal, protan, deutan, tritan }

  /// The smallest distance between any two of the colours under any sight.
  static func smallest(_ colors: [Color]) -> Double {
    Sight.allCases.map { smallest(colors, $0) }.min() ?? .infinity
  }

  static func smallest(_ colors: [Color], _ sight: Sight) -> Double {
    let seen = colors.map { lab(simulate($0.linear, sight)) }
    let pairs = seen.indices.flatMap { first in seen.indices.dropFirst(first + 1).map { (seen[first], seen[$0]) } }
    return pairs.map { zip($0, $1).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot() }.min() ?? .infinity
  }

  private static func simulate(_ c: LinearRGB, _ sight: Sight) -> LinearRGB {
    let m: [Double] =
      switch sight {
      case .normal: [1, 0, 0, 0, 1, 0, 0, 0, 1]
      case .protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998]
      case .deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881]
      case .tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900]
      }
    func row(_ r: Int) -> Double { min(max(m[r] * c.red + m[r + 1] * c.green + m[r + 2] * c.blue, 0), 1) }
    return LinearRGB(red: row(0), green: row(3), blue: row(6))
  }

  private static func lab(_ c: LinearRGB) -> [Double] {
    func f(_ value: Double) -> Double { value > 0.008856 ? cbrt(value) : 7.787 * value + 16 / 116 }
    let x = f((0.4124564 * c.red + 0.3575761 * c.green + 0.1804375 * c.blue) / 0.95047)
    let y = f(0.2126729 * c.red + 0.7151522 * c.green + 0.0721750 * c.blue)
    let z = f((0.0193339 * c.red + 0.1191920 * c.green + 0.9503041 * c.blue) / 1.08883)
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
  }
}
