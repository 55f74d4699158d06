import AssayExchange
import AssayModel
import AssayText
import Synchronization
import Testing

@testable import AssayEngine

/// Imports of what other programs call by their own names, and of files that change meanwhile.
@Suite struct ImportOfOthersTests {
  private static let corpus = """
    corpus c { title "C" }
    source editorial { title "Editorial"; url "https://a.example/1" }
    entity n0: person { name "Ann"; also "Anna" }

    """

  static let imports: [(format: String, file: String, first: String, second: String)] = [
    (
      "claim-review",
      """
      [{"@type": "Claim", "text": "A.", "appearance": {"name": "Editorial",
        "url": "https://a.example/1"}}, {"@type": "Claim", "text": "B.", "appearance":
        {"name": "Editorial", "url": "https://a.example/2"}, "author": {"name": "Anna"}}]
      """, "source editorial-2 {", "taken to be records of the corpus: 2 sources, 1 entity"
    ),
    (
      "graphml",
      """
      <graphml><key id="l" for="node" attr.name="label"/><graph>
      <node id="n0"><data key="l">Bob</data></node><node id="n1"><data key="l">Cy</data></node>
      <edge source="n0" target="n1"/></graph></graphml>
      """, "fact @bob linked-to @n1", "2 entities"
    ),
    (
      "follow-the-money",
      #"{"id": "a/1", "schema": "Person", "properties": {"name": ["Jane Doe"]}}"#,
      "entity jane-doe: person {", "1 is there already and the same"
    ),
  ]

  /// A second import adds no source and no entity.
  @Test(arguments: imports)
  func whatCameBeforeIsFound(format: String, file: String, first: String, second: String) throws {
    let folder = ScratchFolder()
    folder.write("c/corpus.assay", Self.corpus)
    folder.write("in", file)
    let came = try Program.run(["import", "in", "c", "--format", format], in: folder.path)
    #expect(came.code == 0, "\(came.errorText)")
    let text = String(decoding: try #require(folder.read("c/corpus.assay")), as: UTF8.self)
    #expect(text.contains(first), "\(text)")
    let again = try Program.run(["import", "in", "c", "--format", format], in: folder.path)
    #expect(again.code == 0 && again.text.contains(second), "\(again.text)\(again.errorText)")
    let after = String(decoding: try #require(folder.read("c/corpus.assay")), as: UTF8.self)
    for kind in ["\nsource ", "\nentity "] {
      #expect(after.ranges(of: kind).count == text.ranges(of: kind).count)
    }
  }

  @Test func tablesNameTheirSourcesAgain() throws {
    let folder = ScratchFolder()
    folder.write("c/corpus.assay", Self.corpus)
    folder.write("t.csv", "o,s\n!!!,It is.\n???,It was.\nEditorial!,It will.\neditorial,It may.\n")
    let arguments = ["import", "t.csv", "c", "--map", "says=s, source=o"]
    let came = try Program.run(arguments, in: folder.path)
    let line = "added 3 sources, 4 claims\ntaken to be records of the corpus: 1 source\n"
    #expect(came.text == line, "\(came.errorText)")
    let again = try Program.run(arguments, in: folder.path)
    #expect(again.text.hasPrefix("taken to be records of the corpus: 4 sources\n4 are there"))
  }

  /// What is found in a file and what is written come of the same bytes.
  @Test func filesThatChangeMeanwhileStay() throws {
    let folder = ScratchFolder()
    folder.write("c/corpus.assay", Self.corpus)
    folder.write(
      "in.jsonl",
      #"{"kind":"source","id":"editorial","fields":{"title":"Another"}}"# + "\n")
    let changes = Mutex<Int?>(nil)
    let monitor = WorkMonitor(isInterrupted: {
      changes.withLock { count in
        guard let lines = count else { return }
        count = lines + 1
        folder.write("c/corpus.assay", String(repeating: "#\n", count: lines + 1) + Self.corpus)
      }
      return false
    })
    let workspace = try Workspace(folder.path + "/c", monitor: monitor)
    changes.withLock { $0 = 0 }
    var work = CorpusImport(workspace, .jsonl)
    work.replaces = true
    do {
      _ = try work.run(folder.path + "/in.jsonl")
      Issue.record("the file was changed and written")
    } catch {
      #expect(error.all.map(\.code) == [.changedMeanwhile])
    }
    let text = String(decoding: try #require(folder.read("c/corpus.assay")), as: UTF8.self)
    #expect(text.hasSuffix(Self.corpus) && text.hasPrefix("#\n"))
  }
}
