import AssayText

/// Sentences to candidates: one is made for many sentences, and keeps its storage.
package struct CandidateFinder {
  private var finder: CueFinder

  package init(_ lexicon: CueLexicon) { finder = CueFinder(lexicon) }

  /// Reads a sentence.
  ///
  /// - Parameters:
  ///   - bytes: the document, or what holds the sentence.
  ///   - passage: the sentence; its bytes are in `bytes`.
  ///   - marks: the figures, dates, places and entities in it, in the order of the text.
  package mutating func candidate(
    in bytes: UnsafeBufferPointer<UInt8>, _ passage: Passage, marks: [Cue] = []
  ) -> ClaimCandidate {
    finder.read(bytes, passage.start..<passage.end)
    var cues = finder.cues.filter { cue in !isFigureOrDate(cue, marks) } + marks
    cues += names(besides: cues, bytes)
    cues.sort { $0.span.start < $1.span.start || $0.span == $1.span && $0.order < $1.order }
    return ClaimCandidate(
      passage, cues: cues, objections: objections(in: bytes, cues),
      isQuestion: finder.scan.isQuestion)
  }

  /// Whether a phrase is a part of a date, as `may` is of `5 may 1912`, or of a figure: `no` in
  /// `no more than 9`. What hedges a figure stays.
  private func isFigureOrDate(_ cue: Cue, _ marks: [Cue]) -> Bool {
    marks.contains {
      guard $0.span.start <= cue.span.start, $0.span.end >= cue.span.end else { return false }
      return $0.kind == .date || $0.kind == .figure && cue.kind != .hedge && cue.kind != .estimate
    }
  }

  /// Names that none of the cues has: words with capitals within the sentence.
  private func names(besides cues: [Cue], _ bytes: UnsafeBufferPointer<UInt8>) -> [Cue] {
    let words = finder.scan.words
    var names: [Cue] = []
    var index = 0
    while index < words.count {
      guard isName(index) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < words.count, isName(end), words[end].gap.isDisjoint(with: .anyBreak) { end += 1 }
      let range = index..<end
      index = end
      // The first word of a sentence has a capital anyway.
      let isFirst = range == 0..<1 && !words[0].form.contains(.capitals)
      if isFirst, !firstIsName(bytes) { continue }
      let span = finder.span(of: range)
      let isKnown = cues.contains {
        $0.kind != .speaker && $0.kind != .opinion && $0.span.start < span.end
          && $0.span.end > span.start
      }
      if !isKnown { names.append(Cue(.name, at: span, isWeak: isFirst)) }
    }
    return names
  }

  /// Whether the first word may be a name: a word without a meaning before a verb, no plural, or
  /// one with an `'s`.
  private func firstIsName(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let words = finder.scan.words
    guard words.count > 1, words[0].meaning.isEmpty, !words[0].isNumber else { return false }
    if words[0].isPossessive { return true }
    let last = bytes[Int(words[0].end) - 1]
    return last != UInt8(ascii: "s") && words[1].gap.isEmpty
      && (words[1].isAny([.be, .have]) || isVerb(words[1], bytes))
  }

  private func isName(_ index: Int) -> Bool {
    let word = finder.scan.words[index]
    return word.isCapital
      && !word.isAny([
        .dateWord, .determiner, .pronoun, .preposition, .conjunction, .link, .placeLink,
        .firstPerson, .be, .have, .noSpeaker,
      ])
  }

  // MARK: Objections

  private func objections(
    in bytes: UnsafeBufferPointer<UInt8>, _ cues: [Cue]
  ) -> [CandidateRule.Objection] {
    var found: [CandidateRule.Objection] = []
    let (scan, words) = (finder.scan, finder.scan.words)
    if scan.isQuestion { found.append(.question) }
    if finder.isBoilerplate { found.append(.boilerplate) }
    if finder.isFirstPerson { found.append(.firstPerson) }
    let hasVerb = words.contains { isVerb($0, bytes) }
    if !scan.isEnded, words.count <= 15, !hasVerb || isTitle {
      found.append(.heading)
    } else if words.count < 4 || scan.hasBar || !hasVerb && (words.count < 8 || !scan.isEnded) {
      found.append(.fragment)
    }
    return found.sorted { $0.order < $1.order }
  }

  private func isVerb(_ word: SentenceWord, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if word.isAny(.verb) || word.isAny(.anySpeech) { return true }
    guard !word.isCapital else { return false }
    let letters = UnsafeBufferPointer(rebasing: bytes[Int(word.start)..<Int(word.end)])
    return finder.lexicon.endsAsVerb(letters)
  }

  /// Whether most longer words have capitals, as in titles.
  private var isTitle: Bool {
    let long = finder.scan.words.filter { $0.end - $0.start >= 4 && !$0.isNumber }
    return long.count >= 2 && long.count(where: \.isCapital) * 3 >= long.count * 2
  }
}

extension Cue {
  /// The place of its kind among all.
  package var order: Int { Kind.allCases.firstIndex(of: kind) ?? 0 }
}

extension CandidateRule.Objection {
  fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
