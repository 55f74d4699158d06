import AssayText

/// A word of a sentence, as a scan over its bytes leaves it.
struct SentenceWord {
  /// Its first byte in the document.
  var start: Int32
  /// The byte behind its last letter; an `'s` is not counted in.
  var end: Int32
  /// The number of the word itself, or -1.
  var exact: Int32
  /// The number of the stem that it begins with, or -1.
  var stem: Int32
  var meaning: WordClass
  var form: Form
  /// What stands between it and the word before.
  var gap: Gap
  /// How many bytes an `'s` behind it has; 0 for none.
  var possessiveLength: UInt8 = 0

  struct Form: OptionSet {
    let rawValue: UInt8
    static let capital = Form(rawValue: 1)
    static let number = Form(rawValue: 2)
    static let quoted = Form(rawValue: 8)
    /// More than one letter, all of them capitals.
    static let capitals = Form(rawValue: 16)
  }

  struct Gap: OptionSet {
    let rawValue: UInt8
    static let comma = Gap(rawValue: 1)
    /// A colon, dash, bracket or the like.
    static let stop = Gap(rawValue: 2)
    static let quote = Gap(rawValue: 4)
    static let colon = Gap(rawValue: 8)
    static let hyphen = Gap(rawValue: 16)
    /// What no phrase and no name reaches across.
    static let anyBreak: Gap = [.comma, .stop, .quote, .colon]
  }

  var isCapital: Bool { form.contains(.capital) }
  var isNumber: Bool { form.contains(.number) }
  var isPossessive: Bool { possessiveLength > 0 }
  var isQuoted: Bool { form.contains(.quoted) }
  func isAny(_ meaning: WordClass) -> Bool { !self.meaning.isDisjoint(with: meaning) }
}
