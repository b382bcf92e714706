package import Foundation

/// The package that a file belongs to.
package enum PackageFolder {
  /// The nearest folder above the file that holds a `Package.swift`; `nil` when there is none.
  package static func of(_ file: URL) -> URL? {
    var folder = file.deletingLastPathComponent().standardizedFileURL
    while folder.path != "/" {
      if FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) { return folder }
      folder.deleteLastPathComponent()
    }
    return nil
  }

  /// The file's path below its package's folder, or its whole path when it has none.
  package static func path(of file: URL) -> String {
    let path = file.standardizedFileURL.path(percentEncoded: false)
    guard let folder = of(file)?.path(percentEncoded: false), path.hasPrefix(folder) else { return path }
    return String(path.dropFirst(folder.count).drop { $0 == "/" })
  }
}
