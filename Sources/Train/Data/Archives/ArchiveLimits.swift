/// How much an archive may hold, so that a small file cannot fill the memory or run for hours.
public struct ArchiveLimits: Sendable, Hashable {
  /// The largest file that is read, in bytes; 64 MiB unless told. Files that are passed over may be larger.
  public var fileBytes: Int

  /// The uncompressed content as a whole, in bytes; 1 GiB unless told.
  public var totalBytes: Int

  /// The number of files; a million unless told.
  public var files: Int

  /// Creates limits.
  public init(fileBytes: Int = 1 << 26, totalBytes: Int = 1 << 30, files: Int = 1_000_000) {
    self.fileBytes = fileBytes
    self.totalBytes = totalBytes
    self.files = files
  }

  func requireFile(of bytes: Int, named name: String, in archive: String) throws {
    guard bytes > fileBytes else { return }
    throw TrainError(
      .dataFile,
      "\(archive): the file \(ArchivePath.shown(name)) has \(bytes) bytes; the limit is \(fileBytes). If the archive can "
        + "be trusted, raise it: ArchiveLimits(fileBytes: \(bytes)).")
  }

  func requireTotal(_ bytes: Int, in archive: String) throws {
    // Beyond a petabyte sums of sizes could overflow.
    guard bytes > min(totalBytes, 1 << 50) else { return }
    throw TrainError(
      .dataFile,
      "\(archive): the content has more than \(totalBytes) bytes uncompressed, which is the limit. If the archive can be "
        + "trusted, raise it: ArchiveLimits(totalBytes: …).")
  }

  func requireCount(_ count: Int, in archive: String) throws {
    guard count > files else { return }
    throw TrainError(
      .dataFile,
      "\(archive): there are more than \(files) files, which is the limit. If the archive can be trusted, raise it: "
        + "ArchiveLimits(files: …).")
  }
}
