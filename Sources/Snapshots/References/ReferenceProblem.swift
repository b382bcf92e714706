/// Why a reference cannot be compared with.
package enum ReferenceProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is none.
  case missing
  /// The file has no bytes.
  case empty
  /// It is a folder, a pipe or something else that is no file.
  case notAFile(String)
  /// The file cannot be opened, with the system's reason.
  case unreadable(String)
  /// The file is far larger than any snapshot, in bytes.
  case tooLarge(Int)
  /// Git LFS has not fetched what the file stands for.
  case largeFilePointer
  /// A merge left its markers, in this line.
  case mergeMarkers(line: Int)
  /// Carriage returns before line feeds, as Git writes them on Windows.
  case lineEndings
  /// The text is not UTF-8.
  case notText
  /// The picture is no PNG.
  case notPNG
  /// The file ends too early.
  case cut
  /// The file is not sound, with libpng's reason.
  case damaged(String)
  /// The picture has so many bits a channel, and not 8.
  case bitDepth(Int)
  /// The picture has another size than what was drawn, both in pixels.
  case size(width: Int, height: Int, actualWidth: Int, actualHeight: Int)
  /// All pixels of the picture are one colour, or the text is empty.
  case blank

  /// What is wrong and what to do, as the end of a sentence about the file.
  package var description: String {
    switch self {
    case .missing: "does not exist"
    case .empty: "is empty; \(Self.remedy)"
    case .notAFile(let kind): "is a \(kind), not a file; move it away"
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .tooLarge(let bytes): "has \(bytes) bytes, more than any snapshot; move it away"
    case .largeFilePointer: "is a pointer of Git LFS, not the file itself; run `git lfs pull`"
    case .mergeMarkers(let line):
      "has markers of a merge in line \(line); take one side, or look at the chart and accept it anew"
    case .lineEndings: "has carriage returns; add `__Snapshots__/** -text` to .gitattributes and check it out again"
    case .notText: "is not a text in UTF-8; \(Self.remedy)"
    case .notPNG: "is not a PNG picture; \(Self.remedy)"
    case .cut: "is cut: it ends too early; \(Self.remedy)"
    case .damaged(let reason): "is damaged (\(reason)); \(Self.remedy)"
    case .bitDepth(let bits): "has \(bits) bits a channel, not 8: another program wrote it; \(Self.remedy)"
    case .size(let width, let height, let actualWidth, let actualHeight):
      "has \(width) × \(height) pixels, but \(actualWidth) × \(actualHeight) were drawn"
    case .blank: "is blank: nothing is to be seen in it; \(Self.remedy)"
    }
  }

  private static let remedy = "restore it, or look at the chart and accept it anew"

  /// Whether accepting may put another file into its place: nothing is lost that cannot be drawn again.
  package var isReplaceable: Bool {
    switch self {
    case .notAFile, .unreadable, .tooLarge, .largeFilePointer: false
    default: true
    }
  }
}
