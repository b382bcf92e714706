/// The end of a sequence at which it is filled up or cut.
public enum SequenceEnd: String, Sendable, Hashable, Codable, CaseIterable {
  /// At its beginning, so that the last ids stand last.
  case pre
  /// At its end, so that the first ids stand first.
  case post
}

/// Brings sequences of ids to one length, as Keras' `pad_sequences` does.
///
/// - Parameters:
///   - sequences: Whole numbers; empty sequences are allowed.
///   - maxLength: The length of every row; that of the longest sequence unless told.
///   - padding: Where shorter sequences are filled up; `pre` unless told.
///   - truncating: Where longer sequences are cut; `pre` unless told, which keeps their last ids.
///   - value: What they are filled up with; 0 unless told.
/// - Returns: A tensor (samples, time = maxLength).
/// - Throws: ``TrainError``: `emptyData` for no sequence, `invalidSetting` for a length below 1, `notFinite` for a fill
///   value that is NaN or infinite, `invalidValue` for a number beyond ±2²⁴, which Float32 does not hold exactly.
public func padSequences<Sequences: Collection>(
  _ sequences: Sequences, maxLength: Int? = nil, padding: SequenceEnd = .pre, truncating: SequenceEnd = .pre,
  value: Float = 0
) throws -> Tensor
where Sequences.Element: BidirectionalCollection, Sequences.Element.Element: FixedWidthInteger {
  try pad(sequences, maxLength, padding, truncating, value) { id, position in
    guard let number = Int(exactly: id), number.magnitude <= 1 << 24 else {
      throw TrainError(
        .invalidValue, "Sequence \(position) holds \(id). Give numbers of at most \(1 << 24), which Float32 holds.")
    }
    return Float(number)
  }
}

/// Brings sequences of measured values to one length; see the same function for ids.
///
/// - Returns: A tensor (samples, time = maxLength).
/// - Throws: ``TrainError`` as for ids; `notFinite` for NaN or infinity in a sequence.
public func padSequences<Sequences: Collection>(
  _ sequences: Sequences, maxLength: Int? = nil, padding: SequenceEnd = .pre, truncating: SequenceEnd = .pre,
  value: Float = 0
) throws -> Tensor
where Sequences.Element: BidirectionalCollection, Sequences.Element.Element: BinaryFloatingPoint {
  try pad(sequences, maxLength, padding, truncating, value) { number, position in
    guard Float(number).isFinite else {
      throw TrainError(
        .notFinite, "Sequence \(position) holds \(number). Remove or replace values that are not finite.")
    }
    return Float(number)
  }
}

/// Brings the sequences of a corpus to one length, fast; see the same function for arrays of ids.
///
/// - Returns: A tensor (samples, time = maxLength).
/// - Throws: ``TrainError`` as for arrays of ids.
public func padSequences(
  _ sequences: TokenSequences, maxLength: Int? = nil, padding: SequenceEnd = .pre, truncating: SequenceEnd = .pre,
  value: Float = 0
) throws -> Tensor {
  try pad(sequences, maxLength, padding, truncating, value) { id, position in
    guard id.magnitude <= 1 << 24 else {
      throw TrainError(
        .invalidValue, "Sequence \(position) holds \(id). Give numbers of at most \(1 << 24), which Float32 holds.")
    }
    return Float(id)
  }
}

private func pad<Sequences: Collection>(
  _ sequences: Sequences, _ maxLength: Int?, _ padding: SequenceEnd, _ truncating: SequenceEnd, _ value: Float,
  number: (Sequences.Element.Element, Int) throws -> Float
) throws -> Tensor where Sequences.Element: BidirectionalCollection {
  guard !sequences.isEmpty else {
    throw TrainError(.emptyData, "There is no sequence to pad. Give at least one.")
  }
  guard value.isFinite else {
    throw TrainError(.notFinite, "The fill value is \(value). Give a finite number, such as 0.")
  }
  let length = maxLength ?? sequences.reduce(0) { max($0, $1.count) }
  guard maxLength.map({ $0 >= 1 }) ?? true, let count = Tensor.count(of: [sequences.count, length]), count < Int.max / 4
  else {
    throw TrainError(
      .invalidSetting,
      "Rows of \(length) values were asked for, for \(sequences.count) sequences. Give a maxLength of at least 1 that "
        + "fits in memory.")
  }
  var values = [Float](repeating: value, count: count)
  for (position, sequence) in sequences.enumerated() {
    let kept = truncating == .pre ? sequence.suffix(length) : sequence.prefix(length)
    var place = position * length + (padding == .pre ? length - kept.count : 0)
    for element in kept {
      values[place] = try number(element, position)
      place += 1
    }
  }
  return Tensor(uncheckedShape: [sequences.count, length], values: values)
}
