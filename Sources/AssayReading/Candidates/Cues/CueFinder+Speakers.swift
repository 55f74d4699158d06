/// The words for who speaks, before and after a verb of speech.
extension CueFinder {
  /// The longest that words for a speaker may be.
  private static let mostWords = 12

  /// The words for somebody that end before the word at `verb`, auxiliaries and adverbs between
  /// them; `nil` if there are none.
  func phraseBefore(_ verb: Int) -> Range<Int>? {
    let words = scan.words
    var last = verb - 1
    guard last >= 0 else { return nil }
    var gap = words[verb].gap
    while last >= 0, gap.isDisjoint(with: .anyBreak), words[last].isAny(.have),
      !words[last].isCapital
    {
      gap = words[last].gap
      last -= 1
    }
    guard last >= 0, !gap.contains(.quote), !gap.contains(.stop), !words[last].isQuoted else {
      return nil
    }
    if words[last].isAny(.be) { return nil }
    if gap.contains(.comma) {
      // `Smith, the mayor, said`: past the words between the commas.
      guard let opening = commaBefore(last) else { return nil }
      last = opening - 1
    }
    let clause = relative(before: last) ?? clauseWithThat(before: last)
    return nounPhrase(endingAt: clause.map { $0 - 1 } ?? last)
  }

  /// Where the `who` of `an official who asked not to be named said` stands.
  private func relative(before last: Int) -> Int? {
    let words = scan.words
    var index = last
    while index > 0, last - index < 8, !words[index].isQuoted {
      if words[index].isAny(.relative) { return index }
      if !words[index].gap.isDisjoint(with: .anyBreak) { return nil }
      index -= 1
    }
    return nil
  }

  /// Where the `that` of `a report that the authors quote finds` stands: behind a noun, with a verb
  /// of its own before the verb of speech.
  private func clauseWithThat(before last: Int) -> Int? {
    let words = scan.words
    var index = last
    while index > 0, last - index < 8, !words[index].isQuoted {
      guard words[index].gap.isDisjoint(with: .anyBreak) else { return nil }
      if words[index].isAny(.that) {
        let hasVerb = (index + 1...max(index + 1, last)).contains {
          $0 <= last && !words[$0].isCapital && words[$0].isAny([.verb, .be, .anySpeech, .citing])
        }
        return hasVerb && isHead(index - 1) ? index : nil
      }
      index -= 1
    }
    return nil
  }

  /// Whether a word is a noun with an article or the like before it, rather than a verb: `the study`
  /// and `a new report`, but not `the mayor said`.
  private func isHead(_ index: Int) -> Bool {
    let words = scan.words
    guard index > 0, isNoun(index) else { return false }
    if words[index - 1].isAny(.determiner) { return true }
    guard !words[index].isAny(.anySpeech) else { return false }
    return nounPhrase(endingAt: index).map { words[$0.lowerBound].isAny(.determiner) } ?? false
  }

  /// Where a clause begins that a comma opens and a comma behind `last` closes.
  private func commaBefore(_ last: Int) -> Int? {
    let words = scan.words
    var index = last
    while index > 0, last - index < 14 {
      if words[index].gap.contains(.quote) || words[index].isQuoted { return nil }
      if words[index].gap.contains(.comma) { return index }
      index -= 1
    }
    return nil
  }

  private func nounPhrase(endingAt last: Int) -> Range<Int>? {
    let words = scan.words
    var first = last + 1
    var index = last
    while index >= 0, last - index < Self.mostWords {
      let word = words[index]
      guard takes(index, before: first <= last ? index + 1 : nil) else { break }
      first = index
      if !word.gap.isDisjoint(with: .anyBreak) || word.isQuoted { break }
      if word.isAny(.determiner), !word.isCapital || index == 0 || word.isAny(.pronoun) {
        guard index > 1, words[index - 1].isAny([.link, .placeLink]), isNoun(index - 2) else {
          break
        }
      }
      index -= 1
    }
    while first < last, words[first].isAny([.link, .placeLink, .have]) && !isName(first) {
      first += 1
    }
    return checked(first..<last + 1)
  }

