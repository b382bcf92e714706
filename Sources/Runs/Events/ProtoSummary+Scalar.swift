#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension ProtoSummary.Value {
  /// The value if it is a scalar in any of the three dialects, else `nil`.
  ///
  /// torch and tensorboardX write `simple_value`, newer torch a tensor with one `float_val`, TensorFlow 2 a tensor with
  /// four bytes of content. A tensor counts where its plugin is `scalars`, or has no plugin and no dimension.
  var scalar: Double? {
    switch value {
    case .simpleValue(let value): return Double(value)
    case .tensor(let tensor):
      let plugin = metadata.pluginData.pluginName
      let isScalar = plugin == "scalars" || (plugin.isEmpty && tensor.tensorShape.dim.isEmpty)
      return isScalar ? tensor.onlyNumber : nil
    case nil: return nil
    }
  }
}

extension ProtoTensor {
  /// The one number of a tensor that holds one number, in single or double precision.
  fileprivate var onlyNumber: Double? {
    switch dtype {
    case .dtFloat:
      if floatVal.count == 1, tensorContent.isEmpty { return Double(floatVal[0]) }
      return floatVal.isEmpty ? bits(UInt32.self).map { Double(Float(bitPattern: $0)) } : nil
    case .dtDouble:
      if doubleVal.count == 1, tensorContent.isEmpty { return doubleVal[0] }
      return doubleVal.isEmpty ? bits(UInt64.self).map { Double(bitPattern: $0) } : nil
    default: return nil
    }
  }

  /// The content as one little-endian number, if it has just that size.
  private func bits<Bits: FixedWidthInteger>(_ type: Bits.Type) -> Bits? {
    guard tensorContent.count == MemoryLayout<Bits>.size else { return nil }
    return tensorContent.reversed().reduce(0) { $0 << 8 | Bits($1) }
  }
}
