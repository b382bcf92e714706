#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The time of day, asked of the kernel without a detour: it is read for each value that is logged.
enum WallClock {
  /// Seconds since 1970, in steps of a quarter of a microsecond, as fine as a double can tell them today.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
