/// A strict reader of the page's markup: it accepts what is both HTML and well-formed XML, and nothing else.
///
/// The page is written so that both kinds of parser read it alike; whoever breaks out of an attribute or an element
/// breaks this first.
struct Markup {
  struct Element: Equatable {
    var name: String
    var attributes: [String: String]
    /// The names of the elements around it, outermost first.
    var path: [String]
  }

  struct Fault: Error, CustomStringConvertible {
    var description: String
  }

  private(set) var elements: [Element] = []
  /// The text outside of tags, style sheets and scripts left out.
  private(set) var text = ""
  /// What stands inside of `style` and `script`, which is no markup.
  private(set) var raw: [String: String] = [:]
  private var open: [String] = []
  private var rest: Substring.UnicodeScalarView

  init(_ page: String) throws {
    rest = page[...].unicodeScalars
    guard skip("<!DOCTYPE html>") else { throw Fault(description: "The page has no document type.") }
    while let next = rest.first {
      if next == "<" { try tag() } else { try characters() }
    }
    guard open.isEmpty else { throw Fault(description: "Never closed: \(open)") }
  }

  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  private mutating func tag() throws {
    if skip("</") {
      let name = self.name()
      guard skip(">"), open.last == name else {
        throw Fault(description: "</\(name)> closes \(open.last ?? "nothing")")
      }
      open.removeLast()
      return
    }
    _ = skip("<")
    let name = self.name()
    guard !name.isEmpty else { throw Fault(description: "A stray < before “\(String(rest.prefix(30)))”") }
    var attributes: [String: String] = [:]
    while true {
      while let next = rest.first, next == " " || next == "\n" { rest.removeFirst() }
      if skip("/>") { return elements.append(Element(name: name, attributes: attributes, path: open)) }
      if skip(">") { break }
      let attribute = self.name()
      guard !attribute.isEmpty, skip("=\"") else {
        throw Fault(description: "In <\(name)>: no quoted attribute at “\(String(rest.prefix(30)))”")
      }
      guard attributes[attribute] == nil else { throw Fault(description: "<\(name)> has \(attribute) twice") }
      attributes[attribute] = try value()
    }
    elements.append(Element(name: name, attributes: attributes, path: open))
    open.append(name)
    if ["style", "script"].contains(name) {
      while !rest.starts(with: "</\(name)>".unicodeScalars) {
        guard let next = rest.popFirst() else { throw Fault(description: "<\(name)> never ends.") }
        raw[name, default: ""].unicodeScalars.append(next)
      }
    }
  }

  private mutating func characters() throws {
    while let next = rest.first, next != "<" {
      text.unicodeScalars.append(next == "&" ? try reference() : try plain(rest.removeFirst()))
    }
  }

  private mutating func value() throws -> String {
    var value = String.UnicodeScalarView()
    while let next = rest.first, next != "\"" {
      guard next != "<" else { throw Fault(description: "< inside of an attribute") }
      value.append(next == "&" ? try reference() : try plain(rest.removeFirst()))
    }
    rest = rest.dropFirst()
    return String(value)
  }

  private func plain(_ scalar: Unicode.Scalar) throws -> Unicode.Scalar {
    let isControl = scalar.value < 0x20 && scalar != "\n" && scalar != "\t"
    guard !isControl, !(0x7F...0x9F).contains(scalar.value) else {
      throw Fault(description: "Control character \(scalar.value)")
    }
    return scalar
  }

  private mutating func reference() throws -> Unicode.Scalar {
    let known: [(String, Unicode.Scalar)] = [
      ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&quot;", "\""), ("&#39;", "'"), ("&#96;", "`"),
    ]
    for (name, scalar) in known where skip(name) { return scalar }
    throw Fault(description: "Unknown reference “\(String(rest.prefix(12)))”")
  }

  private mutating func name() -> String {
    let end = rest.firstIndex { !($0.properties.isAlphabetic || "0123456789-:_".unicodeScalars.contains($0)) }
    let name = String(rest[..<(end ?? rest.endIndex)])
    rest = rest[(end ?? rest.endIndex)...]
    return name
  }

  private mutating func skip(_ prefix: String) -> Bool {
    guard rest.starts(with: prefix.unicodeScalars) else { return false }
    rest = rest.dropFirst(prefix.unicodeScalars.count)
    return true
  }
}
