/// Places many values on an axis of a ``PlotPlane``: what does not depend on the value is computed once. The places are
/// those of ``PlotPlane/x(_:)`` and ``PlotPlane/y(_:)`` to the last bit.
struct AxisPlacement {
  private let plane: PlotPlane
  private let axis: AxisName
  /// Of a linear scale that is not reversed: half of the domain's start, half of its length, and where it lies.
  private let isLinear: Bool
  private var (halfStart, halfLength) = (0.0, 0.0)
  private var (origin, length) = (0.0, 0.0)

  init(_ plane: PlotPlane, _ axis: AxisName) {
    self.plane = plane
    self.axis = axis
    guard case .linear(let domain) = axis == .x ? plane.xScale : plane.yScale else {
      isLinear = false
      return
    }
    halfStart = domain.lowerBound / 2
    halfLength = domain.upperBound / 2 - halfStart
    (origin, length) = axis == .x ? (plane.plot.x, plane.plot.width) : (plane.plot.maxY, -plane.plot.height)
    isLinear = halfLength > 0
  }

  /// Where a finite value lies, in points; 0 for one that the scale cannot show.
  @inline(__always)
  func callAsFunction(_ value: Double) -> Double {
    isLinear ? origin + (value / 2 - halfStart) / halfLength * length : place(value)
  }

  @inline(never)
  private func place(_ value: Double) -> Double { (axis == .x ? plane.x(value) : plane.y(value)) ?? 0 }
}
