#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What the operating system and the compiler tell about themselves.
package enum SystemFacts {
  /// The version of the compiler, as far as conditional compilation can tell.
  static var swiftVersion: String {
    #if compiler(>=6.5)
      "6.5 or later"
    #elseif compiler(>=6.4)
      "6.4"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "6.2"
    #endif
  }

  /// The model of the processor; where it has no name, its architecture.
  static var processor: String? {
    #if canImport(Darwin)
      var size = 0
      guard sysctlbyname("machdep.cpu.brand_string", nil, &size, nil, 0) == 0 else { return architecture }
      var name = [UInt8](repeating: 0, count: size)
      guard sysctlbyname("machdep.cpu.brand_string", &name, &size, nil, 0) == 0 else { return architecture }
      return String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
    #else
      return field("model name", of: "/proc/cpuinfo", separator: ":") ?? architecture
    #endif
  }

  /// The number of logical processors online.
  static var processorCount: Int? {
    let count = sysconf(CInt(_SC_NPROCESSORS_ONLN))
    return count > 0 ? count : nil
  }

  /// The memory of the machine, in bytes; 1 GiB where it cannot be found out.
  package static var memorySize: Int {
    let (pages, size) = (sysconf(CInt(_SC_PHYS_PAGES)), sysconf(CInt(_SC_PAGESIZE)))
    return pages > 0 && size > 0 ? pages * size : 1 << 30
  }

  /// The distribution, where there is one, and the kernel.
  static var operatingSystem: String? {
    guard let kernel = unameField(\.sysname), let release = unameField(\.release) else { return nil }
    let distribution = field("PRETTY_NAME", of: "/etc/os-release", separator: "=")
    return (distribution.map { "\($0), " } ?? "") + "\(kernel) \(release)"
  }

  /// The name of this machine; empty if it has none.
  static var hostName: String { unameField(\.nodename) ?? "" }

  /// The number of this process.
  static var processIdentifier: Int { Int(getpid()) }

  private static var architecture: String? { unameField(\.machine) }

  private static func unameField<Field>(_ path: KeyPath<utsname, Field>) -> String? {
    var names = utsname()
    guard uname(&names) == 0 else { return nil }
    return withUnsafeBytes(of: names[keyPath: path]) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }

  /// The value of the first line `name <separator> value`, without quotes. Only the first 8 KiB are read: the kernel
  /// makes up `/proc/cpuinfo` as it is read, at some cost for each processor.
  private static func field(_ name: String, of path: String, separator: Character) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let bytes = [UInt8](unsafeUninitializedCapacity: 8192) { buffer, count in
      count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
    }
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where line.hasPrefix(name) {
      let parts = line.split(separator: separator, maxSplits: 1)
      if parts.count == 2 { return String(parts[1].drop { $0 == " " }).filter { $0 != "\"" } }
    }
    return nil
  }
}
