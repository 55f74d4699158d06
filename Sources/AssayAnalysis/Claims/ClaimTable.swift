import AssayModel

/// Claims as analyses read them: a column for each field, a place in it for each claim.
///
/// All columns have one length. Records are named by their keys in the index, from 1; 0 stands for
/// none. Texts are numbered by the reader, so that equal numbers are equal words (case, accents and
/// punctuation do not matter); -1 stands for none. The order of the places is the order of the
/// claims' ids, so that nothing depends on keys.
package struct ClaimTable: Sendable {
  package var keys: [Int32] = []
  package var sources: [Int32] = []
  /// 0 where the claim has no fact.
  package var subjects: [Int32] = []
  package var predicates: [Int32] = []
  package var objects: [Int32] = []
  package var isDenied: [Bool] = []
  /// The place of the word in ``ClosedList/mode``.
  package var modes: [Mode] = []
  package var figures = FigureColumn()
  /// The date that the fact states.
  package var valueDates = DayColumn()
  package var valueTexts: [Int32] = []
  package var speakers: [Int32] = []
  /// When the fact holds.
  package var times = DayColumn()
  /// When it was uttered.
  package var utterances = DayColumn()
  package var places: [Int32] = []
  package var scopes: [Int32] = []
  /// The number of the claim's further fields taken together; -1 for none.
  package var qualifiers: [Int32] = []
  package var isHedged: [Bool] = []
  /// What it says to questions: those of claim `c` are `answers[answerStarts[c]..<answerStarts[c + 1]]`.
  package var answers: [Answer] = []
  package var answerStarts: [Int32] = [0]

  package init() {}

  /// So many claims of which nothing is known yet.
  package init(count: Int) {
    let keys = [Int32](repeating: 0, count: count)
    let numbers = [Int32](repeating: -1, count: count)
    let no = [Bool](repeating: false, count: count)
    (self.keys, sources, subjects, predicates, objects) = (keys, keys, keys, keys, keys)
    (speakers, places) = (keys, keys)
    (valueTexts, scopes, qualifiers) = (numbers, numbers, numbers)
    (isDenied, isHedged) = (no, no)
    modes = [Mode](repeating: .fact, count: count)
    figures = FigureColumn(count: count)
    let days = DayColumn(count: count)
    (valueDates, times, utterances) = (days, days, days)
    answerStarts = [Int32](repeating: 0, count: count + 1)
  }

  /// Says what the claims say to questions; in any order.
  ///
  /// - Parameter ranks: for each question's key its place in the order of ids; empty where that is
  ///   the order of keys.
  package mutating func setAnswers(
    _ found: [(place: Int32, answer: Answer)], ranks: [Int32] = [], _ monitor: WorkMonitor = .idle
  ) throws(Cancelled) {
    func rank(_ answer: Answer) -> Int32 {
      let question = Int(answer.question)
      return ranks.indices.contains(question) ? ranks[question] : answer.question
    }
    let sorted = try found.sorted(monitor) {
      ($0.place, rank($0.answer), $0.answer.answer, $0.answer.isFor ? 0 : 1)
        < ($1.place, rank($1.answer), $1.answer.answer, $1.answer.isFor ? 0 : 1)
    }
    answers = sorted.map(\.answer)
    answerStarts = [Int32](repeating: 0, count: count + 1)
    for each in sorted { answerStarts[Int(each.place) + 1] += 1 }
    for place in 0..<count { answerStarts[place + 1] += answerStarts[place] }
  }

  /// How many claims there are.
  package var count: Int { keys.count }

  /// What the claim at this place says to questions.
  package func answers(of claim: Int) -> ArraySlice<Answer> {
    answers[Int(answerStarts[claim])..<Int(answerStarts[claim + 1])]
  }

  /// What a claim says to a question.
  package struct Answer: Hashable, Sendable {
    package let question: Int32
    /// The place of the answer in the question's list, from 0.
    package let answer: Int32
    /// Whether the claim gives the answer; otherwise it speaks against it.
    package let isFor: Bool

    package init(question: Int32, answer: Int32, isFor: Bool) {
      (self.question, self.answer, self.isFor) = (question, answer, isFor)
    }
  }
}

/// How a claim is meant; in the order of ``ClosedList/mode``.
package enum Mode: UInt8, CaseIterable, Sendable {
  case fact, estimate, plan, opinion, question
}

/// A column of days: the first and the last that a date may mean.
///
/// Days are counted from 1970-01-01; ``CalendarDay/beginning`` and ``CalendarDay/end`` stand for
/// open ends. A missing date has its first day after its last.
package struct DayColumn: Sendable {
  package var first: [Int32] = []
  package var last: [Int32] = []

  package init() {}

  /// So many missing dates.
  package init(count: Int) {
    first = [Int32](repeating: 1, count: count)
    last = [Int32](repeating: 0, count: count)
  }

  package var count: Int { first.count }
  package func isMissing(_ place: Int) -> Bool { first[place] > last[place] }

  /// Adds a date, or nothing.
  package mutating func append(_ days: (first: Int32, last: Int32)?) {
    first.append(days?.first ?? 1)
    last.append(days?.last ?? 0)
  }

  /// Whether both dates are there and have no day in common.
  package func areApart(_ left: Int, _ right: Int) -> Bool {
    first[left] <= last[left] && first[right] <= last[right]
      && (last[left] < first[right] || last[right] < first[left])
  }
}

/// A column of figures: the least and the greatest amount in base units, the bound, the unit.
///
/// A missing figure has the unit -1. Units are numbered by the reader.
package struct FigureColumn: Sendable {
  package var low: [Double] = []
  package var high: [Double] = []
  package var bounds: [Bound] = []
  package var units: [Int32] = []

  package init() {}

  /// So many missing figures.
  package init(count: Int) {
    low = [Double](repeating: 0, count: count)
    high = low
    bounds = [Bound](repeating: .exactly, count: count)
    units = [Int32](repeating: -1, count: count)
  }

  package var count: Int { units.count }
  package func isMissing(_ place: Int) -> Bool { units[place] < 0 }

  /// Adds a figure, or nothing.
  package mutating func append(
    _ figure: (low: Double, high: Double, bound: Bound, unit: Int32)?
  ) {
    low.append(figure?.low ?? 0)
    high.append(figure?.high ?? 0)
    bounds.append(figure?.bound ?? .exactly)
    units.append(figure?.unit ?? -1)
  }
}
