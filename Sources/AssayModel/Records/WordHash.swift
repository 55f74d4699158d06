/// A number that tells words apart quickly: FNV-1a. Equal words have equal numbers; words whose
/// numbers are equal have to be compared.
package enum WordHash {
  /// Concrete on purpose: a generic one would not be specialized across rooms.
  package static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
    return hash
  }

  package static func of(_ word: String) -> UInt64 {
    var word = word
    return word.withUTF8 { of($0) }
  }
}
