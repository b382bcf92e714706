internal import Mustache

/// What a template sees by name. A value that is nil is not there, and a section of that name is left out.
struct TemplateValues: MustacheParent, ExpressibleByDictionaryLiteral {
  private var values: [String: Any]

  init(dictionaryLiteral elements: (String, Any?)...) {
    values = [:]
    for (name, value) in elements {
      if let value { values[name] = value }
    }
  }

  func child(named name: String) -> Any? { values[name] }

  /// The value of a name, or nil.
  subscript(name: String) -> Any? {
    get { values[name] }
    set { values[name] = newValue }
  }
}

extension TemplateValues {
  /// A text or a number as text; empty if there is none.
  func string(_ name: String) -> String { self[name].map { "\($0)" } ?? "" }

  /// A list; empty if there is none.
  func list(_ name: String) -> [TemplateValues] { self[name] as? [TemplateValues] ?? [] }
}

extension Array {
  /// The list under the name `entries`, or nil if it is empty, so that its section is left out.
  var entriesIfAny: TemplateValues? { isEmpty ? nil : ["entries": self] }
}
