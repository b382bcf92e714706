import Foundation
import SwiftProtobuf
import Testing

@testable import Runs

/// The forms in which other programs write a scalar.
@Suite struct ScalarDialectTests {
  private func value(_ change: (inout ProtoSummary.Value) -> Void) -> Double? {
    ProtoSummary.Value.with(change).scalar
  }

  private func tensor(_ plugin: String, _ change: (inout ProtoTensor) -> Void) -> Double? {
    value {
      $0.metadata.pluginData.pluginName = plugin
      change(&$0.tensor)
    }
  }

  @Test func simpleValueOfTorch() {
    #expect(value { $0.simpleValue = 0.5 } == 0.5)
    #expect(value { $0.simpleValue = .infinity } == .infinity)
    #expect(value { $0.simpleValue = .nan }?.isNaN == true)
  }

  @Test func floatTensorOfNewTorch() {
    let result = tensor("scalars") {
      $0.dtype = .dtFloat
      $0.floatVal = [0.25]
    }
    #expect(result == 0.25)
  }

  @Test func contentOfTensorFlow() {
    let result = tensor("scalars") {
      $0.dtype = .dtFloat
      $0.tensorShape = .init()
      $0.tensorContent = Data([0x00, 0x00, 0x80, 0xBE])
    }
    #expect(result == -0.25)
  }

  @Test func doubleTensors() {
    let listed = tensor("scalars") {
      $0.dtype = .dtDouble
      $0.doubleVal = [1e300]
    }
    #expect(listed == 1e300)
    let content = tensor("scalars") {
      $0.dtype = .dtDouble
      $0.tensorContent = withUnsafeBytes(of: (0.1).bitPattern.littleEndian) { Data($0) }
    }
    #expect(content == 0.1)
  }

  @Test func aTensorWithoutPluginIsAScalarOnlyWithoutDimensions() {
    let flat = tensor("") {
      $0.dtype = .dtFloat
      $0.floatVal = [2]
    }
    #expect(flat == 2)
    let list = tensor("") {
      $0.dtype = .dtFloat
      $0.tensorShape.dim = [.with { $0.size = 1 }]
      $0.floatVal = [2]
    }
    #expect(list == nil)
  }

  @Test func otherThingsAreNoScalars() {
    #expect(value { _ in } == nil)
    let histogram = tensor("histograms") {
      $0.dtype = .dtDouble
      $0.doubleVal = [1]
    }
    #expect(histogram == nil)
    let many = tensor("scalars") {
      $0.dtype = .dtFloat
      $0.floatVal = [1, 2]
    }
    #expect(many == nil)
    let short = tensor("scalars") {
      $0.dtype = .dtFloat
      $0.tensorContent = Data([1, 2, 3])
    }
    #expect(short == nil)
  }

  @Test func whatIsNoScalarIsNamedInANote() throws {
    let histogram = ProtoSummary.Value.with {
      $0.tag = "weights"
      $0.metadata.pluginData.pluginName = "histograms"
      $0.tensor.dtype = .dtDouble
    }
    let event = EventRecord.summary([histogram], step: 1, wallTime: 1)
    let contents = EventFileReader.read(try eventFile([event, event]), file: "events")
    #expect(contents.diagnostics.map(\.message) == ["histograms, images and the like are passed over: weights."])
  }

  @Test(arguments: [0, 1, -1, .max, .min]) func everyStepIsKept(step: Int) throws {
    let bytes = try eventFile([EventRecord.scalars([(key: "a", value: 1)], step: step, wallTime: 1)])
    #expect(
      EventFileReader.read(bytes, file: "events").segments[0].scalars.series.first { $0.tag == "a" }?.steps == [step])
  }

  @Test(arguments: [0.5, -0.0, .infinity, -.infinity, 1e300, 1e-300, 3.4e38]) func whatIsWrittenIsRead(
    value: Double
  )
    throws
  {
    let bytes = try eventFile([EventRecord.scalars([(key: "a", value: value)], step: 1, wallTime: 1)])
    let read = EventFileReader.read(bytes, file: "events").segments[0].scalars.series.first { $0.tag == "a" }?.values
      .first
    #expect(read == value || read == Double(Float(value)))
    #expect(read?.isZero == value.isZero)
    #expect(read?.isFinite == value.isFinite)
  }
}
