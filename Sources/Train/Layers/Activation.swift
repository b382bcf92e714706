internal import CKernels

/// A function applied to every element of a layer's output.
public enum Activation: String, Sendable, Hashable, Codable, CaseIterable {
  /// x.
  case linear
  /// max(x, 0); its derivative at 0 is 0.
  case relu
  /// The hyperbolic tangent.
  case tanh
  /// 1 / (1 + e⁻ˣ).
  case sigmoid
  /// eˣ divided by its sum over the last axis.
  case softmax

  /// Whether every element is mapped by itself.
  var isElementwise: Bool { self != .softmax }

  /// The kernel for elements; the softmax of a row is an operation of its own, after none.
  var kernel: ll_activation {
    switch self {
    case .linear, .softmax: LL_LINEAR
    case .relu: LL_RELU
    case .tanh: LL_TANH
    case .sigmoid: LL_SIGMOID
    }
  }
}

/// An activation is also a layer without parameters: `Activation.tanh`.
extension Activation: Layer {
  /// `Activation`.
  public var kind: String { "Activation" }

  /// Keeps the shape.
  public func build(inputShape: [Int?], with builder: inout LayerBuilder) throws -> BuiltLayer {
    BuiltLayer(outputShape: inputShape) { $0.activated(self) }
  }
}
