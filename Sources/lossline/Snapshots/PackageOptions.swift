internal import ArgumentParser
internal import Foundation
internal import Snapshots

/// The package whose snapshots a command is about.
struct PackageOptions: ParsableArguments {
  @Option(
    name: .customLong("package-path"),
    help: ArgumentHelp("The package. (default: the one that the current folder is in)", valueName: "folder"),
    completion: .directory)
  var packagePath: String?

  /// The package's folder.
  ///
  /// - Throws: ``CommandError`` when there is no package.
  func package() throws -> URL {
    if let packagePath {
      let folder = URL(filePath: packagePath, directoryHint: .isDirectory).standardizedFileURL
      guard FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) else {
        throw CommandError(
          "There is no package in \(packagePath): it has no Package.swift. Name the folder that has one.")
      }
      return folder
    }
    let here = Self.currentFolder
    guard let package = PackageFolder.of(here.appending(path: "Package.swift")) else {
      throw CommandError("The current folder is in no package. Go to one, or name it with --package-path.")
    }
    return package
  }

  /// Where paths start that are given as arguments.
  static var currentFolder: URL {
    URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
  }
}
