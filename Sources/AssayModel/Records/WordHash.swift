/// A number that tells words apart quickly: FNV-1a. Equal words have equal numbers; words whose
/// numbers are equal have to be compared.
package enum WordHash {
  package static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }
}
