import AssayText
import Glibc
import Testing

/// What `assay export` never writes over, and the snapshots that go out and come back.
@Suite struct ExchangeSafetyTests {
  private func run(_ arguments: [String], _ folder: ScratchFolder) throws -> Program.Outcome {
    try Program.run(arguments, in: folder.path)
  }

  /// A corpus with a page that was ingested, so that it has a snapshot.
  private func corpus(in folder: ScratchFolder) throws {
    folder.write(
      "c/claims.assay", "claim wide from @page { says \"It is wide.\"; quote \"is wide\" }\n")
    folder.write("c/corpus.assay", "corpus c { title \"C\" }\n")
    folder.write(
      "page.html",
      "<html><head><title>The ford</title></head><body><p>The river is wide.</p></body></html>")
    let came = try run(["ingest", "page.html", "--corpus", "c", "--as", "page"], folder)
    #expect(came.code == 0, "\(came.errorText)")
    folder.write(
      "c/corpus.assay",
      String(decoding: try #require(folder.read("c/corpus.assay")), as: UTF8.self)
        + "\nuse \"claims.assay\"\n")
    #expect(try run(["check", "c"], folder).code == 0)
  }

  private func state(of folder: ScratchFolder) throws -> String {
    try Program.shell(
      "find c -type f -not -path '*/.assay/*' | sort | xargs sha256sum", in: folder.path
    ).text
  }

  @Test func nothingOfTheCorpusIsWrittenOver() throws {
    let folder = ScratchFolder()
    try corpus(in: folder)
    let before = try state(of: folder)
    #expect(symlink("c", folder.path + "/other") == 0)
    #expect(symlink("c/claims.assay", folder.path + "/link.jsonl") == 0)
    #expect(symlink("c/documents/new.md", folder.path + "/new.jsonl") == 0)
    for target in [
      "c/claims.assay", "c/corpus.assay", "c/documents/page.md", "c/documents/new.md",
      "other/claims.assay", "c/./documents/../claims.assay", "link.jsonl", "new.jsonl",
      "c/snapshots/a", "c/reviews/a.review", "c/proposals/a", "elsewhere.assay",
      "c/.assay/index.db",
    ] {
      for format in ["jsonl", "sqlite", "turtle"] {
        let out = try run(["export", format, "c", "--to", target], folder)
        #expect(out.code == 4 && out.errorText.contains("F202"), "\(target) \(out.errorText)")
      }
    }
    let table = try run(["export", "csv", "c", "--to", "c"], folder)
    #expect(table.code == 4, "\(table.errorText)")
    #expect(try state(of: folder) == before)
    #expect(try run(["export", "jsonl", "c", "--to", "c/all.jsonl"], folder).code == 0)
    #expect(try run(["export", "jsonl", "c", "--to", "c/all.jsonl"], folder).code == 0)
  }

  @Test func databasesOfOthersStay() throws {
    let folder = ScratchFolder()
    try corpus(in: folder)
    #expect(try run(["export", "c", "--to", "a.db"], folder).code == 0)
    #expect(try run(["export", "c", "--to", "a.db"], folder).code == 0)
    #expect(try run(["export", "jsonl", "c", "--to", "a.jsonl"], folder).code == 0)
    _ = try run(["words", "c"], folder)
    let index = try #require(folder.read("c/.assay/index.db"))
    folder.write("index.db", index)
    let out = try run(["export", "c", "--to", "index.db"], folder)
    #expect(out.code == 4 && out.errorText.contains("is no export"), "\(out.errorText)")
    #expect(folder.read("index.db") == index)
  }

  @Test(arguments: [("jsonl", "out.jsonl"), ("sqlite", "out.sqlite"), ("csv", "out")])
  func snapshotsComeBack(format: String, path: String) throws {
    let folder = ScratchFolder()
    try corpus(in: folder)
    let out = try run(["export", format, "c", "--to", path], folder)
    #expect(out.code == 0 && out.errorText.contains("1 snapshot"), "\(out.errorText)\(out.text)")
    folder.write("d/corpus.assay", "corpus d { title \"D\" }\n")
    let trial = try run(["import", path, "d", "--format", format, "--dry-run"], folder)
    #expect(trial.code == 0 && trial.text.contains("1 snapshot"), "\(trial.errorText)")
    #expect(access(folder.path + "/d/snapshots", F_OK) != 0)
    let came = try run(["import", path, "d", "--format", format], folder)
    #expect(came.code == 0 && came.text.contains("1 document, 1 snapshot"), "\(came.errorText)")
    #expect(try run(["check", "d"], folder).code == 0)
    let same = try Program.shell(
      "diff -r c/snapshots d/snapshots && diff -r c/documents d/documents && echo same",
      in: folder.path)
    #expect(same.text == "same\n")
    let origin = try run(["d", "-c", "origin @wide"], folder)
    #expect(origin.text.contains("byte for byte") || origin.text.contains("snapshot"))
    let again = try run(["import", path, "d", "--format", format], folder)
    #expect(again.text == "4 are there already and the same\n", "\(again.text)\(again.errorText)")
    let left = try Program.shell("ls d/.assay/files 2>/dev/null | wc -l", in: folder.path)
    #expect(left.text.contains("0"))
  }

  @Test func turtleLeavesThemOut() throws {
    let folder = ScratchFolder()
    try corpus(in: folder)
    let out = try run(["export", "c", "--to", "a.ttl"], folder)
    #expect(out.errorText.contains("not carried: 1 document, 1 snapshot"), "\(out.errorText)")
    folder.write("d/corpus.assay", "corpus d { title \"D\" }\n")
    folder.write("d/documents/page.md", try #require(folder.read("c/documents/page.md")))
    let came = try run(["import", "a.ttl", "d"], folder)
    #expect(came.code == 0, "\(came.errorText)")
    #expect(came.text.contains("`snapshot` left out of 1 source"), "\(came.text)")
    #expect(try run(["check", "d"], folder).code == 0)
  }

  /// With one snapshot that is not what its name says nothing comes in.
  @Test func changedSnapshotsAreFaults() throws {
    let folder = ScratchFolder()
    try corpus(in: folder)
    #expect(try run(["export", "csv", "c", "--to", "out"], folder).code == 0)
    _ = try Program.shell("for f in out/snapshots/*; do echo x >> $f; done", in: folder.path)
    folder.write("d/corpus.assay", "corpus d { title \"D\" }\n")
    let came = try run(["import", "out", "d"], folder)
    #expect(
      came.code != 0 && came.errorText.contains("does not have the bytes"), "\(came.errorText)")
    #expect(access(folder.path + "/d/documents", F_OK) != 0)
  }

  @Test func annotationsOfOthersComeOnce() throws {
    let folder = ScratchFolder()
    folder.write("d/corpus.assay", "corpus d { title \"D\" }\n")
    folder.write(
      "a.jsonld",
      """
      [{"id": "http://example.org/1", "type": "Annotation", "body": {"value": "It is long"},
        "target": {"source": "http://example.org/page"}},
       {"type": "Annotation", "body": {"value": "It is wide"},
        "target": {"source": "http://example.org/page"}}]
      """)
    let arguments = ["import", "a.jsonld", "d", "--format", "web-annotation"]
    #expect(try run(arguments, folder).text == "added 1 source, 2 claims\n")
    #expect(try run(arguments, folder).text.hasSuffix("2 are there already and the same\n"))
  }

  @Test func hintsFitTheCommandLine() throws {
    let folder = ScratchFolder()
    try corpus(in: folder)
    #expect(try run(["export", "jsonl", "c", "--to", "a.jsonl"], folder).code == 0)
    folder.write("a.jsonld", "{}")
    let which = try run(["import", "a.jsonld", "c"], folder)
    #expect(which.errorText.contains("say which with `--format`"), "\(which.errorText)")
    let wrong = try run(["import", "a.jsonl", "c", "--format", "web-annotation"], folder)
    #expect(
      wrong.errorText.contains("this is no file of the format `web-annotation`"),
      "\(wrong.errorText)")
    #expect(wrong.errorText.split(separator: "\n").allSatisfy { $0.utf8.count < 400 })
    let bad = try run(["ingest", "a.jsonl", "--corpus", "c", "--as", "Bad Id!"], folder)
    #expect(bad.code == 2 && bad.errorText.contains("`Bad Id!` is no id"), "\(bad.errorText)")
    let known = try run(["ingest", "page.html", "--corpus", "c"], folder)
    #expect(known.text.contains("the snapshot of @page, byte for byte"), "\(known.text)")
  }

  @Test func refetchSaysWhatWasEdited() throws {
    let folder = ScratchFolder()
    try corpus(in: folder)
    let text = String(decoding: try #require(folder.read("c/documents/page.md")), as: UTF8.self)
    // The digest holds a document to its bytes, so it goes with the edit.
    folder.write(
      "c/documents/page.md", text.replacing("The river is wide", with: "The old river is wide"))
    _ = try Program.shell("sed -i '/ digest /d' c/corpus.assay", in: folder.path)
    let report = try run(["refetch", "page", "page.html", "--corpus", "c"], folder)
    #expect(report.text.contains("is not what its snapshot gives"), "\(report.text)")
    #expect(!report.text.contains("The captures are the same"))
    let kept = try run(["refetch", "page", "page.html", "--corpus", "c", "--keep"], folder)
    #expect(kept.text.contains("known    page.html: kept as @page"), "\(kept.text)")
  }
}
