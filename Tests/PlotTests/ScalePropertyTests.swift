import Foundation
import Testing

@testable import Plot

/// What holds for ticks and places whatever the domain.
@Suite struct ScalePropertyTests {
  /// Of any size, around 0 or far from it.
  private static func domain(_ random: inout SplitMix) -> ClosedRange<Double> {
    let extent = pow(10, (random.unit() - 0.5) * 24)
    let centre = random.unit() < 0.3 ? 0 : (random.unit() - 0.5) * extent * pow(10, random.unit() * 5)
    return centre - extent * random.unit()...centre + extent * (0.01 + random.unit())
  }

  @Test func stepsAreRoundAndTicksAreTheirMultiples() throws {
    var random = SplitMix(state: 3)
    for _ in 0..<4000 {
      let domain = Self.domain(&random)
      let wanted = 2 + Int(random.unit() * 10)
      let reach = random.unit() < 0.5 ? ExtendedTicks.Reach.inside : .covering
      let values = try #require(ExtendedTicks.values(in: domain, wanted: wanted, reach: reach), "\(domain)")
      let step = (try #require(values.last) - values[0]) / Double(values.count - 1)
      let factor = step / pow(10, floor(log10(step * (1 + 1e-7))))
      let round = [1, 2, 2.5, 5].first { abs(factor / $0 - 1) < 1e-6 }
      #expect(round != nil, "\(domain) \(wanted): \(values)")
      for value in values {
        #expect(abs(value / step - (value / step).rounded()) < 1e-6 * max(1, abs(value / step)), "\(domain): \(values)")
      }
      #expect(values.count >= 2 && values.count <= 2 * wanted + 2, "\(domain) \(wanted): \(values)")
    }
  }

  /// 2.5 stands only where 2 would give about as many labels as wanted or more, and 5 too few.
  @Test func quartersAreTheLastResort() throws {
    var random = SplitMix(state: 5)
    var quarters = 0
    for _ in 0..<2000 {
      let domain = Self.domain(&random)
      let wanted = 4 + Int(random.unit() * 8)
      let values = try #require(ExtendedTicks.values(in: domain, wanted: wanted))
      let step = (try #require(values.last) - values[0]) / Double(values.count - 1)
      let power = pow(10, floor(log10(step * (1 + 1e-7))))
      guard abs(step / power - 2.5) < 1e-6 else { continue }
      quarters += 1
      let extent = domain.upperBound - domain.lowerBound
      #expect(extent / (2 * power) > Double(wanted - 1) * 0.9, "\(domain) \(wanted): \(values)")
      #expect(extent / (5 * power) < Double(wanted - 1) * 1.05, "\(domain) \(wanted): \(values)")
    }
    #expect(quarters < 300)
  }

  @Test(arguments: [
    (1.0, 1.3, 7, ["1.00", "1.05", "1.10", "1.15", "1.20", "1.25", "1.30"]),
    (0.0, 10, 6, ["0", "2", "4", "6", "8", "10"]),
    (0.97, 1.52, 6, ["1.0", "1.1", "1.2", "1.3", "1.4", "1.5"]),
  ])
  func ticksAreThoseThatReadersExpect(low: Double, high: Double, wanted: Int, labels: [String]) throws {
    #expect(NumberLabel.labels(try #require(ExtendedTicks.values(in: low...high, wanted: wanted))) == labels)
  }

  @Test(arguments: [ResolvedAxis.Kind.linear, .log, .symlog, .squareRoot, .time])
  func placesRiseWithTheirValues(kind: ResolvedAxis.Kind) throws {
    var random = SplitMix(state: 7)
    for round in 0..<300 {
      var domain = Self.domain(&random)
      if kind == .log {
        let low = pow(10, (random.unit() - 0.5) * 20)
        domain = low...low * pow(10, 0.01 + random.unit() * 8)
      }
      var spec = AxisSpec(isReversed: round % 2 == 0)
      spec.padding = round % 3 == 0 ? random.unit() * 0.3 : nil
      let axis = ResolvedAxis(kind: kind, domain: domain, mayBeNice: round % 5 < 2)
      let (scale, ticks) = AxisLayout.scaleAndTicks(axis, spec: spec, length: 400, pointsPerTick: 60)
      let shown = try #require(scale.domain)
      #expect(shown.lowerBound <= domain.lowerBound && shown.upperBound >= domain.upperBound)
      let places = try (0...40).map { step in
        let share = Double(step) / 40
        return try #require(scale.fraction(domain.lowerBound * (1 - share) + domain.upperBound * share))
      }
      for (a, b) in zip(places, places.dropFirst()) {
        #expect(spec.isReversed ? a > b : a < b, "\(kind) \(domain)")
      }
      #expect(places.allSatisfy { $0 > -1e-9 && $0 < 1 + 1e-9 }, "\(kind) \(domain)")
      #expect(ticks.count { !$0.isMinor } >= 2, "\(kind) \(domain)")
      #expect(Set(ticks.filter { !$0.isMinor }.map(\.label)).count >= 2, "\(kind) \(domain): \(ticks.map(\.label))")
      for tick in ticks {
        let place = try #require(scale.fraction(tick.value))
        #expect(place > -1e-6 && place < 1 + 1e-6, "\(kind) \(domain) \(tick)")
      }
    }
  }

  /// A padded scale keeps its domain inside, with the same room on both sides.
  @Test(arguments: [
    Scale.linear(-3...8), .log(1e-3...40), .symlog(-200...7000, threshold: 2), .squareRoot(-4...90),
    .reversed(.log(2...9)),
  ])
  func paddingIsEvenOnBothSides(scale: Scale) throws {
    let domain = try #require(scale.domain)
    let padded = scale.padded(by: 0.25)
    let ends = try [domain.lowerBound, domain.upperBound].map { try #require(padded.fraction($0)) }.sorted()
    guard !scale.isReversed else { return }
    #expect(abs(ends[0] - 0.25 / 1.5) < 1e-9 && abs(ends[1] - 1.25 / 1.5) < 1e-9)
  }

  @Test(arguments: [0.0, 0.5, 2]) func namesHavePlacesOfTheirOwn(padding: Double) throws {
    let names = (0..<17).map { "n\($0)" }
    for kind in [ResolvedAxis.Kind.band, .point] {
      for isReversed in [false, true] {
        var spec = AxisSpec(isReversed: isReversed)
        spec.padding = padding
        let axis = ResolvedAxis(kind: kind, bands: names)
        let (scale, ticks) = AxisLayout.scaleAndTicks(axis, spec: spec, length: 400, pointsPerTick: 60)
        #expect(ticks.map(\.label) == names)
        let places = try ticks.map { try #require(scale.fraction($0.value)) }
        for (a, b) in zip(places, places.dropFirst()) { #expect(isReversed ? a > b : a < b) }
        #expect(places.allSatisfy { (0...1).contains($0) })
      }
    }
  }
}
