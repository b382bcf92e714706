import Foundation
import Testing

@testable import Runs

@Suite struct ConfigValueTests {
  private func roundTrip(_ value: ConfigValue) throws -> ConfigValue {
    // A bare encoder: NaN must survive whatever its strategy is.
    let data = try JSONEncoder().encode([value])
    return try JSONDecoder().decode([ConfigValue].self, from: data)[0]
  }

  @Test(
    arguments: [
      true, false, 0, 1, -1, .integer(.max), .integer(.min), 0.1, 1e300, 1e-7, .number(.nan), .number(.infinity),
      .number(-.infinity), "", "text", "true", "1", [], [1, [2.5, "x"]], .object([:]), ["a": ["b": [false]]],
    ] as [ConfigValue])
  func readsBackWithItsType(value: ConfigValue) throws {
    let copy = try roundTrip(value)
    #expect(copy == value)
    #expect(copy.text == value.text)
  }

  @Test func numbersCompareByValue() {
    #expect(ConfigValue.number(10) == .integer(10))
    #expect(ConfigValue.number(10).hashValue == ConfigValue.integer(10).hashValue)
    #expect(ConfigValue.number(9_007_199_254_740_992) != .integer(9_007_199_254_740_993))
    #expect(ConfigValue.number(0.5) != .integer(0))
    #expect(ConfigValue.number(.nan) == .number(.nan))
    #expect(ConfigValue.bool(true) != 1)
    #expect(ConfigValue.string("1") != 1)
    #expect(ConfigValue.number(-0.0).hashValue == ConfigValue.number(0).hashValue)
  }

  @Test func textIsAsAPersonWritesIt() {
    #expect(ConfigValue.string("lstm").text == "lstm")
    #expect(ConfigValue.number(0.001).text == "0.001")
    #expect(ConfigValue.number(3).text == "3")
    #expect(ConfigValue.array([1, "a\"\n\u{1}", true]).text == #"[1, "a\"\n\u0001", true]"#)
    #expect(ConfigValue.object(["b": 1, "a": [:]]).text == #"{"a": {}, "b": 1}"#)
  }

  @Test func leavesHaveDottedNamesInOrder() {
    let leaves = ConfigValue.flattened(["b": 1, "a": ["z": [1, 2], "y": ["x": true]]])
    #expect(leaves.map(\.name) == ["a.y.x", "a.z", "b"])
    #expect(leaves.map(\.value) == [true, [1, 2], 1])
  }

  @Test func viewsByType() {
    #expect(ConfigValue.integer(3).doubleValue == 3)
    #expect(ConfigValue.number(3).intValue == 3)
    #expect(ConfigValue.number(3.5).intValue == nil)
    #expect(ConfigValue.string("x").stringValue == "x")
    #expect(ConfigValue.bool(true).boolValue == true)
    #expect(ConfigValue.bool(true).doubleValue == nil)
  }
}
