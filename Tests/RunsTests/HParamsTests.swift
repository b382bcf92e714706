import Foundation
import SwiftProtobuf
import Testing

@testable import Runs

/// Records of the hparams plugin of other programs.
@Suite struct HParamsTests {
  private func record(_ change: (inout ProtoHParamsPluginData) -> Void) throws -> ProtoEvent {
    let content: Data = try ProtoHParamsPluginData.with(change).serializedBytes()
    let value = ProtoSummary.Value.with {
      $0.tag = "_hparams_/experiment"
      $0.metadata.pluginData.pluginName = HParams.pluginName
      $0.metadata.pluginData.content = content
    }
    return EventRecord.summary([value], step: 0, wallTime: 1.7e9)
  }

  @Test func theDescriptionOfAnExperimentBecomesTheNotes() throws {
    let folder = try TestFolder()
    try folder.write([record { $0.experiment.description_p = "search of rates" }], to: "a/events.out.tfevents.1.h")
    let run = try Run(reading: folder.place("a"))
    #expect(run.manifest.notes == "search of rates" && run.manifest.config.isEmpty)
  }

  /// torch, tensorboardX and Lightning write the end together with the beginning, when nothing is trained yet.
  @Test(arguments: [(0, RunStatus.unknown), (1.7e9, .finished)]) func anEndCountsIfItHasATime(
    time: Double, status: RunStatus
  ) throws {
    let folder = try TestFolder()
    let end = try record {
      $0.sessionEndInfo.status = .success
      $0.sessionEndInfo.endTimeSecs = time
    }
    try folder.write([end], to: "a/events.out.tfevents.1.h")
    #expect(try Run(reading: folder.place("a")).status == status)
  }

  /// TensorFlow's `hparams_config` and torch's `add_hparams` in a loop leave a folder that describes the runs below it.
  @Test func aFolderThatOnlyDescribesTheRunsBelowIsNotListed() throws {
    let folder = try TestFolder()
    try folder.write([record { $0.experiment.description_p = "" }], to: "search/events.out.tfevents.1.h")
    let scalar = EventRecord.scalars([(key: "loss", value: 1)], step: 1, wallTime: 1.7e9)
    try folder.write([scalar], to: "search/1/events.out.tfevents.1.h")
    try folder.write([record { $0.experiment.description_p = "" }], to: "begun/events.out.tfevents.1.h")
    let runs = try RunListing.completed(Run.list(in: folder.url)) { _ in .min }
    #expect(runs.map(\.path) == ["begun", "search/1"])
  }
}
