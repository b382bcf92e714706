#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The safetensors format: named arrays behind a JSON header.
///
/// A file is the length of the header (8 bytes, little-endian), the header, and the values (little-endian Float32 here).
/// The header maps each name to `dtype`, `shape` and the range of its bytes. Reading trusts nothing: lengths are checked
/// against the file before anything is allocated.
struct Safetensors {
  /// What is wrong with a file, in words that follow its name.
  struct Malformed: Error {
    let reason: String
  }

  private struct Entry: Codable {
    let dtype: String
    let shape: [Int]
    let dataOffsets: [Int]

    enum CodingKeys: String, CodingKey {
      case dtype, shape
      case dataOffsets = "data_offsets"
    }
  }

  /// An entry of the header, of which `__metadata__` has another form.
  private enum HeaderItem: Codable {
    case tensor(Entry)
    case metadata([String: String])

    init(from decoder: any Decoder) throws {
      if let entry = try? Entry(from: decoder) {
        self = .tensor(entry)
      } else {
        self = .metadata(try [String: String](from: decoder))
      }
    }

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .tensor(let entry): try entry.encode(to: encoder)
      case .metadata(let texts): try texts.encode(to: encoder)
      }
    }
  }

  /// The tensors by name.
  var tensors: [String: Tensor] = [:]
  /// The texts of the file's `__metadata__`.
  var metadata: [String: String] = [:]

  /// Reads a file's bytes.
  init(decoding data: Data) throws {
    guard data.count >= 8 else { throw Malformed(reason: "has \(data.count) bytes, fewer than the 8 of its length") }
    let headerLength = data.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard headerLength <= UInt64(data.count - 8) else {
      throw Malformed(reason: "announces a header of \(headerLength) bytes and is only \(data.count) bytes long")
    }
    let header = data.dropFirst(8).prefix(Int(headerLength))
    let values = Data(data.dropFirst(8 + Int(headerLength)))
    let items: [String: HeaderItem]
    do {
      items = try JSONDecoder().decode([String: HeaderItem].self, from: Data(header))
    } catch { throw Malformed(reason: "has a header that is not the JSON of a safetensors file") }
    var ranges: [(start: Int, end: Int)] = []
    for (name, item) in items {
      switch item {
      case .tensor(let entry):
        tensors[name] = try Safetensors.tensor(entry, name: name, values: values)
        ranges.append((entry.dataOffsets[0], entry.dataOffsets[1]))
      case .metadata(let texts):
        guard name == "__metadata__" else { throw Malformed(reason: "describes \(name) without type and shape") }
        metadata = texts
      }
    }
    var covered = 0
    for range in ranges.sorted(by: <) {
      guard range.start == covered else {
        throw Malformed(reason: "places tensors over each other or leaves a gap at byte \(covered) of its values")
      }
      covered = range.end
    }
    guard covered == values.count else {
      throw Malformed(reason: "describes \(covered) bytes of values and holds \(values.count)")
    }
  }

  private static func tensor(_ entry: Entry, name: String, values: Data) throws -> Tensor {
    guard entry.dtype == "F32" else {
      throw Malformed(reason: "holds \(name) as \(entry.dtype); only F32 can be read")
    }
    guard entry.dataOffsets.count == 2, 0 <= entry.dataOffsets[0], entry.dataOffsets[0] <= entry.dataOffsets[1],
      entry.dataOffsets[1] <= values.count
    else { throw Malformed(reason: "places \(name) at \(entry.dataOffsets), outside its \(values.count) bytes") }
    let size = entry.dataOffsets[1] - entry.dataOffsets[0]
    guard let count = Tensor.count(of: entry.shape), count <= size / 4, count * 4 == size else {
      throw Malformed(reason: "gives \(name) the shape \(entry.shape) and \(size) bytes, which do not fit")
    }
    let bytes = values[entry.dataOffsets[0]..<entry.dataOffsets[1]]
    let floats = [Float](unsafeUninitializedCapacity: count) { buffer, written in
      bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(buffer).copyMemory(from: $0) }
      written = count
    }
    return Tensor(uncheckedShape: entry.shape, values: littleEndian(floats))
  }

  /// The bytes of a file with these tensors, in this order. The same tensors and texts give the same bytes.
  ///
  /// - Throws: ``TrainError`` (`checkpoint`) for two tensors of one name.
  static func encode(_ tensors: [(name: String, value: Tensor)], metadata: [String: String] = [:]) throws -> Data {
    var header: [String: HeaderItem] = metadata.isEmpty ? [:] : ["__metadata__": .metadata(metadata)]
    var offset = 0
    for (name, value) in tensors {
      guard header[name] == nil else {
        throw TrainError(
          .checkpoint,
          "Two tensors of a checkpoint would be called \(name). Give layers and optimizer slots names of their own.")
      }
      let end = offset + value.count * 4
      header[name] = .tensor(Entry(dtype: "F32", shape: value.shape, dataOffsets: [offset, end]))
      offset = end
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var json = try encoder.encode(header)
    while json.count % 8 != 0 { json.append(UInt8(ascii: " ")) }
    var data = Data(capacity: 8 + json.count + offset)
    withUnsafeBytes(of: UInt64(json.count).littleEndian) { data.append(contentsOf: $0) }
    data.append(json)
    for (_, value) in tensors { littleEndian(value.values).withUnsafeBytes { data.append(contentsOf: $0) } }
    return data
  }

  /// Values in the byte order of the file, or back; nothing to do on nearly all machines.
  private static func littleEndian(_ values: [Float]) -> [Float] {
    #if _endian(little)
      return values
    #else
      return values.map { Float(bitPattern: $0.bitPattern.littleEndian) }
    #endif
  }
}
