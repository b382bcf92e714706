internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Ends a training after the current batch, at the request of another thread or of Ctrl-C.
///
/// Give it to `fit` as a callback; ``History/ending`` then says `interrupted`.
public final class StopRequest: Callback, Sendable {
  private let requested = Atomic<Bool>(false)
  /// Only cancelled, once, when the request goes away.
  nonisolated(unsafe) private let interrupts: (any DispatchSourceSignal)?

  /// Creates a request that is not made yet.
  public init() { interrupts = nil }

  /// Creates a request that the signal SIGINT, which Ctrl-C sends, makes for as long as it lives.
  ///
  /// - Parameter interrupted: Called at every SIGINT with the number of times, so that a second one can end the process.
  public init(onInterrupt interrupted: @escaping @Sendable (_ times: Int) -> Void) {
    signal(SIGINT, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    interrupts = source
    let times = SignalCount()
    source.setEventHandler { [weak self] in
      self?.request()
      interrupted(times.increment())
    }
    // A signal that arrives before the source is registered would be lost.
    let registered = DispatchSemaphore(value: 0)
    source.setRegistrationHandler { registered.signal() }
    source.resume()
    registered.wait()
  }

  deinit {
    guard let interrupts else { return }
    interrupts.cancel()
    signal(SIGINT, SIG_DFL)
  }

  /// Asks for the end of training. Any thread may call it.
  public func request() { requested.store(true, ordering: .relaxed) }

  /// Whether the end was asked for.
  public var isRequested: Bool { requested.load(ordering: .relaxed) }

  /// Stops before an epoch when asked to.
  public func epochBegan(_ epoch: Int) -> TrainingControl { control }

  /// Stops after a batch when asked to.
  public func batchEnded(_ batch: BatchResult) -> TrainingControl { control }

  private var control: TrainingControl { isRequested ? .stop(.interrupted) : .proceed }
}

private final class SignalCount: Sendable {
  private let count = Atomic<Int>(0)
  func increment() -> Int { count.add(1, ordering: .relaxed).newValue }
}
