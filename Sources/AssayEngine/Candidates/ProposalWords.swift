import AssayReading

/// Words of all languages by which proposals tell names, dates and speakers apart; in small letters.
enum ProposalWords {
  /// Words that make a name that of an organization: `ministry`, `banco`.
  static let organizations = set("organization words")
  /// Words between which and a name a person is meant: `minister`, `presidente`.
  static let titles = set("titles")
  /// Verbs of speech that say of a statement nothing but that it was made.
  static let plainSpeech = set("plain speech")
  /// Words with which begins what may stand behind the words for a speaker.
  static let asides = set("asides")
  /// Words that begin no statement.
  static let prepositions = set("prepositions").union(set("place links"))
  /// Words with which sentences begin, so that a capital makes no name of them.
  static let openers = set("openers").union(prepositions).union(set("determiners"))
    .union(set("conjunctions"))
  /// Words between a noun and a date that is that noun's: `the accord of 1952`.
  static let dateLinks = set("noun date links")
  /// Words between the two ends of a period: `de 2011 a 2012`.
  static let periodLinks = set("period links")
  /// Words before a date that dates something else, as phrases: `dating back to`.
  static let datingPhrases = LanguageFile.all.flatMap { $0.entries("dating") }
  /// Words that tie an event to a date behind it: `since the accord in 1952`.
  static let eventBounds = LanguageFile.all.flatMap { $0.entries("event bounds") }

  private static func set(_ section: String) -> Set<String> {
    Set(LanguageFile.all.flatMap { $0.words(section) }.map(String.init))
  }
}
