internal import Foundation
internal import Plot

/// Writes the page of a review as HTML.
struct ReviewMarkup {
  private let title: String
  private var text = MarkupText()

  /// - Parameter title: The package's name.
  init(title: String) { self.title = title.legible(limit: 100) }

  /// The whole page, once header and sections are written.
  var page: String {
    var page = MarkupText()
    page += """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8" />
      <title>Snapshots of \(MarkupText.escaped(title))</title>
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
      base-uri 'none'; form-action 'none'" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="referrer" content="no-referrer" />
      <meta name="generator" content="Lossline" />
      <style>
      \(ReviewStyle.css)</style>
      </head>
      <body>

      """
    page += text.string
    page += "</main>\n</body>\n</html>\n"
    return page.string
  }

  mutating func header(_ snapshots: [UnacceptedSnapshot], problems: [String]) {
    text += "<header>\n<p class=\"eyebrow\">\(MarkupText.escaped(title))</p>\n<h1>Snapshots</h1>\n"
    text += "<p class=\"verdict\">\(Self.sentence(snapshots))</p>\n"
    if snapshots.contains(where: { !$0.pending.isEmpty }) {
      text +=
        "<p class=\"hint\">In a terminal, one by one: <code class=\"command\">lossline snapshots review</code></p>\n"
    }
    for problem in problems { text += "<p class=\"problem\">\(MarkupText.escaped(problem))</p>\n" }
    if snapshots.count > 1 {
      text += "<nav aria-label=\"Snapshots\">\n<ol>\n"
      for (number, snapshot) in snapshots.enumerated() {
        let forms = snapshot.forms.map { Self.name($0.format) }.joined(separator: ", ")
        text += "<li><a href=\"#s\(number + 1)\">\(MarkupText.escaped(snapshot.name))</a> <span>\(forms)</span></li>\n"
      }
      text += "</ol>\n</nav>\n"
    }
    text += "</header>\n<main>\n"
  }

  mutating func section(_ snapshot: UnacceptedSnapshot, number: Int) {
    text += "<section id=\"s\(number)\" aria-labelledby=\"s\(number)-title\">\n"
    text += "<h2 id=\"s\(number)-title\">\(MarkupText.escaped(snapshot.name))</h2>\n"
    text += "<p class=\"source\">\(MarkupText.escaped(snapshot.source))</p>\n"
    for form in snapshot.forms {
      if form.format == .png { pictures(form, number) } else { lines(form) }
    }
    if snapshot.pending.isEmpty {
      text += "<p class=\"hint\">Nothing was written beside the reference. To accept this, run the test with "
      text += "<code>PLOT_SNAPSHOTS=pending</code>, then:</p>\n"
    } else {
      text += "<p class=\"hint\">To accept this:</p>\n"
    }
    text += "<pre class=\"command\">\(MarkupText.escaped(snapshot.command.legible()))</pre>\n</section>\n"
  }

  // MARK: Pictures

  private mutating func pictures(_ form: UnacceptedSnapshot.Form, _ number: Int) {
    let found = ReviewPictures(form)
    text += "<h3>Picture</h3>\n"
    if let comparison = found.comparison {
      paragraph(comparison.isSame ? "The pictures look the same." : "\(comparison.summary).", "reason")
    } else {
      paragraph(form.record.reason, "reason")
    }
    for problem in found.problems { paragraph(problem, "problem") }
    guard !found.pictures.isEmpty else { return }
    text += "<div class=\"pictures\">\n"
    if found.pictures.count > 1 { views(found.pictures, "v\(number)") }
    text += "<div class=\"row\">\n"
    for (place, picture) in found.pictures.enumerated() { figure(picture, place, found) }
    text += "</div>\n</div>\n"
    details(found)
  }

  /// Which pictures are seen: all side by side, or one in the other's place, so that what differs moves.
  private mutating func views(_ pictures: [ReviewPictures.Picture], _ name: String) {
    text += "<fieldset>\n<legend>Pictures</legend>\n"
    text += "<label><input type=\"radio\" name=\"\(name)\" value=\"all\" checked=\"\" /> Side by side</label>\n"
    for (place, picture) in pictures.enumerated() {
      text += "<label><input type=\"radio\" name=\"\(name)\" value=\"\(place)\" /> \(picture.title)</label>\n"
    }
    text += "</fieldset>\n"
  }

