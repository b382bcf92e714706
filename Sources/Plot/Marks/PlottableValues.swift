/// Values of a channel beside x and y, with the label that they have in the legend:
/// `.foregroundStyle(by: .value("Loss", losses))`.
public struct PlottableValues: Sendable, Hashable, Codable {
  /// What the values are, in the legend.
  public var label: String
  /// One value a row, or a single one for a whole mark.
  public var column: Column

  /// Labelled values.
  public init(label: String, column: Column) {
    self.label = label
    self.column = column
  }

  /// One value a row.
  public static func value<Value: Plottable>(_ label: String, _ values: [Value]) -> PlottableValues {
    PlottableValues(label: label, column: Value.column(values))
  }

  /// One value a row, read once from the rows that the mark is made of.
  public static func value<Row>(
    _ label: String, _ rows: some Sequence<Row>, _ value: KeyPath<Row, some Plottable>
  ) -> PlottableValues {
    Self.value(label, rows.map { $0[keyPath: value] })
  }

  /// One value for a whole mark.
  public static func value(_ label: String, _ value: some Plottable) -> PlottableValues { Self.value(label, [value]) }
}

/// Numbers that a mark's colours stand for.
public struct ColorChannel: Sendable, Hashable, Codable {
  /// One number a dot, or one for a whole line.
  public var values: PlottableValues
  /// The colours and the values that they stand for; by default viridis over the range of all such values of the chart,
  /// without the part that the theme's paper would swallow.
  public var scale: ColorScale?
  /// The value of the middle colour of a diverging scale that suits the theme; `nil` for a sequential one.
  public var midpoint: Double?

  /// Numbers and their colours.
  public init(values: PlottableValues, scale: ColorScale? = nil, midpoint: Double? = nil) {
    self.values = values
    self.scale = scale
    self.midpoint = midpoint
  }
}

extension PositionedMark {
  /// Colours by value, as in Swift Charts: numbers get a colour scale and a colour bar, names become the series.
  ///
  /// Points take one value a row; other marks a single number for the whole mark.
  ///
  /// - Parameters:
  ///   - values: Numbers or names.
  ///   - midpoint: The value of the middle colour of a diverging scale; `nil` for a sequential one.
  public func foregroundStyle(by values: PlottableValues, midpoint: Double? = nil) -> Self {
    var copy = self
    if case .categories(let names) = values.column {
      copy.series = names.count == 1 ? names[0].map { .named($0) } : .column(names)
    } else {
      copy.style.colorBy = ColorChannel(values: values, scale: style.colorBy?.scale, midpoint: midpoint)
    }
    return copy
  }

  /// Colours by value, on a scale of your own, which no theme changes.
  public func foregroundStyle(by values: PlottableValues, scale: ColorScale) -> Self {
    var copy = foregroundStyle(by: values)
    copy.style.colorBy?.scale = scale
    return copy
  }
}
