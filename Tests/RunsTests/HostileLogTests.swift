import CZlib
import Foundation
import Testing

@testable import Runs

/// Compressed logs, bombs, pipes, loops and rubbish.
@Suite struct HostileLogTests {
  private let folder: TestFolder
  init() throws { folder = try TestFolder() }

  private func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(&stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
    var input = bytes
    var output = [UInt8](repeating: 0, count: bytes.count + 1000)
    let count = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = CUnsignedInt(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = CUnsignedInt(output.count)
        deflate(&stream, Z_FINISH)
        return Int(stream.total_out)
      }
    }
    deflateEnd(&stream)
    return Array(output[..<count])
  }

  @Test func compressedLogsReadAsTheyAre() throws {
    try folder.write(gzip(Array("epoch,loss\n0,1\n1,0.5\n".utf8)), to: "a/metrics.csv.gz")
    try folder.write(gzip(Array("{\"step\": 1, \"loss\": 2}\n".utf8)), to: "b/x.jsonl.gz")
    try folder.write(gzip(try eventFile(points("loss", 1...9, from: 1))), to: "c/events.out.tfevents.1.h.gz")
    let runs = try Run.readAll(in: folder.url)
    #expect(runs.map { $0.series("loss")?.count } == [2, 1, 9])
    #expect(runs.allSatisfy { $0.diagnostics.isEmpty })
    #expect(try Run(reading: folder.place("c/events.out.tfevents.1.h.gz")).series("loss")?.count == 9)
  }

  @Test func aCompressedLogThatIsDamagedOrCutIsReadUpToThere() throws {
    let text = (0..<5000).map { "\($0),\(Double($0) * 0.37)\n" }.joined()
    let whole = gzip(Array(("step,loss\n" + text).utf8))
    try folder.write(Array(whole.prefix(whole.count / 2)), to: "cut.csv.gz")
    let run = try Run(reading: folder.place("cut.csv.gz"))
    #expect((run.series("loss")?.count ?? 0) > 500)
    #expect(run.diagnostics.contains { $0.severity == .error && $0.message.contains("breaks off") })
  }

  @Test func aBombIsNotInflatedBeyondTheLimit() {
    let bomb = gzip([UInt8](repeating: 0x30, count: 4 << 20))
    let (content, finding) = bomb.withUnsafeBytes { GzipFile.inflate($0, limit: 1 << 20) }
    #expect(content.count == 1 << 20)
    #expect(finding?.contains("holds more than") == true)
  }

  @Test func pipesAndLoopsAreErrorsAndDoNotBlock() throws {
    mkfifo(folder.place("pipe.csv").path, 0o644)
    mkfifo(folder.place("pipe.tfevents").path, 0o644)
    try FileManager.default.createSymbolicLink(
      at: folder.place("loop.csv"), withDestinationURL: folder.place("loop.csv"))
    #expect(#expect(throws: RunError.self) { try Run(reading: folder.place("pipe.csv")) }?.code == .wrongKind)
    #expect(throws: RunError.self) { try Run(reading: folder.place("loop.csv")) }
    let runs = try Run.list(in: folder.url)
    #expect(runs.count == 1)  // the folder, for its event file, which turns out to be a pipe
    #expect(try Run(reading: folder.url).diagnostics.map(\.severity) == [.error])
  }

  /// Many sessions and many tags must not take time that grows with their square.
  @Test func manyRestartsAndManyTags() throws {
    let count = 60_000
    let back = (0..<count).map { "\($0),1\n" } + (0..<count).reversed().map { "\($0),2\n" }
    try folder.write("step,loss\n" + back.joined(), to: "a.csv")
    let tags = (0..<5000).map { "t\($0)" }.joined(separator: ",")
    try folder.write("step,\(tags)\n0\(String(repeating: ",1", count: 5000))\n", to: "b.csv")
    let sessions = (0..<30_000).reversed().flatMap { [start($0)] + points("loss", [$0 + 40_000, $0], from: 1) }
    try folder.write(sessions, to: "c/events.out.tfevents.1")
    let begin = ContinuousClock.now
    let events = try Run(reading: folder.place("c"))
    #expect(events.series("loss")?.steps == [40_000, 0])
    #expect(events.diagnostics.count == 2)
    #expect(try Run(reading: folder.place("a.csv")).series("loss")?.steps == [0])
    #expect(try Run(reading: folder.place("b.csv")).scalars.count == 5000)
    #expect(ContinuousClock.now - begin < .seconds(20))
  }

  @Test func rubbishNeverCrashes() throws {
    var generator = SeededGenerator(seed: 3)
    let alphabet = Array("0123456789.,;\n\"{}[]:-+eEnaNinf step epoch\\u\r\t".utf8) + [0xFF, 0x00, 0xC3]
    let seeds = [
      "step,loss\n1,0.5\n2,0.4\n", "{\"step\": 1, \"a\": {\"b\": [1, NaN]}}\n", "{\"log_history\": [{\"step\": 1}]}",
      "a:\n  b: 1\n- x\n'c': \"d\"\n",
    ].map { Array($0.utf8) }
    for _ in 0..<4000 {
      var bytes = seeds.randomElement(using: &generator) ?? []
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        let byte = alphabet.randomElement(using: &generator) ?? 0
        let place = Int.random(in: 0...bytes.count, using: &generator)
        if place < bytes.count, Bool.random(using: &generator) {
          bytes[place] = byte
        } else {
          bytes.insert(byte, at: place)
        }
      }
      bytes.withUnsafeBytes { bytes in
        for format in [nil, .csv, .jsonLines, .trainerState] as [RunFormat?] {
          _ = LogFile.read(bytes, format: format)
        }
        _ = GzipFile.inflate(bytes)
      }
      _ = YAMLSubset.read(String(decoding: bytes, as: UTF8.self))
    }
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
    deep.withUnsafeBytes { _ = LogFile.read($0) }
  }
}
