/// What a word can be, as far as the reading of cues asks: the sections of words of a language file.
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt32

  static let speechVerb = WordClass(rawValue: 1)
  static let reportingVerb = WordClass(rawValue: 1 << 1)
  static let firstPerson = WordClass(rawValue: 1 << 2)
  static let pronoun = WordClass(rawValue: 1 << 3)
  static let noSpeaker = WordClass(rawValue: 1 << 4)
  static let determiner = WordClass(rawValue: 1 << 5)
  static let link = WordClass(rawValue: 1 << 6)
  static let placeLink = WordClass(rawValue: 1 << 7)
  static let preposition = WordClass(rawValue: 1 << 8)
  static let conjunction = WordClass(rawValue: 1 << 9)
  static let be = WordClass(rawValue: 1 << 10)
  /// What may stand between a speaker and the verb.
  static let have = WordClass(rawValue: 1 << 11)
  static let dateWord = WordClass(rawValue: 1 << 12)
  static let verb = WordClass(rawValue: 1 << 13)
  static let condition = WordClass(rawValue: 1 << 14)
  static let conditionalPlan = WordClass(rawValue: 1 << 15)
  /// What begins the words that somebody says.
  static let that = WordClass(rawValue: 1 << 16)
  static let relative = WordClass(rawValue: 1 << 17)
  /// A verb of speech that may stand before a clause without `that`.
  static let clauseVerb = WordClass(rawValue: 1 << 18)
  /// A hedge that makes an estimate of the sentence besides.
  static let estimate = WordClass(rawValue: 1 << 19)
  /// A verb of writing about a document: what has one behind `that` describes a noun.
  static let citing = WordClass(rawValue: 1 << 20)
  static let anySpeech: WordClass = [.speechVerb, .reportingVerb, .clauseVerb]

  /// The sections of words, by their names.
  static let sections: [(name: String, meaning: WordClass)] = [
    ("speech verbs", .speechVerb), ("reporting verbs", .reportingVerb),
    ("first person", .firstPerson), ("pronouns", .pronoun), ("no speakers", .noSpeaker),
    ("determiners", .determiner), ("links", .link), ("place links", .placeLink),
    ("prepositions", .preposition), ("conjunctions", .conjunction), ("be", .be), ("have", .have),
    ("date words", .dateWord), ("verbs", .verb), ("conditions", .condition),
    ("conditional plans", .conditionalPlan), ("that", .that), ("relatives", .relative),
    ("clause verbs", .clauseVerb),
    ("estimating words", .estimate), ("citing verbs", .citing),
  ]
}
