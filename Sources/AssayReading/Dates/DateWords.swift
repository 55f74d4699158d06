/// The words of one language of which dates are made, ready to be found.
final class DateWords: Sendable {
  /// A word with which a date may begin.
  enum Opening: Sendable {
    case month(Int), weekday(Int), season(Int), day(Int), vague
    case period(Int), ago(Int), decade, century, unit
    case centuryOrdinal(Int)
  }

  /// What the words before a date make of it.
  enum Bound: String, Sendable, CaseIterable {
    case since, until, before, after, between, from, early, mid, late, within, same
  }

  let openings: WordTrie
  let openingList: [Opening]
  let beginnings: [Bool]
  let months: WordTrie
  let spans: WordTrie
  let weekdays: WordTrie
  let hasCapitals: Bool
  /// Whether the day stands before the month in `07/10/2012`; `nil` if the language does not say.
  let isDayFirst: Bool?
  let calendar: WordTrie
  let calendarList: [CalendarUnit]
  let ago: WordTrie
  let periodsAfter: WordTrie
  let bounds: WordTrie
  let articles: WordTrie
  let joints: WordTrie
  let of: WordTrie
  let decadesAfter: WordTrie
  let decadesBefore: WordTrie
  let centuriesAfter: WordTrie
  let dayOrdinals: WordTrie
  /// The words of figures, for numbers and for what a number counts.
  let figures: FigureWords

  init(_ language: LanguageFile, figures: FigureWords) {
    var openings: [(String, Opening)] = []
    func add(_ section: String, _ make: (Int) -> Opening) {
      for (phrase, meaning) in language.phrases(section) {
        openings.append((phrase, make(Int(meaning) ?? 0)))
      }
    }
    add("days") { .day($0) }
    add("vague-dates") { _ in .vague }
    add("months") { .month($0) }
    add("weekdays") { .weekday($0) }
    add("seasons") { .season($0) }
    add("spans") { .period($0) }
    add("periods") { .period($0) }
    add("ago-before") { .ago($0) }
    add("century-ordinals") { .centuryOrdinal($0) }
    let decades = language.phrases("decades")
    let centuries = language.phrases("century-words")
    for (phrase, place) in decades where place == "before" { openings.append((phrase, .decade)) }
    for (phrase, place) in centuries where place == "before" { openings.append((phrase, .century)) }
    for (phrase, _) in language.phrases("calendar") { openings.append((phrase, .unit)) }
    self.openings = WordTrie(openings.enumerated().map { ($1.0, $0) })
    openingList = openings.map(\.1)
    beginnings = FigureWords.withCapitals(self.openings.beginnings())
    months = language.numbers("months")
    spans = language.numbers("spans")
    weekdays = language.numbers("weekdays")
    hasCapitals = language.words("date-capitals").first == "yes"
    isDayFirst = language.words("date-order").first.map { $0 == "day" }
    let units = language.phrases("calendar")
    calendar = WordTrie(units.enumerated().map { ($1.phrase, $0) })
    calendarList = units.map { CalendarUnit(rawValue: $0.meaning) ?? .day }
    ago = language.numbers("ago")
    periodsAfter = language.numbers("periods-after")
    bounds = WordTrie(
      language.phrases("date-bounds").map { entry in
        (entry.phrase, Bound.allCases.firstIndex { $0.rawValue == entry.meaning } ?? 0)
      }, .backward)
    articles = language.trie("date-articles", direction: .backward)
    joints = language.trie("date-joints")
    of = language.trie("date-of")
    decadesAfter = WordTrie(decades.filter { $0.meaning == "after" }.map { ($0.phrase, 0) })
    decadesBefore = WordTrie(
      decades.filter { $0.meaning == "before" }.map { ($0.phrase, 0) }, .backward)
    centuriesAfter = WordTrie(centuries.filter { $0.meaning == "after" }.map { ($0.phrase, 0) })
    dayOrdinals = language.trie("day-ordinals")
    self.figures = figures
  }

  /// Whether the word of ``calendar`` is that of several units; the data file has it second.
  func isSeveral(_ place: Int) -> Bool {
    place > 0 && calendarList[place] == calendarList[place - 1]
  }
}
