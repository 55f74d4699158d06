import AssayModel

/// What tells a source or an entity apart from others, where no id does.
package struct Likeness: Hashable, Sendable {
  /// The title or the name, then the other names; empty where none is said.
  let names: [String]
  let url: String?
  /// The kind of an entity; `nil` where it is not said.
  let entityKind: String?

  package init(_ names: [String], url: String? = nil, entityKind: String? = nil) {
    (self.names, self.url, self.entityKind) = (names, url, entityKind)
  }

  /// Whether nothing that is said here speaks against a record of the corpus.
  ///
  /// Works of one title are many, so one with an address is none without; people and organizations
  /// are seldom recorded with an address, so that only another one counts.
  func agrees(with known: Likeness, _ kind: RecordKind) -> Bool {
    if let name = names.first, !known.names.contains(name) { return false }
    if let entityKind, entityKind != known.entityKind { return false }
    return url == nil || url == known.url || (kind == .entity && known.url == nil)
  }
}

extension ImportBatch {
  /// The id of the record of the corpus that a thing of another program is, or else a new one made
  /// of `id`: the first of `id`, `id-2` and so on that is free or agrees with the thing. Thus a
  /// second import finds what the first one made.
  ///
  /// - Parameters:
  ///   - known: the id of the record of the corpus that is asked first.
  ///   - isShared: whether a thing that is said the same again is the same; otherwise each call
  ///     gives another id.
  mutating func id(
    _ kind: RecordKind, _ id: String, of thing: Likeness, known: String? = nil,
    isShared: Bool = true
  ) -> String {
    let word = kind.word + " "
    if isShared, let given = namesakes[kind]?[thing] { return given }
    if let known, isOpen(kind, known, to: thing) {
      return note(kind, known, of: thing)
    }
    var number = firstFree[word + id] ?? 1
    var isPast = false
    while true {
      let candidate = number == 1 ? id : "\(id)-\(number)"
      if isOpen(kind, candidate, to: thing) {
        return note(kind, candidate, of: thing)
      }
      // Those that are given to nobody yet may be what a later thing is.
      isPast = isPast || !isGiven(kind, candidate)
      if !isPast { firstFree[word + id] = number + 1 }
      number += 1
    }
  }

  /// Notes whose id this is, so that no other thing gets it; gives the id.
  @discardableResult
  mutating func note(_ kind: RecordKind, _ id: String, of thing: Likeness) -> String {
    givenIDs.insert(kind.word + " " + id)
    if namesakes[kind]?[thing] == nil { namesakes[kind, default: [:]][thing] = id }
    return id
  }

  /// Whether a thing may have an id: nothing else of this batch has it, and the record of the
  /// corpus, if there is one, agrees with the thing.
  func isOpen(_ kind: RecordKind, _ id: String, to thing: Likeness) -> Bool {
    guard !isGiven(kind, id) else { return false }
    return lookup.likeness(kind, id).map { thing.agrees(with: $0, kind) } ?? true
  }

  private func isGiven(_ kind: RecordKind, _ id: String) -> Bool {
    givenIDs.contains(kind.word + " " + id) || has(kind, id)
  }
}
