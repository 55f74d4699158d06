import Glibc

/// The clock and the memory gauge that limits and progress are read from.
package struct WorkGauges: Sendable {
  /// Seconds from any fixed time; never going back.
  package var seconds: @Sendable () -> Double
  /// How many MiB the program holds, without mapped files; `nil` if that is not known.
  package var mebibytes: @Sendable () -> Int?

  package init(
    seconds: @escaping @Sendable () -> Double, mebibytes: @escaping @Sendable () -> Int?
  ) {
    (self.seconds, self.mebibytes) = (seconds, mebibytes)
  }

  /// Those of the system.
  package static let system = WorkGauges(
    seconds: {
      var now = timespec()
      clock_gettime(CLOCK_MONOTONIC, &now)
      return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    },
    mebibytes: { residentMebibytes() })

  /// `statm` counts pages: the second number those in memory, the third those of files among them.
  private static func residentMebibytes() -> Int? {
    let descriptor = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 128)
    let count = read(descriptor, &bytes, bytes.count)
    guard count > 0 else { return nil }
    let numbers = bytes[..<count].split(separator: UInt8(ascii: " ")).prefix(3).map { digits in
      Int(String(decoding: digits, as: UTF8.self)) ?? 0
    }
    guard numbers.count == 3 else { return nil }
    return ((numbers[1] - numbers[2]) * sysconf(Int32(_SC_PAGESIZE))) >> 20
  }
}
