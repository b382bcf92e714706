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
  private enum HeaderItem: Decodable {
    case tensor(Entry)
    case metadata([String: String])

    init(from decoder: any Decoder) throws {
      if let entry = try? Entry(from: decoder) {
        self = .tensor(entry)
      } else {
        self = .metadata(try [String: String](from: decoder))
      }
    }
  }

  /// The tensors in a file's bytes, by name.
  static func decode(_ data: Data) throws -> [String: Tensor] {
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
    var tensors: [String: Tensor] = [:]
    var covered = 0
    for (name, item) in items {
      guard case .tensor(let entry) = item else {
        guard name == "__metadata__" else { throw Malformed(reason: "describes \(name) without type and shape") }
        continue
      }
      tensors[name] = try tensor(entry, name: name, values: values)
      covered += entry.dataOffsets[1] - entry.dataOffsets[0]
    }
    guard covered == values.count else {
      throw Malformed(reason: "describes \(covered) bytes of values and holds \(values.count)")
    }
    return tensors
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
    let floats = bytes.withUnsafeBytes { raw in
      (0..<count).map { index in
        Float(bitPattern: UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)))
      }
    }
    return Tensor(uncheckedShape: entry.shape, values: floats)
  }

  /// The bytes of a file with these tensors, in this order. The same tensors give the same bytes.
  static func encode(_ tensors: [(name: String, value: Tensor)]) throws -> Data {
    var header: [String: Entry] = [:]
    var offset = 0
    for (name, value) in tensors {
      let end = offset + value.count * 4
      header[name] = Entry(dtype: "F32", shape: value.shape, dataOffsets: [offset, end])
      offset = end
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var json = try encoder.encode(header)
    while json.count % 8 != 0 { json.append(UInt8(ascii: " ")) }
    var data = Data(capacity: 8 + json.count + offset)
    withUnsafeBytes(of: UInt64(json.count).littleEndian) { data.append(contentsOf: $0) }
    data.append(json)
    for (_, value) in tensors {
      for number in value.values { withUnsafeBytes(of: number.bitPattern.littleEndian) { data.append(contentsOf: $0) } }
    }
    return data
  }
}
