internal import Foundation

/// Poppler's `pdftotext`, a program of its own so that nobody needs Poppler who does not test PDFs.
enum PDFText {
  /// The text of each page, with a line feed at the end of each line and no spaces before it.
  ///
  /// - Throws: ``PDFTextError``.
  static func pages(of pdf: [UInt8]) throws -> [String] {
    let file = FileManager.default.temporaryDirectory.appending(path: "snapshot-\(UUID().uuidString).pdf")
    try Data(pdf).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    // In the order of the file: what stands where on the page is the scene's business.
    let text = try run(["-raw", "-enc", "UTF-8", "-eol", "unix", file.path(percentEncoded: false), "-"])
    return text.split(separator: "\u{C}").map { page in
      page.split(separator: "\n").map { line in
        String(line.reversed().drop { $0.isWhitespace }.reversed()) + "\n"
      }.joined()
    }
  }

  /// Poppler's version, such as 22.12.0.
  static var version: String {
    get throws {
      let text = try run(["-v"])
      return text.firstMatch(of: /version ([0-9.]+)/).map { String($0.1) } ?? "unknown"
    }
  }

  private static func run(_ arguments: [String]) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["pdftotext"] + arguments
    process.standardOutput = output
    // The version goes there.
    process.standardError = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let text = String(decoding: data, as: UTF8.self)
    switch process.terminationStatus {
    case 0: return text
    case 127: throw PDFTextError("Snapshots of PDFs need `pdftotext`; install Poppler's tools (Debian: poppler-utils).")
    default: throw PDFTextError("pdftotext could not read the PDF: \(text.prefix(200))")
    }
  }
}

/// Why a PDF's text could not be read.
struct PDFTextError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
