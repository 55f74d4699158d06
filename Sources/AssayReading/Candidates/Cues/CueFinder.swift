import AssayText

/// The cues of a sentence, found in one pass over its words.
///
/// What stands on names, figures and dates comes from elsewhere; see ``CandidateFinder``.
struct CueFinder {
  let lexicon: CueLexicon
  private(set) var scan = WordScan()
  /// In the order in which they were found: phrases, then speakers.
  private(set) var cues: [Cue] = []
  private(set) var isBoilerplate = false
  /// Whether who writes speaks of themselves, outside of quotations.
  private(set) var isFirstPerson = false
  /// Where verbs of speech and phrases of attribution stand.
  private var attributions: [Attribution] = []

  private struct Attribution {
    let range: Range<Int>
    /// `nil` for a verb: before it, or behind it if it is turned round.
    let place: PhraseTree.SpeakerPlace?
    /// Whether the words for the speaker have to begin behind what is said: `…, the report notes.`
    var isAside = false
  }

  init(_ lexicon: CueLexicon) { self.lexicon = lexicon }

  /// Reads a sentence; ``cues`` and the other properties say what is in it.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    scan.read(bytes, range, lexicon)
    cues.removeAll(keepingCapacity: true)
    attributions.removeAll(keepingCapacity: true)
    (isBoilerplate, isFirstPerson) = (false, false)
    var hasCondition = false
    var index = 0
    while index < scan.words.count {
      let word = scan.words[index]
      if word.isAny([.condition, .firstPerson]) {
        if word.isAny(.condition) { hasCondition = true }
        if word.isAny(.firstPerson), isPerson(index) { isFirstPerson = true }
      }
      if let match = phrase(at: index) {
        note(match, from: index)
        index = match.end
        continue
      }
      if word.isAny(.anySpeech) { noteVerb(index) }
      index += 1
    }
    if hasCondition { dropConditionalPlans() }
    addSpeakers()
    cues.sort { $0.span.start < $1.span.start }
  }

  /// Whether the word at `index` is who writes: not the number of a king, not within a quotation.
  private func isPerson(_ index: Int) -> Bool {
    let word = scan.words[index]
    guard !word.isQuoted else { return false }
    let isNumeral = word.isCapital && word.end - word.start == 1 && index > 0
    return !isNumeral || !scan.words[index - 1].isCapital || index == 1
  }

  /// A phrase and the word behind its last.
  struct Match {
    let meaning: PhraseTree.Meaning
    let end: Int
    /// Of an attribution within whose words the speaker stands: these words.
    let speaker: Range<Int>?
  }

  private func phrase(at index: Int) -> Match? {
    let word = scan.words[index]
    let (exact, stem) = (word.exact, word.stem)
    guard lexicon.phrases.begins(with: exact) || lexicon.phrases.begins(with: stem),
      // Within a sentence a capital makes a name of it, unless all words have capitals.
      !word.isCapital || index == 0 || word.gap.contains(.quote) || word.form.contains(.capitals)
    else { return nil }
    var best: Match?
    walk(0, index, index, &best)
    // `Will Smith` is a name.
    if let match = best, match.meaning == .cue(.plan), match.end == 1, index == 0, word.isCapital,
      scan.words.count > 1, scan.words[1].isCapital
    {
      return nil
    }
    return best
  }

  private func walk(_ node: Int32, _ begin: Int, _ index: Int, _ best: inout Match?) {
    if index > begin {
      if let meaning = lexicon.phrases.meaning(of: node), index > best?.end ?? 0 {
        let end = index - lexicon.phrases.condition(of: node)
        if end > best?.end ?? 0 { best = Match(meaning: meaning, end: end, speaker: nil) }
      }
      for suffix in lexicon.phrases.suffixes(of: node) {
        if let match = enclosed(from: index, suffix), match.end > best?.end ?? 0 { best = match }
      }
    }
    guard index < scan.words.count else { return }
    let word = scan.words[index]
    if index > begin, !word.gap.isDisjoint(with: .anyBreak) { return }
    if let next = lexicon.phrases.next(node, word.exact) { walk(next, begin, index + 1, &best) }
    if let next = lexicon.phrases.next(node, word.stem) { walk(next, begin, index + 1, &best) }
    if word.isNumber, let next = lexicon.phrases.next(node, PhraseTree.anyNumber) {
      walk(next, begin, index + 1, &best)
    }
    guard index > begin, let next = lexicon.phrases.next(node, PhraseTree.gap) else { return }
    for step in 0...2 where index + step <= scan.words.count {
      let isBroken = (0..<step).contains {
        !scan.words[index + $0].gap.isDisjoint(with: .anyBreak)
      }
      if isBroken { return }
      walk(next, begin, index + step, &best)
    }
  }

  /// `in the ministry's words`: up to six words, the last of them with an `'s`, before `suffix`.
  private func enclosed(from index: Int, _ suffix: [[Int32]]) -> Match? {
    for last in index..<min(index + 6, scan.words.count) {
      let word = scan.words[last]
      guard word.gap.isDisjoint(with: .anyBreak) else { return nil }
      guard word.isPossessive else { continue }
      let after = last + 1
      guard after + suffix.count <= scan.words.count else { return nil }
      let fits = suffix.indices.allSatisfy { step in
        let word = scan.words[after + step]
        return suffix[step].contains(word.exact) || suffix[step].contains(word.stem)
      }
      return fits
        ? Match(
          meaning: .speaker(.within), end: after + suffix.count, speaker: index..<last + 1) : nil
    }
    return nil
  }

  private mutating func note(_ match: Match, from index: Int) {
    let span = span(of: index..<match.end)
    switch match.meaning {
    case .cue(let kind):
      cues.append(Cue(kind, at: span))
      if kind == .hedge, scan.words[index].isAny(.estimate), match.end == index + 1 {
        cues.append(Cue(.estimate, at: span))
      }
      // `denied` denies and says who does, `estimate` as well; but not `an estimate`.
      if match.end == index + 1, scan.words[index].isAny(.anySpeech) {
        noteVerb(index)
      }
      if kind != .denial { addDenials(within: index + 1..<match.end) }
    case .speaker(let place):
      addEstimate(within: index..<match.end)
      if let speaker = match.speaker {
        addSpeaker(speaker, cue: index..<match.end)
      } else {
        attributions.append(Attribution(range: index..<match.end, place: place))
      }
    case .boilerplate: isBoilerplate = isBoilerplate || !scan.words[index].isQuoted
    case .nothing: break
    }
  }

  private mutating func dropConditionalPlans() {
    let words = scan.words
    cues.removeAll { cue in
      cue.kind == .plan
        && words.contains {
          Int($0.start) == cue.span.start && Int($0.end) == cue.span.end
            && $0.isAny(.conditionalPlan)
        }
    }
  }

  /// Where words stand in the document.
  func span(of range: Range<Int>) -> Span {
    guard let first = range.first, let last = range.last else { return Span(0, 0) }
    return Span(Int(scan.words[first].start), Int(scan.words[last].end))
  }

  // MARK: Speakers

  /// Notes the verb at `index` if it may show who speaks: not in a quotation, not capitalised,
  /// and, if it can mean something else, beside what is said.
  private mutating func noteVerb(_ index: Int) {
    let words = scan.words
    let word = words[index]
    guard !word.isQuoted, !word.isCapital || index == 0 else { return }
    // `was said`, `the claims`.
    if index > 0, words[index - 1].isAny([.be, .determiner]), word.gap.isEmpty { return }
    var attribution = Attribution(range: index..<index + 1, place: nil)
    if !word.isAny(.speechVerb) {
      let next = index + 1 < words.count ? words[index + 1] : nil
      let isTurned = index > 0 && !word.gap.isDisjoint(with: .anyBreak)
      if isTurned, let next, next.gap.isEmpty, next.isCapital || next.isAny(.determiner) {
        // `…, reports the Courier`
        attribution.isAside = true
      } else if next?.gap.isDisjoint(with: .anyBreak) ?? false {
        guard let next, next.isAny(.that) || word.isAny(.clauseVerb) && Self.beginsClause(next)
        else { return }
      } else if next?.gap.isDisjoint(with: [.colon, .quote]) ?? true {
        attribution.isAside = true
      }
    }
    attributions.append(attribution)
  }

  private static func beginsClause(_ word: SentenceWord) -> Bool {
    word.isAny([.determiner, .pronoun]) || word.isNumber
  }

  /// The denials that stand within a longer phrase: `is not expected to`.
  private mutating func addDenials(within range: Range<Int>) {
    for index in range {
      let word = scan.words[index]
      guard let node = lexicon.phrases.next(0, word.exact),
        lexicon.phrases.meaning(of: node) == .cue(.denial)
      else { continue }
      cues.append(Cue(.denial, at: span(of: index..<index + 1)))
    }
  }

  /// The word of an estimate that stands within an attribution: `according to estimates by`.
  private mutating func addEstimate(within range: Range<Int>) {
    let found = range.first { index in
      let word = scan.words[index]
      if word.isAny(.estimate) { return true }
      return [word.exact, word.stem].contains { number in
        lexicon.phrases.next(0, number).flatMap(lexicon.phrases.meaning) == .cue(.estimate)
      }
    }
    if let found { cues.append(Cue(.estimate, at: span(of: found..<found + 1))) }
  }

  private mutating func addSpeakers() {
    for attribution in attributions {
      let range = attribution.range
      switch attribution.place {
      case .after: if let words = phraseAfter(range.upperBound) { addSpeaker(words, cue: range) }
      case .before: if let words = phraseBefore(range.lowerBound) { addSpeaker(words, cue: range) }
      case .within: break
      case nil:
        guard let words = phraseBefore(range.lowerBound) ?? inverted(after: range) else { break }
        let isTurned = words.lowerBound > range.lowerBound
        let isAside = words.lowerBound > 0 && !scan.words[words.lowerBound].gap.isEmpty || isTurned
        if isAside || !attribution.isAside { addSpeaker(words, cue: range) }
      }
    }
  }

  private mutating func addSpeaker(_ words: Range<Int>, cue: Range<Int>) {
    var words = words
    // `the ministry's` in the ministry's words.
    guard let first = words.first, let last = words.last else { return }
    if words.count > 1, scan.words[last].isAny(.placeLink) { words = first..<last }
    let isPronoun = words.count == 1 && scan.words[first].isAny(.pronoun)
    let speaker = span(of: words)
    guard !cues.contains(where: { $0.kind == .speaker && $0.speaker == speaker }) else { return }
    cues.append(Cue(.speaker, at: span(of: cue), speaker: speaker, isWeak: isPronoun))
  }

  /// The speaker of `…, said X`: the verb stands behind what is said, or begins the sentence.
  private func inverted(after verb: Range<Int>) -> Range<Int>? {
    let words = scan.words
    let first = words[verb.lowerBound]
    guard let next = words[verb.upperBound...].first, next.gap.isEmpty || next.gap == .hyphen else {
      return nil
    }
    let isAfterBreak = verb.lowerBound == 0 || !first.gap.isDisjoint(with: .anyBreak)
    let isAfterClitic = verb.lowerBound > 0 && words[verb.lowerBound - 1].isAny(.have)
    guard isAfterBreak || isAfterClitic || next.isCapital else { return nil }
    return phraseAfter(verb.upperBound)
  }
}
