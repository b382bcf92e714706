import Foundation
import Runs
import Testing

@testable import Report

@Suite struct RunGroupingTests {
  @Test func runsThatDifferInSeedNameAndPathsAreOneGroup() throws {
    let grouping = try RunGrouping(SampleRuns.cells())
    #expect(grouping.groups.map(\.name) == ["dense", "simple", "lstm", "gru"])
    #expect(grouping.groups.allSatisfy { $0.count == 5 })
    #expect(grouping.varying == ["cell"])
  }

  @Test func everySettingThatDiffersTellsGroupsApart() throws {
    let runs = [("lstm", 5), ("lstm", 10), ("gru", 5), ("gru", 10)].flatMap { cell, units in
      [1, 2].map { seed in
        SampleRuns.run(
          "\(cell)\(units)\(seed)",
          config: ["cell": .string(cell), "model": ["units": .integer(units)], "random_seed": .integer(seed)])
      }
    }
    let grouping = try RunGrouping(runs)
    #expect(grouping.groups.map(\.name) == ["lstm · units 5", "lstm · units 10", "gru · units 5", "gru · units 10"])
    #expect(grouping.groups.flatMap(\.runs).map(\.seed) == ["1", "2", "1", "2", "1", "2", "1", "2"])
    let byCell = try RunGrouping(runs, by: ["config.cell"])
    #expect(byCell.groups.map(\.name) == ["lstm", "gru"] && byCell.groups.map(\.count) == [4, 4])
    #expect(throws: ReportError.self) { try RunGrouping(runs, by: ["config.cel"]) }
  }

  @Test func runsWithoutSettingsAreToldByGroupOrName() throws {
    let named = try RunGrouping(
      ["lstm-seed1", "lstm-seed2", "gru_seed=1", "reseeded", "baseline"].map { SampleRuns.run($0) })
    #expect(named.groups.map(\.name) == ["lstm", "gru", "reseeded", "baseline"])
    #expect(named.groups[0].runs.map(\.seed) == ["1", "2"])
    var grouped = [SampleRuns.run("a"), SampleRuns.run("b")]
    for index in grouped.indices { grouped[index].manifest.group = "mine" }
    #expect(try RunGrouping(grouped).groups.map(\.name) == ["mine"])
  }

  @Test func otherDataMakesAnotherGroup() throws {
    var runs = [SampleRuns.run("a", config: ["x": 1]), SampleRuns.run("b", config: ["x": 1])]
    runs[0].manifest.dataHash = "1234"
    runs[1].manifest.dataHash = "5678"
    #expect(try RunGrouping(runs).groups.count == 2)
  }

  @Test func namesOfGroupsAreUnique() throws {
    let runs = (0..<3).map {
      SampleRuns.run(
        "same", config: ["a": .integer($0), "b": 1, "c": .integer($0), "d": .integer($0), "e": .integer($0)])
    }
    #expect(Set(try RunGrouping(runs).groups.map(\.name)).count == 3)
  }

  @Test func foldersTellRunsOfOneNameApart() throws {
    var runs = ["a", "b"].map { _ in SampleRuns.run("version_0") }
    for (index, parent) in ["one", "two"].enumerated() {
      runs[index].folder = URL(filePath: "/nowhere/\(parent)/version_0")
    }
    #expect(try RunGrouping(runs).groups.map(\.name) == ["one/version_0", "two/version_0"])
  }

  @Test func seedsInNames() {
    #expect(SeedInName("lstm-seed12")?.seed == "12" && SeedInName("lstm-seed12")?.rest == "lstm")
    #expect(SeedInName("Seed_3-lstm")?.rest == "-lstm")
    #expect(SeedInName("seedling") == nil && SeedInName("reseed1") == nil && SeedInName("") == nil)
  }

  @Test func pairsNeedTheSameSeedsOnBothSides() throws {
    let groups = try RunGrouping(SampleRuns.cells()).groups
    #expect(GroupDifference(groups[0], groups[1], tag: "val_loss").difference?.method == .paired)
    var fewer = groups[1]
    fewer.runs.removeLast()
    let welch = GroupDifference(groups[0], fewer, tag: "val_loss")
    #expect(welch.difference?.method == .welch && welch.pairs == nil && welch.b.count == 4)
    fewer.runs = Array(fewer.runs.prefix(1))
    #expect(GroupDifference(groups[0], fewer, tag: "val_loss").difference == nil)
  }

  @Test func metricsAreOrderedByWhatTheyTell() {
    let runs = [SampleRuns.run("a", tags: ["lr", "loss", "accuracy", "val_accuracy", "val_loss", "train/loss"])]
    let metrics = ComparedMetric.all(of: runs.map(ComparedRun.init))
    #expect(metrics.map(\.tag) == ["val_loss", "loss", "train/loss", "val_accuracy", "accuracy", "lr"])
    #expect(metrics[0].title == "Validation loss" && metrics[0].spoken == "validation loss")
    // Two tags of one meaning keep their own names.
    #expect(metrics[1].title == "loss" && metrics[2].title == "train/loss")
    #expect(metrics[3].direction == .max && !metrics[5].isOutcome)
  }
}

