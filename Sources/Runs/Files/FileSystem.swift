#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The few things that run folders ask of a file system.
package enum FileSystem {
  /// What is at a path.
  package enum Kind {
    case file, folder, link, other
  }

  /// What is at a path; `nil` if nothing is.
  package static func kind(of path: String, followingLinks: Bool = true) -> Kind? {
    var information = stat()
    guard (followingLinks ? stat(path, &information) : lstat(path, &information)) == 0 else { return nil }
    switch information.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// The names in a folder, sorted by their bytes.
  package static func names(in folder: String) throws(SystemFailure) -> [String] {
    guard let stream = opendir(folder) else { throw .last }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The content of a regular file.
  ///
  /// - Parameter limit: How long it may be, in bytes; as long as this machine's memory unless told, since a file with a
  ///   hole in it can be longer than any disk.
  package static func read(_ path: String, limit: Int = SystemFacts.memorySize) throws(SystemFailure) -> [UInt8] {
    try OpenFile(path, .read).readAll(limit: limit)
  }

  /// Creates a folder and those above it. The last one must not exist: the system decides that in one step.
  static func createFolder(_ path: String) throws(SystemFailure) {
    if mkdir(path, 0o755) == 0 { return }
    let failure = SystemFailure.last
    let parent = parent(of: path)
    guard failure.number == ENOENT, parent != path else { throw failure }
    do throws(SystemFailure) {
      try createFolder(parent)
    } catch {
      // Somebody else made it meanwhile: that is as good.
      if error.number != EEXIST { throw error }
    }
    if mkdir(path, 0o755) != 0 { throw .last }
  }

  /// Puts a file in its place in one step: readers see the old content or the new one, never a part.
  ///
  /// - Parameter durable: Whether to wait until the disk has it.
  package static func replace(_ path: String, with bytes: [UInt8], durable: Bool = false) throws(SystemFailure) {
    do {
      try replace(path, durable: durable) { try $0.write(bytes) }
    } catch {
      throw error as? SystemFailure ?? .last
    }
  }

  /// Puts a file in its place in one step, after all of it was written piece by piece.
  static func replace(_ path: String, durable: Bool = false, writing write: (OpenFile) throws -> Void) throws {
    let temporary = "\(parent(of: path))/.\(UInt64.random(in: .min ... .max))\(temporarySuffix)"
    do {
      let file = try OpenFile(temporary, .create)
      try write(file)
      if durable { try file.sync() }
      if rename(temporary, path) != 0 { throw SystemFailure.last }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  private static let temporarySuffix = ".tmp"

  /// Removes what processes left in a folder that were killed within ``replace(_:with:durable:)``.
  static func removeTemporaryFiles(in folder: String) {
    for name in (try? names(in: folder)) ?? [] where name.hasPrefix(".") && name.hasSuffix(temporarySuffix) {
      if UInt64(name.dropFirst().dropLast(temporarySuffix.count)) != nil { unlink("\(folder)/\(name)") }
    }
  }

  /// Removes a folder that holds files only, as far as the system lets it.
  static func removeFlatFolder(_ path: String) {
    for name in (try? names(in: path)) ?? [] { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  private static func parent(of path: String) -> String {
    let trimmed = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
    guard let slash = trimmed.lastIndex(of: "/") else { return "." }
    return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
  }
}
