/// The digest by which a page names its script, computed apart from the program.
///
/// - SeeAlso: FIPS 180-4, *Secure Hash Standard*, 6.2.
enum SHA256 {
  static func base64(of message: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let bytes = digest(of: message) + [0]  // 33 bytes, of which the last is padding
    var out = ""
    for start in stride(from: 0, to: 33, by: 3) {
      let group = bytes[start..<(start + 3)].reduce(0) { $0 << 8 | Int($1) }
      for shift in [18, 12, 6, 0] { out.append(digits[group >> shift & 63]) }
    }
    return out.dropLast() + "="
  }

  private static func digest(of message: [UInt8]) -> [UInt8] {
    var state = roots { $0.squareRoot() }.prefix(8).map { $0 }
    let constants = roots { cubeRoot($0) }
    var padded = message + [0x80]
    while padded.count % 64 != 56 { padded.append(0) }
    padded += (0..<8).map { UInt8(truncatingIfNeeded: (message.count * 8) >> (56 - 8 * $0)) }
    for block in stride(from: 0, to: padded.count, by: 64) {
      var words = (0..<16).map { word in
        padded[(block + 4 * word)..<(block + 4 * word + 4)].reduce(UInt32(0)) {
          $0 << 8 | UInt32($1)
        }
      }
      for index in 16..<64 {
        let (a, b) = (words[index - 15], words[index - 2])
        let first = turned(a, 7) ^ turned(a, 18) ^ a >> 3
        let second = turned(b, 17) ^ turned(b, 19) ^ b >> 10
        words.append(words[index - 16] &+ first &+ words[index - 7] &+ second)
      }
      var s = state
      for index in 0..<64 {
        let choice = s[4] & s[5] ^ ~s[4] & s[6]
        let majority = s[0] & s[1] ^ s[0] & s[2] ^ s[1] & s[2]
        let fourth = turned(s[4], 6) ^ turned(s[4], 11) ^ turned(s[4], 25)
        let zeroth = turned(s[0], 2) ^ turned(s[0], 13) ^ turned(s[0], 22)
        let first = s[7] &+ fourth &+ choice &+ constants[index] &+ words[index]
        s = [first &+ zeroth &+ majority, s[0], s[1], s[2], s[3] &+ first, s[4], s[5], s[6]]
      }
      state = zip(state, s).map { $0 &+ $1 }
    }
    return state.flatMap { word in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) }
    }
  }

  private static func turned(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }

  /// The first 32 bits behind the point of a root of each of the first 64 primes.
  private static func roots(_ root: (Double) -> Double) -> [UInt32] {
    let primes = (2...311).filter { number in !(2..<number).contains { number % $0 == 0 } }
    return primes.map { prime in
      let value = root(Double(prime))
      return UInt32((value - value.rounded(.down)) * 4_294_967_296)
    }
  }

  /// By Newton's method, which has settled long before 60 steps.
  private static func cubeRoot(_ number: Double) -> Double {
    (0..<60).reduce(number) { root, _ in root - (root - number / (root * root)) / 3 }
  }
}
