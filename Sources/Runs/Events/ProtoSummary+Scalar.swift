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
  /// The one number of a tensor that holds one number of any type. Integers beyond 2⁵³ are rounded to a double.
  fileprivate var onlyNumber: Double? {
    switch dtype {
    case .dtFloat:
      if floatVal.count == 1, tensorContent.isEmpty { return Double(floatVal[0]) }
      return floatVal.isEmpty ? bits(UInt32.self).map { Double(Float(bitPattern: $0)) } : nil
    case .dtDouble:
      if doubleVal.count == 1, tensorContent.isEmpty { return doubleVal[0] }
      return doubleVal.isEmpty ? bits(UInt64.self).map { Double(bitPattern: $0) } : nil
    case .dtHalf: return number(halfVal.map { Self.half(UInt16(truncatingIfNeeded: $0)) }, Self.half)
    case .dtBfloat16: return number(halfVal.map { Self.bfloat16(UInt16(truncatingIfNeeded: $0)) }, Self.bfloat16)
    case .dtBool: return number(boolVal.map { $0 ? 1 : 0 }) { (bits: UInt8) in bits == 0 ? 0 : 1 }
    case .dtInt8: return integer(intVal, Int8.self)
    case .dtInt16: return integer(intVal, Int16.self)
    case .dtInt32: return integer(intVal, Int32.self)
    case .dtInt64: return integer(int64Val, Int64.self)
    case .dtUint8: return integer(intVal, UInt8.self)
    case .dtUint16: return integer(intVal, UInt16.self)
    case .dtUint32: return integer(uint32Val, UInt32.self)
    case .dtUint64: return integer(uint64Val, UInt64.self)
    default: return nil
    }
  }

  /// The number that is listed or, if none is, that is the content.
  private func number<Bits: FixedWidthInteger>(_ listed: [Double], _ read: (Bits) -> Double) -> Double? {
    if listed.count == 1, tensorContent.isEmpty { return listed[0] }
    return listed.isEmpty ? bits(Bits.self).map(read) : nil
  }

  private func integer<Integer: FixedWidthInteger>(_ listed: [some BinaryInteger], _ type: Integer.Type) -> Double? {
    number(listed.map { Double($0) }) { (value: Integer) in Double(value) }
  }

  /// IEEE 754 binary16: 5 bits of exponent, 10 of fraction. Written out, since `Float16` is missing on some systems.
  private static func half(_ bits: UInt16) -> Double {
    let fraction = Double(bits & 0x3FF) / 1024
    let magnitude =
      switch bits >> 10 & 0x1F {
      case 0: Double(sign: .plus, exponent: -14, significand: fraction)
      case 31: fraction == 0 ? Double.infinity : .nan
      case let exponent: Double(sign: .plus, exponent: Int(exponent) - 15, significand: 1 + fraction)
      }
    return bits >> 15 == 0 ? magnitude : -magnitude
  }

  /// The upper half of a single-precision number.
  private static func bfloat16(_ bits: UInt16) -> Double { Double(Float(bitPattern: UInt32(bits) << 16)) }

  /// The content as one little-endian number, if it has just that size.
  private func bits<Bits: FixedWidthInteger>(_ type: Bits.Type) -> Bits? {
    guard tensorContent.count == MemoryLayout<Bits>.size else { return nil }
    return tensorContent.reversed().reduce(0) { $0 << 8 | Bits(truncatingIfNeeded: $1) }
  }
}
