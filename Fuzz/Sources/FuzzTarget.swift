import Foundation

@testable import Runs
@testable import Train

/// The readers of everything that comes from disk, one of which a process of the fuzzer tries: `LOSSLINE_FUZZ` names it.
///
/// A reader may refuse its input in any way that does not end the process, and must not take more time or memory than
/// `Fuzz/run.sh` allows.
enum FuzzTarget: String, CaseIterable {
  /// An event file as it is. Checksums make most changed bytes end there.
  case events
  /// Records with sound frames around any payload; a byte tells the length of each.
  case payloads
  case manifest
  case csvTable = "csv-table"
  case csvLog = "csv-log"
  case jsonLog = "json-log"
  /// A log of text whose form is told from its content.
  case log
  case yaml
  case gzip
  case safetensors
  case npy
  case npz
  case tar
  case tarGzip = "tar-gzip"
  case tokenizer

  static let chosen: FuzzTarget = {
    let name = ProcessInfo.processInfo.environment["LOSSLINE_FUZZ"] ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
      print("LOSSLINE_FUZZ is \"\(name)\"; it must be one of \(allCases.map(\.rawValue).joined(separator: ", ")).")
      exit(64)
    }
    return target
  }()

  private static let limits = ArchiveLimits(fileBytes: 1 << 20, totalBytes: 1 << 22, files: 1000)

  func run(_ bytes: UnsafeRawBufferPointer) throws {
    switch self {
    case .events: _ = EventFileReader.read(bytes, file: "a")
    case .payloads: _ = EventFileReader.read(FuzzTarget.framed(bytes), file: "a")
    case .manifest:
      let manifest = try RunJSON.decoder().decode(RunManifest.self, from: Data(bytes))
      _ = try RunJSON.encoder(pretty: true).encode(manifest)
      _ = HParams.markdown(manifest)
    case .csvTable: _ = try CSVTable(Array(bytes), file: "a")
    case .csvLog: _ = LogFile.read(bytes, format: .csv)
    case .jsonLog: _ = LogFile.read(bytes, format: .jsonLines)
    case .log: _ = LogFile.read(bytes)
    case .yaml: _ = YAMLSubset.read(String(decoding: bytes, as: UTF8.self))
    case .gzip: _ = GzipFile.inflate(bytes, limit: 1 << 22)
    case .safetensors: _ = try Safetensors(decoding: Data(bytes))
    case .npy:
      _ = try? NumPyFile.integers(Array(bytes))
      _ = try NumPyFile.lists(Array(bytes))
    case .npz: _ = try IMDBSequences(Array(bytes), file: "a", numWords: 100, limits: FuzzTarget.limits)
    case .tar: try FuzzTarget.readAll(of: MemorySource(Array(bytes)[...]))
    case .tarGzip: try FuzzTarget.readAll(of: GzipSource(MemorySource(Array(bytes)[...]), file: "a"))
    case .tokenizer:
      let text = String(decoding: bytes, as: UTF8.self)
      for tokenizer in [Tokenizer(), Tokenizer(filters: "", lowercases: false)] {
        let vocabulary = try Vocabulary(of: [text], tokenizer: tokenizer)
        precondition(vocabulary.ids(of: text).count == tokenizer.words(in: text).count + 1)
      }
    }
  }

  private static func framed(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    var file: [UInt8] = []
    var rest = bytes[...]
    while let length = rest.popFirst() {
      RecordFraming.append(Array(rest.prefix(Int(length))), to: &file)
      rest = rest.dropFirst(Int(length))
    }
    return file
  }

  private static func readAll(of source: any ByteSource) throws {
    let reader = TarReader(source, file: "a", limits: limits)
    var content: [UInt8] = []
    while try reader.next() != nil { try reader.readContent(into: &content) }
  }
}

/// What libFuzzer calls.
@_cdecl("LLVMFuzzerTestOneInput") public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  try? FuzzTarget.chosen.run(UnsafeRawBufferPointer(start: start, count: count))
  return 0
}
