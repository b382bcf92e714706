internal import CReportAssets

/// The templates and the style sheet that are compiled into the program.
enum PageAssets {
  /// The text of a file, or nil if there is none of that name.
  static func text(named name: String) -> String? {
    all.first { $0.name == name }?.text
  }

  /// The script of pages with charts.
  static let script = text(named: "page.js") ?? ""

  /// A script's name in a Content-Security-Policy: its digest, so that nothing else can run.
  static func source(of script: String) -> String { "'sha256-" + base64(SHA256.digest(script.utf8)) + "'" }

  /// Bytes in base 64, with padding.
  private static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for first in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[first..<min(first + 3, bytes.count)]
      let bits = (0..<3).reduce(0) { $0 << 8 | (first + $1 < bytes.count ? Int(bytes[first + $1]) : 0) }
      for number in 0..<4 { text.append(number <= group.count ? letters[bits >> (18 - 6 * number) & 63] : "=") }
    }
    return text
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
