/// Words whose full stop mostly ends no sentence, and words with which sentences begin, of every
/// language that the program knows.
///
/// `LanguageFile` has them; they are read when a text is first read.
enum Abbreviations {
  /// Never last in a sentence: a name, a number or an explanation follows.
  static let leading = packed("abbreviations leading")

  /// Last in a sentence only if the next word looks like the first of one: ``openers``.
  static let inner = packed("abbreviations inner")

  /// Last in a sentence unless a number or a small letter follows; mostly words in themselves.
  static let numbering = packed("abbreviations numbering")

  /// First words of sentences, lower case.
  static let openers = packed("openers")

  /// A word of up to eight bytes as one number, ASCII letters made small; 0 for any other.
  static func pack(_ word: some Sequence<UInt8>) -> UInt64 {
    var number: UInt64 = 0
    var length = 0
    for byte in word {
      length += 1
      guard length <= 8 else { return 0 }
      let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      number = number << 8 | UInt64(isCapital ? byte | 0x20 : byte)
    }
    return number
  }

  private static func packed(_ section: String) -> Set<UInt64> {
    Set(LanguageFile.all.flatMap { $0.words(section) }.map { pack($0.utf8) })
  }
}
