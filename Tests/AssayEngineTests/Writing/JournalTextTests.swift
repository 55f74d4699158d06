import AssayText
import Testing

@testable import AssayCorpus

/// The journal of a shell: what is written is read, and half of it is no harm.
@Suite struct JournalTextTests {
  typealias Entry = (step: EditJournal.Step, edit: CorpusEdit, isMade: Bool)

  private static func change(
    _ path: String, _ old: String, _ new: String, isNew: Bool = false
  ) -> FileChange {
    FileChange(
      path: path, replacing: 0..<old.utf8.count, of: isNew ? nil : Array(old.utf8),
      by: Array(new.utf8))
  }

  static let edits: [CorpusEdit] = [
    CorpusEdit("claim @a", [change("a.assay", "", "claim a {}\n")]),
    CorpusEdit("claim @a, claim @b", [change("a b.assay", "x", "y"), change("c/é.assay", "", "")]),
    CorpusEdit("odd", [change("a.assay", "a\tb\nc\rd\\e\\n\r\n\\", "\\t\t\\\\\n\n\"\"\"\u{301}")]),
    CorpusEdit(
      "new", [change("new.assay", "", "made\ngo\ngiven up\nbegin\tadd\tx\n", isNew: true)]),
    CorpusEdit("taken away", [change("new.assay", "", "x", isNew: true).inverse]),
    CorpusEdit("tab\tline\nend\\", [change("tab\tin\npath", "\u{301}", "\u{200D}🇵🇪")]),
    CorpusEdit("", []),
    CorpusEdit(
      "source @a", [change("sources.assay", "", "source a {}\n")],
      moves: [
        FileMove(path: "documents/a b.md", digest: "9f2c", place: "/c/.assay/files/1\t2/9f2c"),
        FileMove(path: "snapshots/9f.html", digest: "9f", place: "/x\n", arrives: false),
      ]),
  ]

  private static func text(_ entries: [Entry]) -> String {
    JournalText.head
      + entries.map {
        JournalText.beginning(of: $0.step, $0.edit) + ($0.isMade ? JournalText.made : "")
      }.joined()
  }

  private static func expect(
    _ found: [(EditJournal.Step, CorpusEdit, isMade: Bool)], are entries: [Entry],
    _ comment: Comment? = nil
  ) {
    #expect(found.map(\.0) == entries.map(\.step), comment)
    #expect(found.map(\.1) == entries.map(\.edit), comment)
    #expect(found.map(\.isMade) == entries.map(\.isMade), comment)
  }

  @Test func isReadAsItWasWritten() {
    let steps: [EditJournal.Step] = [.add, .undo, .redo]
    let entries = Self.edits.enumerated().map { Entry(steps[$0.offset % 3], $0.element, true) }
    Self.expect(JournalText.steps(of: Self.text(entries)), are: entries)
    let unfinished = entries + [Entry(.undo, Self.edits[2], false)]
    Self.expect(JournalText.steps(of: Self.text(unfinished)), are: unfinished)
  }

  /// Cut anywhere, it holds the entries that are whole, the last one made only if that is said.
  @Test func isReadWhereverItIsCut() {
    let entries = Self.edits.map { Entry(.add, $0, true) }
    let bytes = Array(Self.text(entries).utf8)
    var ends: [(begun: Int, made: Int)] = []
    for count in entries.indices {
      let before = Self.text(Array(entries[..<count])).utf8.count
      let begun = JournalText.beginning(of: .add, entries[count].edit).utf8.count
      ends.append((before + begun, before + begun + JournalText.made.utf8.count))
    }
    for length in 0...bytes.count {
      let text = String(decoding: bytes[..<length], as: UTF8.self)
      let whole = ends.prefix { $0.begun <= length }
      let expected = whole.indices.map {
        Entry(.add, entries[$0].edit, ends[$0].made <= length)
      }
      Self.expect(JournalText.steps(of: text), are: expected, "\(length) bytes")
    }
  }

  /// Texts that no shell has written to their end.
  static let odd: [(text: String, made: [Bool])] = [
    ("", []), ("made\n", []), ("assay journal 1\n", []), ("assay journal 1\nmade\ngiven up\n", []),
    ("assay journal 2\nbegin\tadd\tx\ngo\nmade\n", []),
    ("assay journal 1\nbegin\tadd\tx\ngo\n", [false]),
    ("assay journal 1\nbegin\tadd\tx\ngo\ngiven up\n", []),
    ("assay journal 1\nbegin\tadd\tx\ngo\nmade\ngiven up\n", [true]),
    ("assay journal 1\nbegin\tadd\tx\ngo\nbegin\tadd\ty\nmade\n", [false]),
    ("assay journal 1\nbegin\tadd\tx\ngo\nbegin\tadd\ty\ngo\nmade\n", [false, true]),
    ("assay journal 1\nbegin\tadd\tx\ngo\nmade\nbegin\tburn\ty\ngo\ngiven up\n", [true]),
    ("assay journal 1\nbegin\tadd\tx\nchange\ta\tb\tc\td\te\tf\ngo\nmade\n", []),
    ("assay journal 1\nchange\ta\t1\t-\t-\te\tf\ngo\nmade\n", []),
    ("assay journal 1\n\n\t\n\tgo\t\nbegin\nbegin\tadd\tx\n\\\ngo\nmade\n\n", [true]),
  ]

  @Test(arguments: odd.indices)
  func oddTextsAreNoHarm(index: Int) {
    let (text, made) = Self.odd[index]
    #expect(JournalText.steps(of: text).map(\.isMade) == made, "\(text.debugDescription)")
  }

  @Test(arguments: seeds([1, 2, 3]))
  func noiseIsNoHarm(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    let whole = Array(Self.text(Self.edits.map { Entry(.redo, $0, true) }).utf8)
    for _ in 0..<200 {
      var bytes = whole
      for _ in 0..<5 {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] = [9, 10, 92, 45, 0, 0xC3].randomElement(using: &generator) ?? 0
      }
      _ = JournalText.steps(of: String(decoding: bytes, as: UTF8.self))
    }
  }
}
