import Glibc
import Testing

@testable import AssayShell

@Suite struct HistoryFileTests {
  /// Entries, and the one line each is kept as.
  static let lines: [(entry: String, line: String)] = [
    ("claims | take 3", "claims | take 3"),
    ("claims\n| take 3", #"claims\n| take 3"#),
    (#"where text ~ "\d\n""#, #"where text ~ "\\d\\n""#),
    ("é 中 👩‍🔬\r", #"é 中 👩‍🔬\r"#),
    (#"\"#, #"\\"#),
  ]

  @Test(arguments: lines)
  func lineStandsForItsEntry(entry: String, line: String) {
    #expect(HistoryFile.escaped(entry) == line)
    #expect(HistoryFile.entry(of: line.utf8) == entry)
  }

  @Test(arguments: [#"open \"#, #"unknown \t"#, "", "nul \0"])
  func lineThatNoEntryMakesIsSkipped(line: String) {
    #expect(HistoryFile.entry(of: line.utf8) == nil)
  }

  @Test func brokenUTF8IsSkipped() {
    #expect(HistoryFile.entry(of: [0x61, 0xFF]) == nil)
  }

  @Test func entriesComeBackInTheNextSession() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/not/yet/there/history"
    let first = HistoryFile(path: path)
    #expect(first.entries.isEmpty)
    #expect(first.append("claims\n| take 3"))
    #expect(first.append(#"find "\""#))
    #expect(HistoryFile(path: path).entries == ["claims\n| take 3", #"find "\""#])
    #expect(first.problem == nil)
  }

  @Test func blankSecretAndRepeatedAreNotKept() {
    let history = HistoryFile(path: nil)
    let kept = ["a", "a", "", " \n", " secret", "b", "a"].map { history.append($0) }
    #expect(kept == [true, false, false, false, false, true, true])
    #expect(history.entries == ["b", "a"])
  }

  @Test func entryThatComesAgainMovesToTheEnd() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/history"
    let first = HistoryFile(path: path)
    for entry in ["a", "b", "a", "c", "b"] { first.append(entry) }
    #expect(first.entries == ["a", "c", "b"])
    #expect(HistoryFile(path: path).entries == ["a", "c", "b"])
    #expect(HistoryFile(path: path, limit: 2).entries == ["c", "b"])
  }

  @Test func shellsSideBySideLoseNothing() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/history"
    await withTaskGroup { group in
      for shell in 0..<8 {
        group.addTask {
          let history = HistoryFile(path: path, limit: 1_000)
          for number in 0..<50 { history.append("shell \(shell)\nentry \(number)") }
        }
      }
    }
    let entries = HistoryFile(path: path, limit: 1_000).entries
    #expect(entries.count == 400)
    for shell in 0..<8 {
      let own = entries.filter { $0.hasPrefix("shell \(shell)\n") }
      #expect(own == (0..<50).map { "shell \(shell)\nentry \($0)" })
    }
  }

  @Test func unreadableLinesAreSteppedOver() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("first\n\\q\n\u{0}\nsecond\nthird, left open", to: "history")
    let history = HistoryFile(path: path)
    #expect(history.entries == ["first", "second", "third, left open"])
    history.append("fourth")
    #expect(HistoryFile(path: path).entries.suffix(2) == ["third, left open", "fourth"])
  }

  @Test(arguments: [(lines: 20, left: 20), (lines: 21, left: 10)])
  func longFileIsCutToItsEnd(lines: Int, left: Int) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write((1...lines).map { "entry \($0)\n" }.joined(), to: "history")
    #expect(symlink(path, folder.path + "/link") == 0)
    let history = HistoryFile(path: folder.path + "/link", limit: 10)
    #expect(history.entries == (lines - 9...lines).map { "entry \($0)" })
    #expect(HistoryFile(path: path).entries.count == left)
    #expect(try folder.names() == ["history", "link"])
  }

  @Test func folderInPlaceOfTheFileIsAProblem() throws {
    let folder = try TemporaryFolder()
    let history = HistoryFile(path: folder.path)
    #expect(history.append("kept in memory"))
    #expect(history.entries == ["kept in memory"])
    #expect(history.problem == "the history can't be written: Is a directory")
  }
}

/// A folder that lasts as long as its test.
private final class TemporaryFolder {
  let path: String

  init() throws {
    var name = Array("/tmp/assay-test-XXXXXX".utf8CString)
    try #require(mkdtemp(&name) != nil)
    path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { removeTree(path) }

  func write(_ text: String, to name: String) throws -> String {
    let file = try #require(fopen(path + "/" + name, "w"))
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
    return path + "/" + name
  }

  func names() throws -> [String] { try #require(Self.names(in: path)).sorted() }

  private static func names(in path: String) -> [String]? {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  private func removeTree(_ path: String) {
    for name in Self.names(in: path) ?? [] where unlink(path + "/" + name) != 0 {
      removeTree(path + "/" + name)
    }
    rmdir(path)
  }
}
