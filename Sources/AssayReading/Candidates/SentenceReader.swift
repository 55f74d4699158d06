import AssayModel
import AssayText

/// All that is found in one sentence.
package struct SentenceReading: Sendable {
  package let candidate: ClaimCandidate
  /// The figures in it, in the order of the text.
  package let figures: [FoundFigure]
  /// The dates in it, likewise.
  package let dates: [FoundDate]
  /// The known entities in it, likewise.
  package let names: [NameMatch]
}

/// Sentences to candidates with all their cues; one is made for many sentences of a language.
package struct SentenceReader {
  private var finder: CandidateFinder
  private let measures: Measures
  private let names: NameMatcher?
  private let isPlace: @Sendable (Int32) -> Bool

  /// - Parameters:
  ///   - language: a BCP 47 tag; the rules of all languages are used where it is `nil` or unknown.
  ///   - names: of the known entities.
  ///   - isPlace: whether the entity with a key is a place.
  package init(
    language: String?, names: NameMatcher? = nil,
    isPlace: @escaping @Sendable (Int32) -> Bool = { _ in false }
  ) {
    finder = CandidateFinder(.of(tag: language))
    measures = Measures(language: language)
    (self.names, self.isPlace) = (names, isPlace)
  }

  /// Reads a sentence.
  ///
  /// - Parameters:
  ///   - bytes: the document, or what holds the sentence; spans are of it.
  ///   - published: when it was brought out, for dates such as `last year`.
  package mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ passage: Passage, published: PartialDate? = nil
  ) -> SentenceReading {
    let range = passage.start..<passage.end
    let dates = measures.dates(in: bytes, range, published)
    let figures = measures.figures(in: bytes, range, apart: dates.map(\.span))
    let names = names?.matches(in: bytes, range: range) ?? []
    var marks = figures.map { Cue(.figure, at: $0.span, isWeak: $0.isBare) }
    marks += dates.map { Cue(.date, at: $0.span, isWeak: $0.isRelative) }
    for name in names {
      let kind = name.entities.contains(where: isPlace) ? Cue.Kind.place : .entity
      marks.append(Cue(kind, at: name.span, isWeak: name.isAmbiguous))
    }
    return SentenceReading(
      candidate: finder.candidate(in: bytes, passage, marks: marks), figures: figures,
      dates: dates, names: names)
  }
}

extension FoundFigure {
  /// Whether it is a number without a unit.
  fileprivate var isBare: Bool { unitWords.isEmpty }
}

/// Figures and dates in sentences of a language, or of any that the program knows.
private struct Measures: Sendable {
  private let figureFinders: [FigureFinder]
  private let dateFinders: [DateFinder]

  init(language: String?) {
    if let language, let figures = FigureFinder.of(tag: language),
      let dates = DateFinder.of(tag: language)
    {
      (figureFinders, dateFinders) = ([figures], [dates])
    } else {
      figureFinders = FigureFinder.all.map(\.finder)
      dateFinders = DateFinder.all.map(\.finder)
    }
  }

  /// The dates of a sentence as the first language sees them that sees most.
  func dates(
    in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ published: PartialDate?
  ) -> [FoundDate] {
    var best: [FoundDate] = []
    for finder in dateFinders {
      let found = finder.dates(in: bytes, range: range, published: published)
      if Self.reach(found.map(\.span)) > Self.reach(best.map(\.span)) { best = found }
    }
    return best
  }

  /// The figures of a sentence, likewise.
  func figures(
    in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, apart: [Span]
  ) -> [FoundFigure] {
    var best: [FoundFigure] = []
    for finder in figureFinders {
      let found = finder.figures(in: bytes, range: range, apart: apart)
      if Self.reach(found.map(\.span)) > Self.reach(best.map(\.span)) { best = found }
    }
    return best
  }

  /// How many bytes stretches have.
  private static func reach(_ spans: [Span]) -> Int { spans.reduce(0) { $0 + $1.end - $1.start } }
}
