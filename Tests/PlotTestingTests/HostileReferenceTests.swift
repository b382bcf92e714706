import Foundation
import Plot
import Testing

@testable import Snapshots

/// References in which something else is found: each is named, none is a crash, and none passes.
@Suite struct HostileReferenceTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let format: SnapshotFormat
    let message: String
    let isReplaceable: Bool
    /// Writes it, given the bytes that would be right.
    let make: @Sendable (URL, Data) throws -> Void

    init(
      _ format: SnapshotFormat, _ what: String, _ message: String, isReplaceable: Bool = true,
      make: @escaping @Sendable (URL, Data) throws -> Void
    ) {
      testDescription = "\(format): \(what)"
      (self.format, self.message, self.isReplaceable, self.make) = (format, message, isReplaceable, make)
    }
  }

  static let cases = SnapshotFormat.allCases.flatMap(common) + pictures + [.scene, .pdf].flatMap(texts)

  private static func common(_ format: SnapshotFormat) -> [Case] {
    [
      Case(format, "empty", "is empty") { file, _ in try Data().write(to: file) },
      Case(format, "cut", "is cut") { file, original in
        try Data(original.dropLast(original.count / 3).reversed().drop { $0 == 0x0A }.reversed()).write(to: file)
      },
      Case(format, "pointer of Git LFS", "is a pointer of Git LFS", isReplaceable: false) { file, _ in
        try Data("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n".utf8).write(to: file)
      },
      Case(format, "merge markers", "has markers of a merge in line 2;") { file, _ in
        try Data("scene\n<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> branch\n".utf8).write(to: file)
      },
      Case(format, "folder", "is a folder, not a file", isReplaceable: false) { file, _ in
        try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
      },
      Case(format, "pipe", "is a pipe, not a file", isReplaceable: false) { file, _ in
        try #require(mkfifo(file.path, 0o600) == 0)
      },
      Case(format, "link to nothing", "does not exist") { file, _ in
        try FileManager.default.createSymbolicLink(atPath: file.path, withDestinationPath: "nowhere")
      },
      Case(format, "link to itself", "cannot be read: Too many levels", isReplaceable: false) { file, _ in
        try FileManager.default.createSymbolicLink(atPath: file.path, withDestinationPath: file.path)
      },
      Case(format, "huge", "has 1099511627776 bytes", isReplaceable: false) { file, _ in
        try Data().write(to: file)
        try #require(truncate(file.path, 1 << 40) == 0)
      },
    ]
  }

  private static let pictures: [Case] = [
    Case(.png, "16 bits", "has 16 bits a channel, not 8") { file, _ in try sixteenBits.write(to: file) },
    Case(.png, "another size", "has 10 × 7 pixels, but 420 × 280 were drawn") { file, _ in
      try Data(#require(PixelImage(width: 10, height: 7, filledWith: 0xFF12_3456).png())).write(to: file)
    },
    Case(.png, "claims to be huge", "has 4294967295 × 280 pixels") { file, original in
      var bytes = original
      bytes.replaceSubrange(16..<20, with: [255, 255, 255, 255])
      try bytes.write(to: file)
    },
    Case(.png, "another format", "is not a PNG picture") { file, _ in try Data("GIF89a and so on".utf8).write(to: file)
    },
    Case(.png, "blank", "is blank") { file, _ in
      try Data(#require(PixelImage(width: 420, height: 280).png())).write(to: file)
    },
    Case(.png, "damaged", "is damaged (") { file, original in
      var bytes = original
      for place in bytes.count / 2..<bytes.count / 2 + 40 { bytes[place] ^= 0x5A }
      try bytes.write(to: file)
    },
    Case(.png, "header alone", "is cut") { file, original in try original.prefix(8 + 25).write(to: file) },
    Case(.png, "beginning of a header", "is cut") { file, original in try original.prefix(5).write(to: file) },
  ]

  private static func texts(_ format: SnapshotFormat) -> [Case] {
    [
      Case(format, "carriage returns", "has carriage returns") { file, original in
        try Data(String(decoding: original, as: UTF8.self).replacing("\n", with: "\r\n").utf8).write(to: file)
      },
      Case(format, "Latin-1", "is not a text in UTF-8") { file, _ in try Data([0x74, 0xFC, 0x72, 0x0A]).write(to: file)
      },
      Case(format, "white space", "is blank") { file, _ in try Data(" \n\n".utf8).write(to: file) },
    ]
  }

  /// One pixel of 16 bits a channel.
  private static let sixteenBits =
    Data(base64Encoded: "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABEAIAAADA54+dAAAADElEQVR4nGMQMgFBAAKzANP6twJFAAAAAElFTkSuQmCC")
    ?? Data()

  @Test(arguments: cases) func isNamed(_ hostile: Case) throws {
    let folder = try TemporaryFolder()
    let name = SnapshotName(testFile: folder.url.appending(path: "T.swift"), suites: [], function: "chart()")
    let drawing = try SampleChart.chart().drawing()
    func check(_ mode: SnapshotMode) -> SnapshotOutcome {
      SnapshotCheck(name, mode: mode).outcome(of: drawing, as: [hostile.format])
    }
    _ = check(.missing)
    let reference = name.file(hostile.format)
    let original = try Data(contentsOf: reference)
    try FileManager.default.removeItem(at: reference)
    try hostile.make(reference, original)
    let failure = try #require(check(.never).failure)
    #expect(failure.contains("\(reference.lastPathComponent) \(hostile.message)"), "\(failure)")
    #expect(check(.pending).failure != nil)
    #expect(FileManager.default.fileExists(atPath: PendingSnapshot.file(for: reference).path) == hostile.isReplaceable)
    #expect(check(.failed).failure != nil)
    // What can be drawn again is; anything else stays untouched.
    #expect((check(.never).failure == nil) == hostile.isReplaceable)
  }

  @Test func blankChartsAreRefusedInEveryMode() throws {
    let folder = try TemporaryFolder()
    let name = SnapshotName(testFile: folder.url.appending(path: "T.swift"), suites: [], function: "chart()")
    var theme = Theme.light
    (theme.ink, theme.muted, theme.axis, theme.grid) = (theme.paper, theme.paper, theme.paper, theme.paper)
    theme.palette = [theme.paper]
    let invisible = try Chart("Nothing to see") { LineMark(y: [1.0, 2]) }.theme(theme).drawing()
    let empty = PageCanvas(width: 100, height: 50).drawing(title: "", description: "")
    for mode in SnapshotMode.allCases {
      let outcomes = [
        SnapshotCheck(name, mode: mode).outcome(of: invisible, as: [.scene, .png]),
        SnapshotCheck(name, mode: mode).outcome(of: empty, as: [.scene]),
        SnapshotCheck(name, mode: mode).outcome(of: empty, as: [.pdf]),
      ]
      for outcome in outcomes { #expect(outcome.failure?.contains("chart is blank") == true) }
      #expect(folder.files.isEmpty)
    }
  }
}
