#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension Run {
  /// Reads every run in a folder and the folders below it, on all processors.
  ///
  /// Files are read on all processors at once too, so one large run among small ones does not hold up the rest.
  ///
  /// - Parameter folder: Where to look. It may be a run itself.
  /// - Returns: The runs in the order of ``list(in:)``. Runs that cannot be read are left out.
  /// - Throws: ``RunError`` if the folder is missing, is a file or cannot be read. An empty list is no error.
  public static func readAll(in folder: URL) throws -> [Run] {
    let listings = try list(in: folder)
    return Parallel.map(listings.count) { try? Run(reading: listings[$0].folder) }.compactMap { $0 }
  }
}