  /// Whether the word at `index` can be one of those for a speaker, read backwards.
  ///
  /// - Parameter next: the word behind it, if that is one.
  private func takes(_ index: Int, before next: Int?) -> Bool {
    let word = scan.words[index]
    if word.isQuoted { return false }
    if word.isAny(.pronoun), !word.isAny(.determiner) { return next == nil }
    if isName(index) { return !word.isAny(.dateWord) || next == nil && index > 0 }
    if word.isNumber { return next != nil && !isYear(word) }
    if word.isAny(.link) { return next != nil && index > 0 }
    if word.isAny(.placeLink) {
      guard let next, index > 0 else { return false }
      return isName(next) && isCommonNoun(index - 1)
    }
    if word.isAny(.conjunction) {
      guard let next, index > 0, word.end - word.start <= 3, !word.isAny(.determiner) else {
        return false
      }
      let isAnd = word.end - word.start < 3 || word.exact == andNumber
      return isAnd && isName(next) && isName(index - 1)
    }
    return !word.isAny([.preposition, .verb, .be, .noSpeaker, .dateWord]) || word.isAny(.determiner)
  }

  private var andNumber: Int32 { lexicon.and }

  /// The words for somebody that begin at `start`; `nil` if there are none.
  func phraseAfter(_ start: Int) -> Range<Int>? {
    let words = scan.words
    var index = start
    while index < words.count, index - start < Self.mostWords {
      let word = words[index]
      if index > start {
        guard word.gap.isDisjoint(with: .anyBreak) else { break }
        if words[index - 1].isAny(.pronoun), index == start + 1,
          !words[start].isAny(.determiner)
        {
          break
        }
      } else if !word.gap.isDisjoint(with: [.stop, .colon, .comma]) {
        return nil
      }
      if !goesOn(index, from: start) { break }
      index += 1
    }
    while index > start + 1,
      words[index - 1].isAny([.link, .placeLink, .conjunction, .determiner, .preposition])
        && !isName(index - 1)
    {
      index -= 1
    }
    return checked(start..<index)
  }

  /// Whether the word at `index` can be one of those for a speaker, read forwards.
  private func goesOn(_ index: Int, from start: Int) -> Bool {
    let words = scan.words
    let word = words[index]
    if index == start {
      return !word.isAny([.noSpeaker, .preposition]) || word.isAny(.determiner) || isName(index)
    }
    let before = words[index - 1]
    let follows = before.isAny([.link, .placeLink]) && !isName(index - 1)
    if word.isAny(.pronoun), !word.isAny(.determiner) { return false }
    if isName(index) { return !word.isAny(.dateWord) }
    if word.isNumber { return !isYear(word) && index == start + 1 }
    if word.isAny(.determiner) { return follows }
    if word.isAny(.link) { return isNoun(index - 1) }
    if word.isAny(.placeLink) {
      return index + 1 < words.count && isName(index + 1) && isCommonNoun(index - 1)
    }
    if word.isAny(.conjunction) {
      let isAnd = word.end - word.start < 3 || word.exact == andNumber
      return isAnd && isName(index - 1) && index + 1 < words.count && isName(index + 1)
    }
    if word.isAny([.preposition, .verb, .be, .have, .noSpeaker, .dateWord]) { return false }
    // A small word behind a name begins something else: `said Smith yesterday`.
    return !isName(index - 1) || before.isPossessive || follows || word.gap == .hyphen
      || hasDeterminer(start)
  }

  private func hasDeterminer(_ start: Int) -> Bool {
    scan.words[start].isAny(.determiner) && !isName(start)
  }

  /// Whether the word is written with a capital that is not only that of a sentence.
  private func isName(_ index: Int) -> Bool {
    let word = scan.words[index]
    guard word.isCapital else { return false }
    return !word.isAny([.determiner, .pronoun, .preposition, .placeLink, .link, .conjunction])
  }

  private func isNoun(_ index: Int) -> Bool {
    guard index >= 0 else { return false }
    let word = scan.words[index]
    return !word.isAny([
      .determiner, .preposition, .link, .placeLink, .conjunction, .be, .have, .verb, .dateWord,
      .pronoun,
    ]) || isName(index)
  }

  private func isCommonNoun(_ index: Int) -> Bool {
    isNoun(index) && (index == 0 || !scan.words[index].isCapital)
  }

  private func isYear(_ word: SentenceWord) -> Bool { word.end - word.start == 4 }

  /// The words, if they can be somebody.
  private func checked(_ range: Range<Int>) -> Range<Int>? {
    guard let first = range.first, let last = range.last else { return nil }
    let words = scan.words
    if range.count == 1 {
      let word = words[first]
      if word.isAny(.noSpeaker) || word.isAny(.determiner) && !word.isAny(.pronoun) { return nil }
      if word.isAny([.be, .have, .dateWord]) && !isName(first) || word.isNumber { return nil }
    }
    if words[first].isAny(.noSpeaker), !words[first].isAny(.determiner) { return nil }
    let hasNoun = range.contains { isNoun($0) || words[$0].isAny(.pronoun) }
    return hasNoun && last - first < Self.mostWords ? range : nil
  }
}
