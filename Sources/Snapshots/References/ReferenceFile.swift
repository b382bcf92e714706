package import Foundation
internal import Plot

/// Reads references, in which anything may be found.
package enum ReferenceFile {
  /// Larger files are no snapshots, in bytes.
  static let largest = 256 << 20

  /// The file's bytes.
  ///
  /// - Throws: A problem that any kind of reference may have.
  package static func bytes(of file: URL) throws(ReferenceProblem) -> [UInt8] {
    let path = file.path(percentEncoded: false)
    var status = stat()
    guard stat(path, &status) == 0 else {
      let reason = errno
      throw reason == ENOENT || reason == ENOTDIR ? .missing : .unreadable(String(cString: strerror(reason)))
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .notAFile("folder")
    case S_IFIFO: throw .notAFile("pipe")
    default: throw .notAFile("device")
    }
    guard status.st_size > 0 else { throw .empty }
    guard status.st_size <= largest else { throw .tooLarge(Int(status.st_size)) }
    let bytes: [UInt8]
    do { bytes = Array(try Data(contentsOf: file)) } catch { throw .unreadable(error.systemReason) }
    guard !bytes.isEmpty else { throw .empty }
    if bytes.starts(with: Array("version https://git-lfs".utf8)) { throw .largeFilePointer }
    return bytes
  }

  /// The file's text.
  package static func text(of file: URL) throws(ReferenceProblem) -> String {
    let bytes = try bytes(of: file)
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText }
    try checkMergeMarkers(bytes)
    guard !bytes.contains(UInt8(ascii: "\r")) else { throw .lineEndings }
    guard bytes.contains(where: { $0 > 0x20 }) else { throw .blank }
    guard bytes.last == UInt8(ascii: "\n") else { throw .cut }
    return text
  }

  /// The picture of a file that begins as a PNG with eight bits a channel does.
  package static func png(of file: URL) throws(ReferenceProblem) -> PNGFile {
    let bytes = try bytes(of: file)
    if !bytes.starts(with: PNGFile.signature) { try checkMergeMarkers(bytes) }
    return try PNGFile(bytes)
  }

  /// Looks for lines that begin as Git's markers do.
  private static func checkMergeMarkers(_ bytes: [UInt8]) throws(ReferenceProblem) {
    let markers = ["<<<<<<< ", ">>>>>>> ", "||||||| "].map { Array($0.utf8) }
    for (number, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      guard let first = line.first, "<=>|".utf8.contains(first) else { continue }
      let isMarker = markers.contains { line.starts(with: $0) } || line.elementsEqual("=======".utf8)
      if isMarker { throw .mergeMarkers(line: number + 1) }
    }
  }
}
