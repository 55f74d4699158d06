import AssayText

/// Finds in text all places at which any of many names stands.
///
/// Of names that begin at one word the longest is found, and of names that overlap the one that
/// begins first. A name stands in whole words; between them may be white space with at most one
/// line break, a hyphen, an apostrophe, `&`, `/`, marks of emphasis, and the full stop of an initial
/// or a short title, besides what stands there in the name itself. So `’s` or `'` behind a name does
/// not hinder, and `Peru-based` names Peru; `peru.com`, `@peru` and `peru_2` do not. When case and
/// accents are forgiven, ``NameSpelling`` says.
///
/// A name that several entities bear is ambiguous: all of them are told. A name of more than 32
/// words is not looked for.
package struct NameMatcher: Sendable {
  private let tree: NameTree

  /// - Parameters:
  ///   - names: each with the key of an entity that bears it; an entity may have several, and a
  ///     name several entities.
  ///   - languages: whose common words are not taken for names in another case.
  /// - Complexity: O(bytes of the names).
  package init(
    names: [(name: String, entity: Int32)], languages: [LanguageFile] = LanguageFile.all
  ) {
    var builder = NameTreeBuilder(languages)
    for (name, entity) in names { builder.insert(name, entity) }
    tree = builder.tree()
  }

  /// Whether there is no name to look for.
  package var isEmpty: Bool { tree.ends.isEmpty }

  /// The names in a stretch of a text, in order; they do not overlap.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8; what is none separates words.
  ///   - range: the stretch, within `bytes`; no name reaches out of it.
  /// - Complexity: O(bytes of the stretch), for names of a few words.
  package func matches(
    in bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>
  ) -> [NameMatch] {
    var matches: [NameMatch] = []
    forEachMatch(in: bytes, range: range) { span, entities in
      matches.append(NameMatch(span: span, entities: entities))
    }
    return matches
  }

  /// Calls `body` with each place in order, and the entities as ``NameMatch/entities`` has them.
  package func forEachMatch(
    in bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>, _ body: (Span, [Int32]) -> Void
  ) {
    guard !isEmpty else { return }
    withUnsafeTemporaryAllocation(of: NameWord.self, capacity: NameSearch.capacity) { room in
      guard let start = room.baseAddress else { return }
      start.initialize(repeating: NameWord(), count: NameSearch.capacity)
      _ = tree.read { reader in
        var search = NameSearch(bytes, range, words: start, reader)
        while let (span, entities) = search.next() { body(span, entities) }
        return ()
      }
    }
  }
}
