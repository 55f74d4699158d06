import AssayCorpus
import AssayText
import Testing

/// A change of a file: made at its place, at another one, or not at all.
@Suite struct FileChangeTests {
  /// What a change does, to what file, and what the file is then; `nil` for a file that is not
  /// there, and for a change that is refused. The part of `seen` between « and » gives way to
  /// `new`; `found` is the file when the change is made.
  static let table: [(name: String, seen: String?, new: String, found: String?, result: String?)] =
    [
      ("as it was", "a\n«b»\nc\n", "B", "a\nb\nc\n", "a\nB\nc\n"),
      ("as it was, removing", "a\n«b\n»c\n", "", "a\nb\nc\n", "a\nc\n"),
      ("others appended", "a\n«b»\nc\n", "B", "a\nb\nc\nd\n", "a\nB\nc\nd\n"),
      ("moved down", "a\n«b1»\nc\n", "B", "0\na\nb1\nc\n", "0\na\nB\nc\n"),
      ("moved up", "a\n«b1»\nc\n", "B", "b1\nc\n", "B\nc\n"),
      ("twice there, once at its place", "a\n«b»\nc\n", "B", "a\nb\nc\nb\n", "a\nB\nc\nb\n"),
      ("twice there, moved", "a\n«b1»\nc\n", "B", "0\na\nb1\nc\nb1\n", nil),
      ("twice there, one in the other", "1\n«aa»\n", "B", "0\n1\naaa\n", nil),
      ("gone", "a\n«b»\nc\n", "B", "a\nx\nc\n", nil),
      ("shorter than the place", "a\n«bcdef»\n", "B", "a\n", nil),
      ("the file is gone", "a\n«b»\nc\n", "B", nil, nil),
      ("the file is empty", "a\n«b»\nc\n", "B", "", nil),
      ("appended", "a\n«»", "b\n", "a\n", "a\nb\n"),
      ("appended after others", "a\n«»", "b\n", "a\nx\n", "a\nx\nb\n"),
      ("appended after a line without end", "a\n«»", "b\n", "a\nx", "a\nx\nb\n"),
      ("appended to less", "a\nb\n«»", "c\n", "a\n", "a\nc\n"),
      ("appended to nothing", "a\n«»", "b\n", "", "b\n"),
      ("brought back into another file", "a\n«»c\n", "b\n", "a\nc\nd\n", "a\nc\nd\nb\n"),
      ("a new file", nil, "b\n", nil, "b\n"),
      ("a new file that is there by now", nil, "b\n", "a", "a\nb\n"),
      ("an empty file", "«»", "b\n", "", "b\n"),
    ]

  @Test(arguments: table.indices)
  func isMade(index: Int) throws {
    let (name, seen, new, found, result) = Self.table[index]
    let change = Self.change(seen, by: new)
    let bytes = found.map { Array($0.utf8) }
    guard let result else {
      let fault = #expect(throws: Diagnostic.self, "\(name)") { try change.rebased(onto: bytes) }
      #expect(fault?.code == .changedMeanwhile, "\(name)")
      return
    }
    let made = try change.rebased(onto: bytes)
    #expect(made.result.map { String(decoding: $0, as: UTF8.self) } == result, "\(name)")
    // What was made at another place is taken back at that place.
    let back = try made.change.inverse.rebased(onto: made.result)
    #expect(back.result == bytes, "\(name)")
    #expect(try back.change.inverse.rebased(onto: bytes).result == made.result, "\(name)")
  }

  @Test(arguments: table.indices)
  func isItsInverseTwice(index: Int) {
    let (name, seen, new, _, _) = Self.table[index]
    let change = Self.change(seen, by: new)
    #expect(change.inverse.inverse == change, "\(name)")
    let edit = CorpusEdit("claim @a", [change, change.inverse])
    #expect(edit.inverse.inverse == edit)
    #expect(edit.inverse.changes == [change, change.inverse])
  }

  /// A file that came in goes; what others have written into it stays.
  @Test func aNewFileIsTakenBack() throws {
    let back = Self.change(nil, by: "b\n").inverse
    #expect(back.after == nil)
    #expect(try back.rebased(onto: Array("b\n".utf8)).result == nil)
    let kept = try back.rebased(onto: Array("b\n\nc\n".utf8))
    #expect(kept.result == Array("\nc\n".utf8))
    #expect(try kept.change.inverse.rebased(onto: kept.result).result == Array("b\n\nc\n".utf8))
    #expect(throws: Diagnostic.self) { try back.rebased(onto: Array("c\n".utf8)) }
    #expect(throws: Diagnostic.self) { try back.rebased(onto: nil) }
  }

  /// The change of a text in which « and » stand around what gives way.
  private static func change(_ marked: String?, by new: String) -> FileChange {
    let parts = marked?.split(omittingEmptySubsequences: false) { "«»".contains($0) } ?? []
    let bytes = parts.map { Array($0.utf8) }
    let start = bytes.first?.count ?? 0
    let length = bytes.count > 1 ? bytes[1].count : 0
    return FileChange(
      path: "a.assay", replacing: start..<(start + length),
      of: marked.map { _ in bytes.flatMap { $0 } }, by: Array(new.utf8))
  }
}
