import Foundation

/// The checkout that the tests belong to.
enum Checkout {
  /// Its root folder.
  static let root = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL

  static func place(_ path: String) -> URL { root.appending(path: path) }

  static func read(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: place(path)), as: UTF8.self)
  }
}
