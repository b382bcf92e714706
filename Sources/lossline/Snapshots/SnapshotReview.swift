internal import Foundation
internal import Plot
internal import Snapshots

/// Shows pending snapshots one after the other and carries out what keys say.
struct SnapshotReview {
  private let snapshots: [UnacceptedSnapshot]
  private let package: URL
  private let hasColors: Bool
  private let key: () -> Character?
  private let write: (String) throws -> Void
  /// References, by what was done with them.
  private(set) var accepted = 0
  private(set) var rejected = 0
  private(set) var failures = 0

  /// - Parameters:
  ///   - key: The next key; `nil` when no more will come.
  ///   - write: Shows lines.
  init(
    _ snapshots: [UnacceptedSnapshot], package: URL, hasColors: Bool, key: @escaping () -> Character?,
    write: @escaping (String) throws -> Void
  ) {
    (self.snapshots, self.package, self.hasColors) = (snapshots, package, hasColors)
    (self.key, self.write) = (key, write)
  }

  /// - Throws: What writing throws.
  mutating func run() throws {
    guard !snapshots.isEmpty else { return try write("Nothing is pending.") }
    for (number, snapshot) in snapshots.enumerated() {
      try show(snapshot, number: number + 1)
      guard try decide(on: snapshot) else { break }
    }
    let left = snapshots.map(\.pending.count).reduce(0, +) - accepted - rejected
    try write("\nReferences accepted: \(accepted), rejected: \(rejected), left as they are: \(left).")
  }

  /// - Returns: Whether to go on.
  private mutating func decide(on snapshot: UnacceptedSnapshot) throws -> Bool {
    try write("\(bold("a"))ccept  \(bold("r"))eject  \(bold("s"))kip  \(bold("q"))uit?")
    while let key = key() {
      switch key {
      case "a", "A": try carry(out: snapshot, "Accepted", \.accepted) { try $0.accept() }
      case "r", "R": try carry(out: snapshot, "Rejected", \.rejected) { try $0.reject() }
      case "s", "S": try write("Skipped")
      case "q", "Q": return false
      default: continue
      }
      return true
    }
    return false
  }

  private mutating func carry(
    out snapshot: UnacceptedSnapshot, _ done: String, _ count: WritableKeyPath<SnapshotReview, Int>,
    _ decision: (PendingSnapshot) throws -> Void
  ) throws {
    for pending in snapshot.pending {
      do {
        try decision(pending)
      } catch {
        failures += 1
        try write(colored("Error: \("\(error)".legible())", 31))
        continue
      }
      self[keyPath: count] += 1
      try write("\(done) \((pending.reference.path(below: package) ?? pending.reference.path).legible())")
    }
  }

  // MARK: Showing

  /// The most lines of a scene that are shown.
  private static let mostLines = 30

  private func show(_ snapshot: UnacceptedSnapshot, number: Int) throws {
    try write("\n\(bold("\(number) of \(snapshots.count): \(snapshot.name)"))\n\(snapshot.source)")
    for form in snapshot.forms {
      let reason = form.record.reason.legible(keepsLines: true)
      if form.format == .png {
        try write("\(reason)\nLook at \(picture(of: form, snapshot).path(percentEncoded: false).legible())")
      } else {
        try write(String(reason.prefix { !$0.isNewline }))
        try lines(form)
      }
    }
  }

  private func lines(_ form: UnacceptedSnapshot.Form) throws {
    let found = ReviewLines(form, limit: Self.mostLines)
    if let problem = found.problem { try write(problem.legible()) }
    for line in found.lines {
      try write(colored("  \(line.number) \(line.isNew ? "+" : "-") \(line.text)", line.isNew ? 32 : 31))
    }
    if found.rest > 0 { try write("  … and \(found.rest) more") }
  }

  /// Reference, actual picture and difference in one file; what was drawn, where there is nothing to hold it against.
  private func picture(of form: UnacceptedSnapshot.Form, _ snapshot: UnacceptedSnapshot) -> URL {
    guard let old = try? PixelImage(png: ReferenceFile.png(of: form.reference).bytes),
      let new = try? PixelImage(png: ReferenceFile.png(of: form.actual).bytes),
      let picture = DifferencePicture.png(reference: old, actual: new)
    else { return form.actual }
    let file = ReviewFolder.url(in: package).appending(path: "side-by-side/\(snapshot.place).png")
    do {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try OutputFile.write(picture, to: file)
      return file
    } catch {
      return form.actual
    }
  }

  private func bold(_ text: String) -> String { colored(text, 1) }

  private func colored(_ text: String, _ code: Int) -> String {
    hasColors ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
