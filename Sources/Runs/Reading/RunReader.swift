#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

struct RunReader {
  var folder: URL

  func read() throws -> Run {
    Run(folder: folder, manifest: RunManifest())
  }
}