  private mutating func figure(_ picture: ReviewPictures.Picture, _ place: Int, _ found: ReviewPictures) {
    let size = "\(picture.width) × \(picture.height) pixels"
    text +=
      "<figure class=\"p\(place)\">\n<figcaption>\(picture.title) <span>\(size)</span></figcaption>\n<div class=\"frame\">"
    image(picture.png, "\(picture.title), \(size)", picture.width, picture.height)
    if let comparison = found.comparison, picture.detail != nil {
      let side = Double(ReviewPictures.detailSide)
      text += "<span class=\"spot\" style=\""
      measure("left", (Double(comparison.worstPlace.x) - side / 2) / Double(picture.width))
      measure("top", (Double(comparison.worstPlace.y) - side / 2) / Double(picture.height))
      measure("width", side / Double(picture.width))
      measure("height", side / Double(picture.height))
      text += "\"></span>"
    }
    text += "</div>\n</figure>\n"
  }

  private mutating func details(_ found: ReviewPictures) {
    guard let (x, y) = found.comparison?.worstPlace, found.pictures.contains(where: { $0.detail != nil }) else {
      return
    }
    let side = ReviewPictures.detailSide
    text += "<h4>The worst spot, around (\(x), \(y)), enlarged</h4>\n<div class=\"details\">\n"
    for picture in found.pictures {
      guard let detail = picture.detail else { continue }
      text += "<figure>\n<figcaption>\(picture.title)</figcaption>\n"
      image(detail, "\(picture.title) around (\(x), \(y)), enlarged", side, side)
      text += "\n</figure>\n"
    }
    text += "</div>\n"
  }

  private mutating func image(_ png: [UInt8], _ description: String, _ width: Int, _ height: Int) {
    text += "<img width=\"\(width)\" height=\"\(height)\" alt=\"\(MarkupText.escaped(description))\" loading=\"lazy\" "
    text += "decoding=\"async\" src=\"data:image/png;base64,\(Data(png).base64EncodedString())\" />"
  }

  private mutating func measure(_ name: String, _ fraction: Double) {
    text += "\(name):"
    text.number(fraction * 100)
    text += "%;"
  }

  // MARK: Lines

  private mutating func lines(_ form: UnacceptedSnapshot.Form) {
    let found = ReviewLines(form, limit: 300)
    text += "<h3>\(form.format == .scene ? "Scene" : "Text of the PDF")</h3>\n"
    // The first line says what is wrong; the others are below, in colour.
    let reason = form.record.reason.prefix { !$0.isNewline }
    paragraph(String(reason), "reason")
    if let problem = found.problem { paragraph(problem, "problem") }
    guard !found.lines.isEmpty else { return }
    text += "<pre class=\"lines\" tabindex=\"0\" aria-label=\"Lines that differ\">"
    for line in found.lines {
      text += line.isNew ? "<ins><b>\(line.number)</b>+ " : "<del><b>\(line.number)</b>− "
      text.escape(line.text)
      text += line.isNew ? "</ins>" : "</del>"
    }
    text += "</pre>\n"
    if found.rest > 0 { paragraph("… and \(found.rest) lines more", "hint") }
  }

  // MARK: Words

  private mutating func paragraph(_ words: String, _ style: String) {
    text += "<p class=\"\(style)\">\(MarkupText.escaped(words.legible(keepsLines: true)))</p>\n"
  }

  private static func sentence(_ snapshots: [UnacceptedSnapshot]) -> String {
    guard !snapshots.isEmpty else { return "All snapshots are as accepted." }
    let new = snapshots.count { $0.forms.allSatisfy { $0.record.referenceDigest == nil } }
    let old = snapshots.count - new
    func counted(_ count: Int) -> String { count == 1 ? "1 snapshot" : "\(count) snapshots" }
    var parts: [String] = []
    if old > 0 { parts.append("\(counted(old)) \(old == 1 ? "differs" : "differ") from what was accepted") }
    if new > 0 { parts.append("\(counted(new)) \(new == 1 ? "has" : "have") no reference yet") }
    return parts.joined(separator: "; ") + "."
  }

  private static func name(_ format: SnapshotFormat) -> String {
    switch format {
    case .png: "picture"
    case .scene: "scene"
    case .pdf: "text"
    }
  }
}
