/// The characters that stand for raised or lowered figures and signs: `10⁻⁶`, `CO₂`.
///
/// They keep figures apart that would run together as plain text, and figures with exponents are
/// found by them.
struct ScriptSigns {
  let isRaised: Bool

  /// The character for one that stands on the line; `nil` where there is none.
  func sign(of part: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard let first = part.first else { return nil }
    if part.count == 3, first == 0xE2 {
      // A minus, or a dash in its place.
      let isMinus = part[1] == 0x88 && part[2] == 0x92 || part[1] == 0x80 && part[2] == 0x93
      return isMinus ? lifted(0xBB, 0x8B) : nil
    }
    guard part.count == 1 else { return nil }
    switch first {
    case UInt8(ascii: "1") where isRaised: return [0xC2, 0xB9]
    case UInt8(ascii: "2") where isRaised: return [0xC2, 0xB2]
    case UInt8(ascii: "3") where isRaised: return [0xC2, 0xB3]
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return lifted(0x80 + first, 0x50 + first)
    case UInt8(ascii: "+"): return lifted(0xBA, 0x8A)
    case UInt8(ascii: "-"): return lifted(0xBB, 0x8B)
    default: return nil
    }
  }

  /// A character of the block of raised and lowered ones, by its last byte.
  private func lifted(_ raised: UInt8, _ lowered: UInt8) -> [UInt8] {
    [0xE2, isRaised ? 0x81 : 0x82, isRaised ? raised : lowered]
  }
}
