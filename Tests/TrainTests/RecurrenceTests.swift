import Testing

@testable import Train

/// The recurrent operations with every option and every pair of options, against the reference in double precision.
@Suite struct RecurrenceTests {
  typealias Cell = ReferenceRecurrence.Cell

  /// An option and how it changes the reference.
  enum Option: CaseIterable {
    case returnSequences, goBackwards, noBias, initialState, mask, inputMask, recurrentMask

    func apply(to reference: inout ReferenceRecurrence) {
      switch self {
      case .returnSequences: reference.returnSequences = true
      case .goBackwards: reference.goBackwards = true
      case .noBias: reference.usesBias = false
      case .initialState: reference.usesInitialState = true
      case .mask: reference.mask = Self.mask(batch: reference.batch, time: reference.time)
      case .inputMask: reference.inputMask = Self.factors(reference.batch * reference.features)
      case .recurrentMask: reference.recurrentMask = Self.factors(reference.batch * reference.units)
      }
    }

    /// Gaps at the start, in the middle and at the end, and one sequence that is masked throughout.
    static func mask(batch: Int, time: Int) -> [Bool] {
      (0..<batch * time).map { index in
        let (sample, step) = (index / time, index % time)
        return switch sample % 5 {
        case 0: step != 0
        case 1: step % 2 == 0
        case 2: step < time - 1
        case 3: false
        default: true
        }
      }
    }

    static func factors(_ count: Int) -> [Double] { (0..<count).map { [0, 1.25, 1.25, 0.5][$0 % 4] } }
  }

  static func reference(
    _ cell: Cell, _ options: [Option], batch: Int = 5, time: Int = 4, features: Int = 2, units: Int = 3
  )
    -> ReferenceRecurrence
  {
    var reference = ReferenceRecurrence(cell: cell, batch: batch, time: time, features: features, units: units)
    for option in options { option.apply(to: &reference) }
    return reference
  }

  @Test(arguments: Cell.allCases) func everyPairOfOptions(_ cell: Cell) throws {
    for (index, first) in Option.allCases.enumerated() {
      for second in Option.allCases[index...] {
        try RecurrenceCheck(reference: Self.reference(cell, [first, second])).run()
      }
    }
  }

  @Test(arguments: Cell.allCases) func allOptionsAtOnce(_ cell: Cell) throws {
    try RecurrenceCheck(reference: Self.reference(cell, Option.allCases)).run()
    let lastOnly = Option.allCases.filter { $0 != .returnSequences }
    try RecurrenceCheck(reference: Self.reference(cell, lastOnly)).run()
  }

  /// Sizes around the block of samples and the groups of units, where the kernels change their path.
  @Test(arguments: Cell.allCases) func sizes(_ cell: Cell) throws {
    let sizes = [(1, 1, 1, 1), (3, 4, 2, 7), (17, 2, 1, 5), (33, 2, 3, 2), (2, 3, 5, 19), (2, 2, 18, 16)]
    for (batch, time, features, units) in sizes {
      for options in [[], [Option.returnSequences, .mask, .initialState, .recurrentMask]] {
        let reference = Self.reference(
          cell, options, batch: batch, time: time, features: features, units: units)
        try RecurrenceCheck(reference: reference).run()
      }
    }
  }

  @Test(arguments: Activation.allCases.filter(\.isElementwise)) func simpleActivations(_ activation: Activation) throws
  {
    for options in [[], Option.allCases] {
      var reference = Self.reference(.simple, options)
      reference.activation = activation
      try RecurrenceCheck(reference: reference).run()
    }
  }

  /// The large layer's weight gradients take another path, which must agree with the reference as well.
  @Test(arguments: Cell.allCases) func packedContraction(_ cell: Cell) throws {
    for options in [[], [Option.goBackwards, .mask, .inputMask, .recurrentMask, .returnSequences]] {
      let reference = Self.reference(cell, options, batch: 3, time: 10, features: 23, units: 27)
      try RecurrenceCheck(reference: reference).run()
    }
  }

  @Test(arguments: Cell.allCases) func fusedLevelsGiveTheSameBits(_ cell: Cell) throws {
    for (features, units) in [(3, 10), (1, 20), (17, 30), (30, 37)] {
      let check = RecurrenceCheck(
        reference: Self.reference(cell, Option.allCases, batch: 19, time: 9, features: features, units: units))
      let results = try fusedLevels.map { try check.computed($0) }
      for result in results.dropFirst() {
        #expect(result.values == results[0].values)
        #expect(result.gradients == results[0].gradients)
      }
    }
  }

  /// Three blocks of samples and enough operations for several threads.
  @Test(arguments: Cell.allCases) func theNumberOfThreadsChangesNoBit(_ cell: Cell) throws {
    let limit = Threads.limit
    defer { Threads.limit = limit }
    let check = RecurrenceCheck(
      reference: Self.reference(cell, [.mask, .returnSequences], batch: 37, time: 20, features: 30, units: 40))
    let results = try [1, 2, 4].map { threads in
      Threads.limit = threads
      return try check.computed(Kernels.best.name)
    }
    for result in results.dropFirst() {
      #expect(result.values == results[0].values)
      #expect(result.gradients == results[0].gradients)
    }
  }

  /// Prediction keeps no history and must give the same numbers.
  @Test(arguments: Cell.allCases) func predictionEqualsTraining(_ cell: Cell) throws {
    let check = RecurrenceCheck(reference: Self.reference(cell, Option.allCases))
    let values = try [true, false].map { records in
      let tape = Tape()
      tape.records = records
      let result = try check.operation(tape, check.inputs.map(tape.variable))
      return ([result.output] + result.state).map(\.value)
    }
    #expect(values[0] == values[1])
  }

  @Test(arguments: Cell.allCases) func statesAloneHaveGradients(_ cell: Cell) throws {
    let check = RecurrenceCheck(reference: Self.reference(cell, [.initialState]))
    let tape = Tape()
    let variables = check.inputs.map(tape.variable)
    let result = try check.operation(tape, variables)
    tape.backward(from: result.state[0].sum())
    let fromState = variables.map { $0.gradient?.values }
    let other = Tape()
    let others = check.inputs.map(other.variable)
    other.backward(from: try check.operation(other, others).output.sum())
    #expect(fromState == others.map { $0.gradient?.values })
    #expect(fromState.allSatisfy { $0 != nil })
  }

  @Test func masks() throws {
    let mask = SequenceMask(batch: 2, time: 3) { $0 == 0 || $1 > 0 }
    #expect(mask.shape == [2, 3])
    #expect(mask[0, 0] && !mask[1, 0] && mask[1, 2])
    #expect(try SequenceMask(Tensor(shape: [1, 2], values: [0, 3]))[0, 1])
    expectTrainError(.shapeMismatch, saying: "(batch, time)", "[2]") { _ = try SequenceMask(Tensor([0, 1])) }
  }
}
