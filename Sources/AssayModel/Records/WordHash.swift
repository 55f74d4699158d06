/// A number that tells words apart quickly, in the manner of FNV-1a, eight bytes at a step. Equal
/// words have equal numbers; words whose numbers are equal are most likely equal.
package enum WordHash {
  private static let prime: UInt64 = 1_099_511_628_211

  /// Concrete on purpose: a generic one would not be specialized across rooms.
  package static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 14_695_981_039_346_656_037
    let whole = bytes.count & ~7
    let raw = UnsafeRawBufferPointer(bytes)
    for offset in stride(from: 0, to: whole, by: 8) {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      hash = (hash ^ word) &* prime
      hash ^= hash >> 32  // lets the high bytes of a word reach the low ones of the next
    }
    for offset in whole..<bytes.count { hash = (hash ^ UInt64(bytes[offset])) &* prime }
    return hash
  }

  package static func of(_ word: String) -> UInt64 {
    var word = word
    return word.withUTF8 { of($0) }
  }
}
