import AssayModel

/// How a word of a map looks that means the same in every map: a stance, or what evidence is to an
/// answer. For and against have colours of their own, and what is said less firmly is patterned.
enum WordLook {
  /// The number of an ``SVGPattern``.
  case pattern(Int)
  /// Pale: there is nothing to say.
  case pale
  /// Nothing at all.
  case empty

  /// The look of a word, with its signs in Unicode and in ASCII; `nil` for words without a meaning
  /// of their own.
  static func of(_ word: String) -> (look: WordLook, unicode: String, ascii: String)? {
    known[word]
  }

  /// Blue is for and vermilion against, light blue and orange the same with less force; pink is both.
  private static let known: [String: (look: WordLook, unicode: String, ascii: String)] = [
    "asserts": (.pattern(0), "██", "##"), "opines": (.pattern(5), "▓▓", "%%"),
    "hedges": (.pattern(12), "▒▒", "::"), "reports": (.pattern(19), "░░", "--"),
    "plans": (.pattern(33), "▚▚", "//"), "denies": (.pattern(50), "╳╳", "XX"),
    "denies, opinion": (.pattern(4), "╲╳", "xX"), "denies, hedged": (.pattern(11), "╲╲", "xx"),
    "denies, reported": (.pattern(18), "╱╱", "x-"), "denies, planned": (.pattern(25), "╱╲", "x/"),
    "both": (.pattern(38), "█╳", "#X"), "both, opinion": (.pattern(3), "▓╳", "%X"),
    "both, hedged": (.pattern(10), "▒╳", ":X"), "both, reported": (.pattern(17), "░╳", "-X"),
    "both, planned": (.pattern(24), "▚╳", "/X"), "silent": (.pale, "··", ".."),
    "not covered": (.empty, "  ", "  "), "consistent": (.pattern(0), "██", "##"),
    "inconsistent": (.pattern(50), "╳╳", "XX"), "neutral": (.pale, "··", ".."),
  ]
}
