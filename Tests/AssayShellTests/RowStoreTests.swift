import AssayModel
import Glibc
import Testing

@testable import AssayShell

/// The rows that the prompt keeps.
@Suite struct RowStoreTests {
  static let columns = [Column("a", .text), Column("b", .number), Column("c", .date)]

  private func row(_ cells: [String?]) -> RowBuffer {
    var row = RowBuffer()
    for cell in cells { if let cell { row.append(cell) } else { row.appendMissing() } }
    return row
  }

  private func cells(_ row: RowBuffer) -> [String?] {
    (0..<row.count).map { row.isMissing($0) ? nil : row.text(of: $0) }
  }

  private func all(_ store: RowStore) -> [[String?]] {
    var reader = RowStoreReader(store)
    var (row, found) = (RowBuffer(), [[String?]]())
    while reader.next(into: &row) { found.append(cells(row)) }
    return found
  }

  /// Cells of every length that changes the way they are kept.
  static let rows: [[String?]] = [0, 1, 126, 127, 128, 16_382, 16_384, 300_000].flatMap { size in
    let text = String(repeating: "x", count: size)
    return [[text, nil, "é"], [nil, nil, nil], ["", text, nil]]
  }

  @Test(arguments: [1, 100, 40_000, 8 << 20])
  func givesBackWhatItGot(limit: Int) {
    let store = RowStore(memoryLimit: limit)
    store.begin(Self.columns)
    for cells in Self.rows { store.append(row(cells)) }
    store.end(ResultSummary(rowCount: Self.rows.count))
    #expect(store.rowCount == Self.rows.count)
    #expect(store.columns == Self.columns)
    #expect(all(store) == Self.rows)
    #expect(all(store) == Self.rows)
    #expect(limit > 1000 || store.memoryByteCount < store.byteCount)
  }

  /// A reader goes on where rows are added, from memory into the file and back.
  @Test(arguments: [1, 5000, 8 << 20])
  func isReadWhileItGrows(limit: Int) {
    let store = RowStore(memoryLimit: limit)
    store.begin(Self.columns)
    var (behind, row) = (RowStoreReader(store), RowBuffer())
    var found: [[String?]] = []
    for (index, cells) in Self.rows.enumerated() {
      store.append(self.row(cells))
      guard index % 5 == 4 else { continue }
      while behind.next(into: &row) { found.append(self.cells(row)) }
      #expect(found.count == index + 1)
    }
    while behind.next(into: &row) { found.append(cells(row)) }
    #expect(found == Self.rows)
    var end = RowStoreReader(store, atEnd: true)
    let hadNone = !end.next(into: &row)
    store.append(self.row(["z", nil, nil]))
    let hasOne = end.next(into: &row)
    #expect(hadNone && hasOne)
    #expect(cells(row) == ["z", nil, nil])
  }

  @Test func keepsTheFirstRowsAfterACut() {
    let store = RowStore()
    store.begin(Self.columns)
    store.append(row(["1", nil, nil]))
    store.cut("interrupted")
    store.cut("another reason")
    store.append(row(["2", nil, nil]))
    #expect(store.cutReason == "interrupted")
    #expect(all(store) == [["1", nil, nil]])
    let small = RowStore(memoryLimit: 1, mayWriteFiles: false)
    small.begin(Self.columns)
    small.append(row(["1", nil, nil]))
    small.append(row(["2", nil, nil]))
    #expect(small.cutReason == "safe mode writes no files")
    #expect(all(small) == [["1", nil, nil]])
    let whole = RowStore()
    whole.begin(Self.columns)
    whole.end(ResultSummary(rowCount: 0))
    whole.cut("too late")
    #expect(whole.cutReason == nil)
  }
}

/// What is decided about a pager without starting one.
@Suite struct PagerChoiceTests {
  /// A setting, `PAGER`, and the command; `PATH` has a `less` unless it is said not to.
  static let choices: [(setting: PagerSetting, variable: String?, command: String?)] = [
    (.auto, nil, "less"), (.auto, "more", "more"), (.auto, "", nil), (.auto, " ", nil),
    (.auto, "cat", nil), (.always, "less -S", "less -S"), (.never, "less", nil),
    (.command("most"), "less", "most"), (.command("most"), "", "most"),
  ]

  @Test(arguments: choices)
  func isChosen(setting: PagerSetting, variable: String?, command: String?) {
    let folder = ScratchFolder()
    folder.write("less", "")
    chmod(folder.path + "/less", 0o755)
    let found = PagerProgram(setting) { $0 == "PAGER" ? variable : folder.path }
    #expect(found?.command == command)
  }

  @Test func isNoneWithoutLess() {
    let folder = ScratchFolder()
    #expect(PagerProgram(.auto) { $0 == "PAGER" ? nil : folder.path } == nil)
  }

  /// A command, `LESS`, and whether colours go to it.
  static let colored: [(command: String, less: String?, passes: Bool)] = [
    ("less", nil, true), ("/usr/bin/less", nil, true), ("less", "FX", false), ("less", "-R", true),
    ("less -r", "FX", true), ("less --RAW-CONTROL-CHARS", "", true), ("less", "", false),
    ("more", nil, false), ("most -R", nil, false), ("nless -R", "R", false),
  ]

  @Test(arguments: colored)
  func passesColors(command: String, less: String?, passes: Bool) throws {
    let program = try #require(PagerProgram(.command(command)))
    #expect(program.passesColors { $0 == "LESS" ? less : nil } == passes)
  }

  /// A text, and whether it fits on 4 lines of 10 columns.
  static let fitting: [(text: String, fits: Bool)] = [
    ("", true), ("a\nb\nc\n", true), ("a\nb\nc", true), ("a\nb\nc\nd\n", false),
    ("\n\n\n", true), ("\n\n\n\n", false), ("aaaaaaaaaa\nb\nc\n", true),
    ("aaaaaaaaaaa\nb\nc\n", false), ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n", false),
    ("éééééééééé\nb\nc\n", true), ("中中中中中\nb\nc\n", true), ("中中中中中中\nb\nc\n", false),
    ("a\tb\nb\nc\n", true), ("a\tb\tc\nb\nc\n", false),
    ("\u{1B}[1maaaaaaaaaa\u{1B}[0m\nb\nc\n", true),
  ]

  @Test(arguments: fitting)
  func knowsWhatFits(text: String, fits: Bool) {
    #expect(ScreenFit.fits(Array(text.utf8), rows: 4, columns: 10) == fits)
    #expect(
      ScreenFit.withoutColors("\u{1B}[1ma\u{1B}[0m\u{1B}[2;3mb".utf8) == Array("ab".utf8))
  }

  static let times: [(microseconds: Int, words: String)] = [
    (0, "0.0 ms"), (49, "0.0 ms"), (50, "0.1 ms"), (12_340, "12.3 ms"), (999_940, "999.9 ms"),
    (1_000_000, "1.00 s"), (61_239_000, "61.24 s"),
  ]

  @Test(arguments: times)
  func writesTimes(microseconds: Int, words: String) {
    #expect(Stopwatch.words(.microseconds(microseconds)) == words)
  }
}
