public import Train

/// An example that reads a window of one feature with a cell of choice and says the number that follows.
public protocol WindowExample: CellExample {
  /// Steps in a window.
  static var window: Int { get }
}

extension WindowExample {
  /// What can read the window.
  public static var cells: [Cell] { Cell.ofWindows }

  /// The example as a run recorded it.
  public init(recorded config: RecordedConfig) throws {
    self.init()
    cell = try config.cell(among: Self.cells)
    units = try config.integer("units", in: Self.unitRange)
    settings = try TrainingSettings(recorded: config)
  }

  /// The cell and Dense(1).
  public func model() throws -> Model {
    let model = Sequential(cell.windowLayers(units: units) + [Dense(1)], seed: settings.seed)
    try model.compile(optimizer: settings.optimizer, loss: .meanSquaredError)
    try model.build(inputShape: [Self.window, 1])
    return model
  }
}
