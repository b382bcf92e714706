#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Shows epoch, metrics, speed and time left in one line on standard error, where that is a terminal; silent otherwise.
public final class ProgressBar: Callback {
  private let write: ((String) -> Void)?
  private let clock = ContinuousClock()
  private let interval: Duration
  private var start: ContinuousClock.Instant
  private var lastShown: ContinuousClock.Instant?
  private var epochs = 0

  /// Creates a progress bar that writes only to a terminal.
  public convenience init() {
    let isTerminal = isatty(STDERR_FILENO) == 1
    self.init(write: isTerminal ? { text in writeToStandardError(text) } : nil)
  }

  init(interval: Duration = .milliseconds(50), write: ((String) -> Void)?) {
    self.interval = interval
    self.write = write
    self.start = clock.now
  }

  /// Starts the clock.
  public func trainingBegan(_ plan: TrainingPlan, model: Model) {
    epochs = plan.epochs
    start = clock.now
    lastShown = nil
  }

  /// Shows the epoch, at most twenty times a second.
  public func epochEnded(_ epoch: Int, metrics: [String: Double]) -> TrainingControl {
    guard let write else { return .proceed }
    let now = clock.now
    if let lastShown, now - lastShown < interval, epoch < epochs { return .proceed }
    lastShown = now
    write("\r" + line(epoch: epoch, metrics: metrics, seconds: ProgressBar.seconds(now - start)) + "\u{1B}[K")
    return .proceed
  }

  /// Ends the line.
  public func trainingEnded(_ history: History) {
    if lastShown != nil { write?("\n") }
  }

  /// `epoch 120/400  loss 0.00123  val_loss 0.00234  8120 epochs/s  1 s left`.
  func line(epoch: Int, metrics: [String: Double], seconds: Double) -> String {
    let values = metrics.sorted { $0.key < $1.key }.map { "\($0.key) \(ProgressBar.short($0.value))" }
    let speed = seconds > 0 ? Double(epoch) / seconds : 0
    let left = speed > 0 ? Double(epochs - epoch) / speed : 0
    let texts = ["epoch \(epoch)/\(epochs)"] + values
    let pace = ["\(ProgressBar.short(speed)) epochs/s", "\(Int(left.rounded(.up))) s left"]
    return (texts + pace).joined(separator: "  ")
  }

  /// Three significant digits: `0.00123`, `12.3`, `8120`, `1.23e-7`.
  static func short(_ value: Double) -> String {
    guard value.isFinite, value != 0 else { return "\(value)" }
    let exponent = Int(log10(abs(value)).rounded(.down))
    let unit = pow(10, Double(exponent - 2))
    let rounded = (value / unit).rounded()
    if exponent >= 2, exponent < 15 { return "\(Int(rounded * unit))" }
    // A decimal text is read back so that no digits of binary rounding show.
    return Double("\(Int(rounded))e\(exponent - 2)").map { "\($0)" } ?? "\(value)"
  }

  private static func seconds(_ duration: Duration) -> Double {
    let parts = duration.components
    return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
  }
}

private func writeToStandardError(_ text: String) {
  var text = text
  text.withUTF8 { bytes in _ = write(STDERR_FILENO, bytes.baseAddress, bytes.count) }
}
