/// What a ``RunWriter`` does when the disk does not take what is logged: it is full, read-only or gone.
public enum RefusalPolicy: Sendable {
  /// The call that finds out throws ``RunError``, so that the program stops or decides for itself.
  case stop

  /// No call but ``RunWriter/finish(status:failure:)`` throws for that reason. The program goes on, what is logged waits
  /// in a buffer of bounded size, and is written once the disk takes it again. What does not fit is lost and counted in
  /// ``RunWriter/lostCount``; the manifest's notes then say so.
  ///
  /// - Parameter warn: Called once, with the first refusal, from whatever task logged.
  case goOn(warn: @Sendable (RunError) -> Void)
}
