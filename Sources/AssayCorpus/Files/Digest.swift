import AssayModel
import CNettle

/// SHA-256 of bytes, in hexadecimal.
package enum Digest {
  package static func sha256(_ bytes: [UInt8]) -> String {
    // Without a monitor nothing stops.
    (try? sha256(bytes, .idle)) ?? ""
  }

  /// The same, unless the work is to stop.
  package static func sha256(_ bytes: [UInt8], _ monitor: WorkMonitor) throws(Cancelled) -> String {
    var context = sha256_ctx()
    nettle_sha256_init(&context)
    try bytes.withUnsafeBufferPointer { bytes throws(Cancelled) in
      var rest = bytes[...]
      while !rest.isEmpty {
        try monitor.check()
        let piece = UnsafeBufferPointer(rebasing: rest.prefix(1 << 20))
        nettle_sha256_update(&context, piece.count, piece.baseAddress)
        rest = rest.dropFirst(piece.count)
      }
    }
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    nettle_sha256_digest(&context, digest.count, &digest)
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