@Suite struct GroupCurveTests {
  @Test func meansAreTakenAtStepsThatAllHave() {
    let one = ScalarSeries(tag: "x", steps: [1, 2, 3, 5], values: [1, 2, 3, 5], wallTimes: [0, 0, 0, 0])
    let two = ScalarSeries(tag: "x", steps: [2, 3, 4, 5], values: [4, 5, 6, .nan], wallTimes: [0, 0, 0, 0])
    let curve = GroupCurve([one, two])
    #expect(curve.x == [2, 3, 5] && curve.mean[0] == 3 && curve.mean[1] == 4 && curve.mean[2].isNaN)
    // t(0.95; 1) = 12.7062 and s/√n = 1.
    #expect(abs(curve.low[0] - (3 - 12.706_204_736)) < 1e-6 && abs(curve.high[0] - (3 + 12.706_204_736)) < 1e-6)
    #expect(curve.steps == [2, 3, 5] && curve.count == 2)
    // On logarithms the interval of the same mean stays above 0.
    let positive = GroupCurve([one, two], scale: .logarithmic)
    #expect(positive.mean[0] == 3 && positive.low[0] > 0 && positive.low[1] > 0 && positive.high[0] > curve.high[0])
    #expect(GroupCurve([one]).hasInterval == false && GroupCurve([]).x.isEmpty)
  }

  @Test func ofAStepLoggedTwiceTheLastCounts() {
    let twice = ScalarSeries(tag: "x", steps: [1, 2, 1], values: [1, 2, 9], wallTimes: [0, 0, 0])
    #expect(GroupCurve([twice]).x == [1, 2] && GroupCurve([twice]).mean == [9, 2])
  }

  @Test func reducedCurvesKeepPeaksEndsAndGaps() {
    var values = (0..<5000).map { sin(Double($0) / 300) }
    values[1234] = 50
    values[3000] = -50
    values[4000] = .nan
    let curve = GroupCurve([SampleRun.series("x", values)]).reduced(to: 100)
    #expect(curve.x.count <= 150 && curve.mean.max() == 50 && curve.mean.filter(\.isFinite).min() == -50)
    #expect(curve.x.first == 1 && curve.x.last == 5000 && curve.mean.contains { $0.isNaN })
    #expect(curve.x == curve.x.sorted())
    let short = GroupCurve([SampleRun.series("x", [1, 2, 3])])
    #expect(short.reduced(to: 100) == short)
  }

  @Test func reducedIntervalsCoverWhatTheyCovered() {
    var noise = NoiseGenerator(seed: 3)
    let members = (0..<4).map { _ in SampleRun.series("x", (0..<1000).map { 10 + Double($0) / 100 + noise.normal() }) }
    let curve = GroupCurve(members)
    let reduced = curve.reduced(to: 60)
    #expect(reduced.low.min() == curve.low.min() && reduced.high.max() == curve.high.max())
    #expect(reduced.low.count == reduced.x.count && reduced.high.count == reduced.x.count)
  }

  @Test func roughCurvesAreSmoothed() {
    var noise = NoiseGenerator(seed: 5)
    let rough = GroupCurve([SampleRun.series("x", (0..<500).map { _ in noise.normal() })])
    let smooth = rough.smoothed()
    #expect(rough.isRough && smooth.mean.count == 500)
    #expect((smooth.mean.dropFirst(20).max() ?? 9) < 0.6 * (rough.mean.max() ?? 0))
    #expect(rough.smoothed().low.min() == rough.mean.min())
    #expect(!GroupCurve([SampleRun.series("x", (0..<500).map { exp(-Double($0)) })]).isRough)
  }

  @Test func contextHoldsEveryCurve() {
    let curves = (0..<50).map { member in
      (x: (0..<1000).map(Double.init), y: (0..<1000).map { Double(member) + sin(Double($0)) })
    }
    let band = ContextBand(curves)
    #expect(band.x.count == ContextBand.columns && band.x.first == 0 && band.x.last == 999)
    #expect(abs((band.low.min() ?? 0) + 1) < 0.01 && abs((band.high.max() ?? 0) - 50) < 0.01)
    #expect(zip(band.lowerQuartile, band.upperQuartile).allSatisfy { $0 > 10 && $1 < 39 && $0 < $1 })
    let few = ContextBand([(x: [1, 5], y: [1, .nan]), (x: [1, 9], y: [3, 4])])
    #expect(few.x == [1, 9] && few.low == [1, 4] && few.high == [3, 4])
    #expect(ContextBand([]).x.isEmpty)
  }
}
