/// One example of the gallery, a chart or a figure, with the code that draws it.
package struct GalleryChart: Sendable {
  /// The name of its files and its place on the page: lower-case letters, digits and hyphens.
  package let slug: String
  /// What it shows, in a few words.
  package let title: String
  /// The topic it belongs to.
  package let group: String
  /// The file of this module that holds its code.
  let file: String
  /// The function that draws it.
  let function: String
  private let make: @Sendable () throws -> any GalleryPicture

  /// The chart of a function; its slug is the function's name in lower case with hyphens.
  init(
    _ title: String, _ function: String, group: String, file: String,
    make: @escaping @Sendable () throws -> any GalleryPicture
  ) {
    self.title = title
    self.function = function
    self.group = group
    self.file = file
    self.make = make
    slug = Self.slug(function)
  }

  /// The chart or figure, made anew.
  package func picture() throws -> any GalleryPicture { try make() }

  /// The code that draws the chart: the body of its function.
  package var source: String { GallerySources.body(of: function, in: file) ?? "" }

  /// What is worth knowing about it: the comment above its function.
  package var remark: String { GallerySources.comment(of: function, in: file) ?? "" }

  private static func slug(_ name: String) -> String {
    name.reduce(into: "") { slug, character in
      if character.isUppercase || (character.isNumber && slug.last?.isNumber == false) { slug += "-" }
      slug += character.lowercased()
    }
  }
}
