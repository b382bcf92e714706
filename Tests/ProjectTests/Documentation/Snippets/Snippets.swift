import Foundation

/// The code that README and articles show, compiled; each file holds that of one page.
///
/// What stands between `// snippet.NAME` and `// snippet.end` is shown, less what stands between `// snippet.hide` and
/// `// snippet.show`, each stretch without its common indentation. These are the marks of Swift's own snippets.
struct Snippets {
  /// Where relative paths lead to.
  let folder: Foundation.URL

  /// Hides the initializer of the same spelling, so that code runs as it is shown without changing the process' folder.
  // swift-format-ignore: AlwaysUseLowerCamelCase
  func URL(filePath: String) -> Foundation.URL {
    filePath.hasPrefix("/") ? Foundation.URL(filePath: filePath) : folder.appending(path: filePath)
  }
}
