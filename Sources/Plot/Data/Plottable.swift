public import Foundation

/// A type whose values can be placed on an axis or tell series apart.
public protocol Plottable {
  /// The values as a column.
  static func column(_ values: [Self]) -> Column
}

extension Double: Plottable {
  /// Quantities.
  public static func column(_ values: [Double]) -> Column { .numbers(values) }
}

extension Float: Plottable {
  /// Quantities.
  public static func column(_ values: [Float]) -> Column { .numbers(values.map(Double.init)) }
}

extension Int: Plottable {
  /// Quantities.
  public static func column(_ values: [Int]) -> Column { .numbers(values.map(Double.init)) }
}

extension Int64: Plottable {
  /// Quantities.
  public static func column(_ values: [Int64]) -> Column { .numbers(values.map(Double.init)) }
}

extension String: Plottable {
  /// Names.
  public static func column(_ values: [String]) -> Column { .categories(values) }
}

extension Date: Plottable {
  /// Points in time.
  public static func column(_ values: [Date]) -> Column { .dates(values) }
}

/// `nil` is a missing value.
extension Optional: Plottable where Wrapped: Plottable {
  /// The present values, and gaps for the others.
  public static func column(_ values: [Wrapped?]) -> Column {
    switch Wrapped.column(values.compactMap { $0 }) {
    case .numbers(let present): .numbers(Self.spread(present, over: values, missing: .nan))
    case .seconds(let present): .seconds(Self.spread(present, over: values, missing: .nan))
    case .categories(let present): .categories(Self.spread(present, over: values, missing: nil))
    }
  }

  private static func spread<Value>(_ present: [Value], over values: [Wrapped?], missing: Value) -> [Value] {
    var next = present.makeIterator()
    return values.map { if case .none = $0 { missing } else { next.next() ?? missing } }
  }
}
