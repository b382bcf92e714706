#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif
#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A folder that receives all files of a report, or none.
///
/// Every file is first written in full under a temporary name beside its place. Only when the last byte is on disk are
/// they renamed, the page last, so that a full disk or a missing permission leaves the old report as it was, and a page
/// never names a file that is not there.
package struct OutputFolder {
  package var url: URL

  /// A folder, which need not exist yet.
  package init(url: URL) { self.url = url }

  /// A file to be written.
  package struct File: Sendable {
    /// The path below the folder.
    package var path: String
    package var bytes: Data

    /// A file below the folder.
    package init(path: String, bytes: Data) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// Writes the files, replacing older ones of the same names; the last one is the page.
  package func write(_ files: [File]) throws(ReportError) {
    let staged = files.map { (file: $0, temporary: temporary(for: $0.path)) }
    do {
      try makeFolders(for: files)
      for file in files { try refuseFolder(at: file.path) }
      for (file, temporary) in staged { try write(file.bytes, to: temporary, for: file.path) }
      for (file, temporary) in staged { try move(temporary, to: file.path) }
    } catch {
      for (_, temporary) in staged { unlink(temporary) }
      throw error
    }
  }

  /// Where a file goes.
  package func location(of path: String) -> URL { url.appending(path: path) }

  private func makeFolders(for files: [File]) throws(ReportError) {
    let folders = Set(files.map { location(of: $0.path).deletingLastPathComponent() }).union([url])
    for folder in folders.sorted(by: { $0.path < $1.path }) {
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      } catch {
        throw failure(folder.path, "The folder cannot be made", folderReason(folder))
      }
      guard access(folder.path, W_OK | X_OK) == 0 else {
        throw failure(folder.path, "The folder cannot be written", reason(errno))
      }
    }
  }

  /// What is in the way of a folder: the first of those above it that is not one, or a missing permission.
  private func folderReason(_ folder: URL) -> String {
    var place = folder
    while place.path != "/", !place.path.isEmpty {
      var isFolder: Bool = false
      if FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder) {
        if !isFolder { return "\(place.path) is a file. Choose another folder, or move that file away" }
        return access(place.path, W_OK | X_OK) == 0 ? reason(EIO) : reason(errno)
      }
      place = place.deletingLastPathComponent()
    }
    return reason(EACCES)
  }

  private func refuseFolder(at path: String) throws(ReportError) {
    var isFolder: Bool = false
    let place = location(of: path).path
    if FileManager.default.fileExists(atPath: place, isDirectory: &isFolder), isFolder {
      throw failure(place, "The file cannot be written", reason(EISDIR))
    }
  }

  private func temporary(for path: String) -> String {
    let place = location(of: path)
    let name = ".\(place.lastPathComponent).\(getpid()).partial"
    return place.deletingLastPathComponent().appending(path: name).path
  }

  private func write(_ bytes: Data, to temporary: String, for path: String) throws(ReportError) {
    let place = location(of: path).path
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(place, "The file cannot be written", reason(errno)) }
    let error = OutputFolder.write(bytes, to: descriptor)
    let closed = close(descriptor)
    guard error == 0, closed == 0 else {
      throw failure(place, "The file cannot be written", reason(error == 0 ? errno : error))
    }
  }

  /// Writes everything; returns 0 or the error number.
  private static func write(_ bytes: Data, to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        #if canImport(Darwin)
          let count = Darwin.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        #elseif canImport(Musl)
          let count = Musl.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        #else
          let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        #endif
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        rest = rest.dropFirst(count)
      }
      return 0
    }
  }

  private func move(_ temporary: String, to path: String) throws(ReportError) {
    let place = location(of: path).path
    guard rename(temporary, place) == 0 else {
      throw failure(place, "The file cannot be replaced", reason(errno))
    }
  }

  private func failure(_ path: String, _ what: String, _ why: String) -> ReportError {
    ReportError(.unwritable, path: path, message: "\(what): \(why). Nothing was changed.")
  }

  /// An error number with what can be done about it.
  private func reason(_ number: Int32) -> String {
    let text = String(cString: strerror(number))
    switch number {
    case ENOSPC, EDQUOT: return "\(text). Free some space, or choose a folder on another disk"
    case EACCES, EPERM, EROFS: return "\(text). Choose another folder, or allow writing there"
    case EISDIR: return "there is a folder of that name. Move it away, or choose another folder"
    default: return "\(text). Choose another folder"
    }
  }
}
