import Foundation

/// The packages that Lossline depends on, as this checkout has fetched them.
enum FetchedDependencies {
  /// Has a package clone them from this checkout's copies, where it has any: no network is needed.
  ///
  /// - Parameter mirrors: A folder for links to the copies.
  static func use(in package: URL, mirrors folder: URL) throws {
    let manager = FileManager.default
    let fetched = Checkout.place(".build/repositories")
    let copies = (try? manager.contentsOfDirectory(atPath: fetched.path)) ?? []
    let manifest = try Checkout.read("Package.swift")
    var mirrors: [[String: String]] = []
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    for match in manifest.matches(of: /\.package\(url: "(https:[^"]*\/([^"\/]+))"/) {
      let name = String(match.2)
      guard let copy = copies.first(where: { $0.dropLast(9) == name }) else { continue }
      // A package is known by the last part of its place, so the mirror bears the plain name.
      let link = folder.appending(path: name)
      try? manager.removeItem(at: link)
      try manager.createSymbolicLink(at: link, withDestinationURL: fetched.appending(path: copy))
      mirrors.append(["original": String(match.1), "mirror": "file://\(link.path)"])
    }
    let configuration = package.appending(path: ".swiftpm/configuration")
    try manager.createDirectory(at: configuration, withIntermediateDirectories: true)
    try JSONSerialization.data(withJSONObject: ["version": 1, "object": mirrors])
      .write(to: configuration.appending(path: "mirrors.json"))
  }
}
