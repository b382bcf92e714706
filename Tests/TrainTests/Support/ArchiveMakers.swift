import Foundation
import Runs

@testable import Train

/// A folder that goes with this object.
final class Scratch {
  let url = FileManager.default.temporaryDirectory.appending(path: "lossline-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(at: url) }

  @discardableResult func write(_ bytes: [UInt8], to path: String) throws -> URL {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file
  }

  /// Calls `body` with a file that holds these bytes.
  static func with<Result>(_ bytes: [UInt8], _ body: (URL) throws -> Result) throws -> Result {
    let folder = try Scratch()
    return try body(folder.write(bytes, to: "archive"))
  }
}

/// Tar archives, sound or not.
enum TarMaker {
  static func archive(_ entries: [[UInt8]]) -> [UInt8] { entries.flatMap { $0 } + [UInt8](repeating: 0, count: 1024) }

  static func file(
    _ path: String, _ content: [UInt8], size: Int? = nil, prefix: String = "", binarySize: Bool = false
  ) -> [UInt8] {
    entry(path, type: "0", content, size: size, prefix: prefix, binarySize: binarySize)
  }

  static func entry(
    _ path: String, type: Character, _ content: [UInt8], size: Int? = nil, prefix: String = "",
    binarySize: Bool = false
  ) -> [UInt8] {
    var block = [UInt8](repeating: 0, count: 512)
    func put(_ bytes: some Sequence<UInt8>, at offset: Int) {
      for (index, byte) in bytes.enumerated() { block[offset + index] = byte }
    }
    put(path.utf8, at: 0)
    put("0000644".utf8, at: 100)
    let octal = String(size ?? content.count, radix: 8)
    put((String(repeating: "0", count: 11 - octal.count) + octal).utf8, at: 124)
    if binarySize { put([0x80] + [UInt8](repeating: 0, count: 10) + [UInt8(content.count)], at: 124) }
    put(type.utf8, at: 156)
    put(Array("ustar".utf8) + [0] + Array("00".utf8), at: 257)
    put(prefix.utf8, at: 345)
    repairChecksum(&block, at: 0)
    return block + content + [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
  }

  static func pax(_ key: String, _ value: String) -> [UInt8] {
    let body = " \(key)=\(value)\n"
    let length = body.utf8.count
    let digits = "\(length + "\(length)".count)".count
    return Array("\(length + digits)\(body)".utf8)
  }

  /// Gives every block that looks like a header the checksum it should have.
  static func repairChecksums(_ bytes: inout [UInt8]) {
    for start in stride(from: 0, to: bytes.count - 511, by: 512)
    where bytes[start + 257..<start + 262].elementsEqual("ustar".utf8) {
      repairChecksum(&bytes, at: start)
    }
  }

  private static func repairChecksum(_ bytes: inout [UInt8], at start: Int) {
    for index in 148..<156 { bytes[start + index] = 0x20 }
    let sum = bytes[start..<start + 512].reduce(0) { $0 + Int($1) }
    let octal = String(sum, radix: 8)
    let field = String(repeating: "0", count: 6 - octal.count) + octal
    for (index, byte) in field.utf8.enumerated() { bytes[start + 148 + index] = byte }
    bytes[start + 154] = 0
  }
}

/// Gzip files of stored blocks.
enum Gzip {
  static func stored(_ content: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    var start = 0
    repeat {
      let end = min(start + 65_535, content.count)
      let length = UInt16(end - start)
      bytes.append(end == content.count ? 1 : 0)
      for value in [length, ~length] { bytes += [UInt8(value & 255), UInt8(value >> 8)] }
      bytes += content[start..<end]
      start = end
    } while start < content.count
    for value in [Inflater.crc32(content), UInt32(content.count)] {
      bytes += (0..<4).map { UInt8(value >> ($0 * 8) & 255) }
    }
    return bytes
  }
}

/// Reads archives from memory.
enum ArchiveProbe {
  /// The number of texts.
  static func read(_ bytes: [UInt8], compressed: Bool, _ layout: TextLayout) throws -> Int {
    let memory = MemorySource(bytes[...])
    let source: any ByteSource = compressed ? try GzipSource(memory, file: "archive") : memory
    let reader = TarReader(source, file: "archive", limits: ArchiveLimits(totalBytes: 1 << 24))
    var content: [UInt8] = []
    var count = 0
    while let entry = try reader.next() {
      guard let parts = ArchivePath.components(of: entry.path), layout.place(of: parts) != nil else { continue }
      try reader.readContent(into: &content)
      count += 1
    }
    return count
  }
}
