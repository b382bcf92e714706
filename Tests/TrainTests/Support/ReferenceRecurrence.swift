import Train

/// A recurrent layer written down in double precision, one sample and one step at a time, as Keras' `rnn` does it.
struct ReferenceRecurrence {
  enum Cell: CaseIterable {
    case simple, gru, lstm

    var gates: Int { self == .lstm ? 4 : self == .gru ? 3 : 1 }
    var states: Int { self == .lstm ? 2 : 1 }
  }

  let cell: Cell
  var activation = Activation.tanh
  let batch: Int
  let time: Int
  let features: Int
  let units: Int
  var returnSequences = false
  var goBackwards = false
  var usesBias = true
  var usesInitialState = false
  /// Masks in rows, or nil.
  var mask: [Bool]?
  var inputMask: [Double]?
  var recurrentMask: [Double]?

  struct Result {
    var output: [Double] = []
    var states: [[Double]] = []
  }

  /// The shapes of input, kernel, recurrent kernel, and, where they are used, bias and initial states.
  var shapes: [[Int]] {
    let columns = cell.gates * units
    let bias = cell == .gru ? [2, columns] : [columns]
    return [[batch, time, features], [features, columns], [units, columns]] + (usesBias ? [bias] : [])
      + (usesInitialState ? [[Int]](repeating: [batch, units], count: cell.states) : [])
  }

  func callAsFunction(_ inputs: [[Double]]) -> Result {
    let bias = usesBias ? inputs[3] : [Double](repeating: 0, count: 2 * cell.gates * units)
    let initial = usesInitialState ? Array(inputs.suffix(cell.states)) : []
    var result = Result(states: [[Double]](repeating: [], count: cell.states))
    for sample in 0..<batch {
      let row = sample * units..<(sample + 1) * units
      var states = (0..<cell.states).map {
        initial.isEmpty ? [Double](repeating: 0, count: units) : Array(initial[$0][row])
      }
      var output = [Double](repeating: 0, count: units)
      for step in 0..<time {
        let place = goBackwards ? time - 1 - step : step
        if mask?[sample * time + place] ?? true {
          let x = (0..<features).map {
            inputs[0][(sample * time + place) * features + $0] * (inputMask?[sample * features + $0] ?? 1)
          }
          states = next(states, x, sample, inputs[1], inputs[2], bias)
          output = states[0]
        }
        if returnSequences { result.output += output }
      }
      if !returnSequences { result.output += output }
      for index in states.indices { result.states[index] += states[index] }
    }
    return result
  }

  private func next(
    _ states: [[Double]], _ x: [Double], _ sample: Int, _ kernel: [Double], _ recurrent: [Double], _ bias: [Double]
  ) -> [[Double]] {
    let h = states[0]
    let fed = h.enumerated().map { $0.element * (recurrentMask?[sample * units + $0.offset] ?? 1) }
    let columns = cell.gates * units
    let fromInput = Reference.product(x, kernel, bias: Array(bias.prefix(columns)), inner: features)
    let stateBias = cell == .gru ? Array(bias.suffix(columns)) : nil
    let fromState = Reference.product(fed, recurrent, bias: stateBias, inner: units)
    let (sigmoid, tanh) = (Reference.activation(.sigmoid), Reference.activation(.tanh))
    func sum(_ gate: Int, _ unit: Int) -> Double { fromInput[gate * units + unit] + fromState[gate * units + unit] }
    switch cell {
    case .simple: return [(0..<units).map { Reference.activation(activation)(sum(0, $0)) }]
    case .gru:
      return [
        (0..<units).map {
          let (update, reset) = (sigmoid(sum(0, $0)), sigmoid(sum(1, $0)))
          let candidate = tanh(fromInput[2 * units + $0] + reset * fromState[2 * units + $0])
          return update * h[$0] + (1 - update) * candidate
        }
      ]
    case .lstm:
      let c = (0..<units).map { sigmoid(sum(1, $0)) * states[1][$0] + sigmoid(sum(0, $0)) * tanh(sum(2, $0)) }
      return [(0..<units).map { sigmoid(sum(3, $0)) * tanh(c[$0]) }, c]
    }
  }
}
