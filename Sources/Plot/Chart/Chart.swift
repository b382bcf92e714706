/// A chart as plain data: marks, axes and texts. It can be compared, encoded, kept and drawn again in another theme.
///
/// ```swift
/// let chart = Chart("History of training") {
///   LineMark(x: epochs, y: losses, series: "training")
///   LineMark(x: epochs, y: validationLosses, series: "validation")
/// }
/// .xAxis("Epoch")
/// .yAxis("Loss", scale: .log)
/// try chart.write(to: URL(filePath: "loss.pdf"))
/// ```
public struct Chart: Sendable, Hashable, Codable {
  /// What the chart says, in one line of bold text.
  public var title: String?
  /// A line under the title.
  public var subtitle: String?
  /// A line under the chart, for a source or a remark.
  public var caption: String?
  /// The layers, drawn in this order.
  public var marks: [Mark]
  /// The horizontal axis.
  public var x = AxisSpec()
  /// The vertical axis.
  public var y = AxisSpec()
  /// A second scale of the vertical axis, in another unit, on its other side.
  public var secondaryY: SecondaryAxis?
  /// Where the names of the series stand.
  public var legend = Legend.automatic
  /// The width in points (1/72 inch).
  public var widthInPoints = 640.0
  /// The height in points (1/72 inch).
  public var heightInPoints = 400.0
  /// The width of the plot's box over its height; `nil` fills the page.
  public var plotAspectRatio: Double?
  /// Colours, fonts and sizes.
  public var theme = Theme.light
  /// What a reader who cannot see the chart is told; by default a description made from the data.
  public var alternativeText: String?

  /// A chart of the marks that the closure lists.
  public init(_ title: String? = nil, @MarkBuilder marks: () throws -> [Mark]) rethrows {
    self.title = title
    self.marks = try marks()
  }

  /// The chart with a line under its title.
  public func subtitle(_ text: String?) -> Chart { with { $0.subtitle = text } }
  /// The chart with a line under it.
  public func caption(_ text: String?) -> Chart { with { $0.caption = text } }
  /// The chart with its legend in another place.
  public func legend(_ legend: Legend) -> Chart { with { $0.legend = legend } }
  /// The chart in another theme.
  public func theme(_ theme: Theme) -> Chart { with { $0.theme = theme } }
  /// The chart in another size, in points (1/72 inch).
  public func size(width: Double, height: Double) -> Chart {
    with {
      $0.widthInPoints = width
      $0.heightInPoints = height
    }
  }
  /// The chart with a plot of this width over its height, as large as the page allows; 1 makes a square.
  public func plotAspectRatio(_ ratio: Double) -> Chart { with { $0.plotAspectRatio = ratio } }
  /// The chart with a description of your own for readers who cannot see it.
  public func alternativeText(_ text: String) -> Chart { with { $0.alternativeText = text } }

  /// The chart with another horizontal axis.
  public func xAxis(
    _ title: String? = nil, scale: AxisSpec.Scale = .automatic, domain: ClosedRange<Double>? = nil,
    includesZero: Bool? = nil, isReversed: Bool = false, padding: Double? = nil, values: [Double]? = nil,
    format: NumberFormat = .automatic
  ) -> Chart {
    xAxis(
      AxisSpec(
        title: title, scale: scale, domain: domain, includesZero: includesZero, isReversed: isReversed,
        padding: padding, values: values, format: format))
  }

  /// The chart with another horizontal axis.
  public func xAxis(_ axis: AxisSpec) -> Chart { with { $0.x = axis } }

  /// The chart with another vertical axis.
  public func yAxis(
    _ title: String? = nil, scale: AxisSpec.Scale = .automatic, domain: ClosedRange<Double>? = nil,
    includesZero: Bool? = nil, isReversed: Bool = false, padding: Double? = nil, values: [Double]? = nil,
    format: NumberFormat = .automatic
  ) -> Chart {
    yAxis(
      AxisSpec(
        title: title, scale: scale, domain: domain, includesZero: includesZero, isReversed: isReversed,
        padding: padding, values: values, format: format))
  }

  /// The chart with another vertical axis.
  public func yAxis(_ axis: AxisSpec) -> Chart { with { $0.y = axis } }

  /// The chart with its horizontal axis at the bottom or at the top.
  ///
  /// Call it after ``xAxis(_:scale:domain:includesZero:isReversed:padding:values:format:)``, which replaces the axis.
  public func xAxisPosition(_ position: AxisPosition) -> Chart { with { $0.x.position = position } }

  /// The chart with its vertical axis on the leading (left) or on the trailing side.
  ///
  /// Call it after ``yAxis(_:scale:domain:includesZero:isReversed:padding:values:format:)``, which replaces the axis.
  public func yAxisPosition(_ position: AxisPosition) -> Chart { with { $0.y.position = position } }

  /// The chart with a second scale of the vertical axis, in another unit, on its other side:
  /// `.secondaryYAxis("°F", forward: .linear(factor: 1.8, offset: 32))`; `nil` for none.
  public func secondaryYAxis(_ title: String? = nil, forward: SecondaryAxis.Transform?) -> Chart {
    with { $0.secondaryY = forward.map { SecondaryAxis(title, forward: $0) } }
  }

  /// The chart with or without lines across the plot at the labels of x and of y; `nil` chooses from the data.
  public func grid(x: Bool? = nil, y: Bool? = nil) -> Chart {
    with {
      $0.x.showsGrid = x
      $0.y.showsGrid = y
    }
  }
}
