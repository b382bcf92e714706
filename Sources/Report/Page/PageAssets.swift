internal import CReportAssets

/// The templates and the style sheet that are compiled into the program.
enum PageAssets {
  /// The text of a file, or nil if there is none of that name.
  static func text(named name: String) -> String? {
    all.first { $0.name == name }?.text
  }

  /// Every file: its name and its text.
  static var all: [(name: String, text: String)] {
    (0..<lossline_asset_count()).map { index in
      let asset = lossline_asset_at(index)
      let bytes = UnsafeBufferPointer(start: asset.bytes, count: asset.count)
      return (String(cString: asset.name), String(decoding: bytes, as: UTF8.self))
    }
  }
}
