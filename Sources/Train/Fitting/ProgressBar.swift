#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Shows epoch, metrics, speed and time left in one line on standard error, where that is a terminal; silent otherwise.
/// Within epochs that take long it shows the batch and the loss so far.
public final class ProgressBar: Callback {
  private let write: ((String) -> Void)?
  private let clock = ContinuousClock()
  private let interval: Duration
  private var start: ContinuousClock.Instant
  private var lastShown: ContinuousClock.Instant?
  private var plan = TrainingPlan(epochs: 0, batches: 0, samples: 0)
  /// From when on an epoch is long.
  private let longEpoch: Duration
  private var epochStart: ContinuousClock.Instant
  /// The sum of the losses of this epoch's batches.
  private var lossSum = 0.0

  /// Creates a progress bar that writes only to a terminal.
  public convenience init() {
    let isTerminal = isatty(STDERR_FILENO) == 1
    self.init(write: isTerminal ? { text in writeToStandardError(text) } : nil)
  }

  init(
    interval: Duration = .milliseconds(50), longEpoch: Duration = .milliseconds(500), write: ((String) -> Void)?
  ) {
    self.interval = interval
    self.longEpoch = longEpoch
    self.write = write
    start = clock.now
    epochStart = start
  }

  /// Starts the clock.
  public func trainingBegan(_ plan: TrainingPlan, model: Model) {
    self.plan = plan
    start = clock.now
    lastShown = nil
  }

  /// Starts the clock of the epoch.
  public func epochBegan(_ epoch: Int) -> TrainingControl {
    lossSum = 0
    if write != nil { epochStart = clock.now }
    return .proceed
  }

  /// Shows the batch, at most twenty times a second, once the epoch has taken half a second.
  public func batchEnded(_ batch: BatchResult) -> TrainingControl {
    guard let write else { return .proceed }
    lossSum += batch.loss
    let now = clock.now
    guard batch.batch < plan.batches, now - epochStart >= longEpoch, lastShown.map({ now - $0 >= interval }) ?? true
    else { return .proceed }
    lastShown = now
    let seconds = (whole: ProgressBar.seconds(now - start), epoch: ProgressBar.seconds(now - epochStart))
    write("\r" + line(batch: batch, lossSum: lossSum, seconds: seconds) + "\u{1B}[K")
    return .proceed
  }

  /// Shows the epoch, at most twenty times a second.
  public func epochEnded(_ epoch: Int, metrics: [String: Double]) -> TrainingControl {
    guard let write else { return .proceed }
    let now = clock.now
    if let lastShown, now - lastShown < interval, epoch < plan.epochs { return .proceed }
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
    let speed = seconds > 0 ? Double(epoch - plan.initialEpoch) / seconds : 0
    let left = speed > 0 ? Double(plan.epochs - epoch) / speed : 0
    let pace =
      speed >= 1 || speed == 0 ? "\(ProgressBar.short(speed)) epochs/s" : "\(ProgressBar.short(1 / speed)) s/epoch"
    return (["epoch \(epoch)/\(plan.epochs)"] + values + [pace, ProgressBar.left(left)]).joined(separator: "  ")
  }

  /// `epoch 1/3  batch 120/782  loss 0.512  1260 samples/s  51 s left`.
  func line(batch: BatchResult, lossSum: Double, seconds: (whole: Double, epoch: Double)) -> String {
    let part = Double(batch.batch) / Double(plan.batches)
    let speed = seconds.epoch > 0 ? Double(plan.samples) * part / seconds.epoch : 0
    let done = Double(batch.epoch - 1 - plan.initialEpoch) + part
    let left = seconds.whole * (Double(plan.epochs - plan.initialEpoch) - done) / done
    return [
      "epoch \(batch.epoch)/\(plan.epochs)", "batch \(batch.batch)/\(plan.batches)",
      "loss \(ProgressBar.short(lossSum / Double(batch.batch)))", "\(ProgressBar.short(speed)) samples/s",
      ProgressBar.left(left),
    ].joined(separator: "  ")
  }

  /// `51 s left`, `3 min left`, `5 h left`; nothing is promised beyond ten thousand hours.
  static func left(_ seconds: Double) -> String {
    guard seconds < 3.6e7 else { return "10000 h or more left" }
    let whole = Int(max(seconds, 0).rounded(.up))
    if whole < 120 { return "\(whole) s left" }
    return whole < 7200 ? "\((whole + 30) / 60) min left" : "\((whole + 1800) / 3600) h left"
  }

  /// Three significant digits: `0.00123`, `12.3`, `8120`, `1.23e-7`.
  static func short(_ value: Double) -> String {
    guard abs(value) < 1e300, value != 0 else { return "\(value)" }
    // Below, a unit of the third digit is no normal number.
    guard abs(value) > 1e-300 else { return value < 0 ? "-0.0" : "0.0" }
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
