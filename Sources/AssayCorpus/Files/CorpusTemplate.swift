import AssayText
import Glibc

/// The corpus that `assay new` makes: small, commented, sound.
package enum CorpusTemplate {
  /// Writes the files into a folder that must not hold a corpus yet, and gives their paths.
  ///
  /// - Throws: `unwritableFile`; nothing that was there before is changed.
  package static func write(to folder: String) throws(Diagnostic) -> [String] {
    guard access(folder + "/" + CorpusFolder.entry, F_OK) != 0 else {
      throw Diagnostic(.unwritableFile, at: nil, "`\(folder)` holds a corpus already")
    }
    try make(folder)
    try make(folder + "/documents")
    var written: [String] = []
    for (name, text) in files {
      let path = folder + "/" + name
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else { throw unwritable(path) }
      defer { close(descriptor) }
      let bytes = Array(text.utf8)
      guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
        throw unwritable(path)
      }
      written.append(path)
    }
    return written
  }

  private static func make(_ folder: String) throws(Diagnostic) {
    if mkdir(folder, 0o755) != 0, errno != EEXIST { throw unwritable(folder) }
  }

  private static func unwritable(_ path: String) -> Diagnostic {
    Diagnostic(
      .unwritableFile, at: nil, "cannot write `\(path)`: \(String(cString: strerror(errno)))")
  }

  /// The entry file comes last, so that a corpus is there only when all of it is.
  private static let files = [
    ("documents/town-crier.md", document),
    ("claims.assay", claims),
    ("entities.assay", entities),
    ("questions.assay", questions),
    ("sources.assay", sources),
    (CorpusFolder.entry, entry),
  ]

  private static let entry = """
    # A corpus is plain text. This file is its entry; `use` brings in the others.
    corpus example { title "A bridge and its opening" }

    use "sources.assay"
    use "entities.assay"
    use "questions.assay"
    use "claims.assay"  # a pattern does as well: use "claims/*.assay"

    """

  private static let sources = """
    # Who says something. The document is the text that claims quote.
    source town-crier {
      title     "The new bridge"
      publisher "The Town Crier"
      published 1901-05-03
      kind      news
      document  "documents/town-crier.md"
    }

    source council-minutes {
      title     "Minutes of the town council"
      published 1901-04
      kind      official
      note      "No document yet: its claims cannot quote."
    }

    """

  private static let entities = """
    # Who and what claims are about. `part of` lets `within @town` find the bridge.
    entity town: place      { name "The town"; also "the borough" }
    entity bridge: facility { name "The new bridge"; part of @town }
    entity mayor: person    { name "The mayor" }

    # The relations that facts use: what their object and their value may be.
    predicate cost   { label "cost"; value money; one }
    predicate opened { label "was opened"; value date; one }

    """

  private static let questions = """
    # What the corpus is asked; claims answer it or speak against an answer.
    question overspent "Did the bridge cost more than planned?" {
      answer yes "It did"
      answer no  "It did not"
    }

    """

  private static let claims = """
    # One statement by one source: in your words, as data, and in the document's words.
    claim cost-in-the-paper from @town-crier {
      says    "The bridge cost more than 40,000 pounds."
      fact    @bridge cost > 40000 GBP
      by      @mayor
      when    1901
      answers @overspent yes
      quote   "more than 40,000 pounds"
    }

    claim opening from @town-crier {
      says  "The bridge was opened on the first of May."
      fact  @bridge opened = 1901-05-01
      quote "opened on the first of May"
    }

    claim planned-cost from @council-minutes {
      says    "The bridge is to cost 36,000 pounds."
      fact    @bridge cost = 36000 GBP
      when    1901
      mode    plan
      against @overspent yes
    }

    """

  private static let document = """
    # The new bridge

    The bridge over the river was opened on the first of May in fine weather.

    The mayor told the guests that it had cost more than 40,000 pounds.

    """
}
