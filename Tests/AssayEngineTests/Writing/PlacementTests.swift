import Testing

/// The file into which a record goes, and what it becomes there.
@Suite struct PlacementTests {
  /// The files of a corpus, the records that are added, and where they are told to be.
  static let table: [(name: String, files: [String: String], added: String, told: [String])] = [
    (
      "where the claims of its source are",
      ["claims/a.assay": claim("a1", "a"), "claims/b.assay": claim("b1", "b")], claim("a2", "a"),
      ["added claim @a2  claims/a.assay:3"]
    ),
    (
      "the last of several files with claims of its source",
      ["claims/1.assay": claim("a1", "a"), "claims/2.assay": claim("a2", "a") + claim("b1", "b")],
      claim("a3", "a"), ["added claim @a3  claims/2.assay:4"]
    ),
    (
      "one file for all",
      ["claims/all.assay": claim("a1", "a")], claim("b1", "b"),
      ["added claim @b1  claims/all.assay:3"]
    ),
    (
      "a file of its own for another source",
      ["claims/a.assay": claim("a1", "a")], claim("b1", "b"),
      ["added claim @b1  claims/b.assay:1"]
    ),
    (
      "a source that is not ASCII",
      ["claims/crónica.assay": claim("c1", "crónica")], claim("n1", "años"),
      ["added claim @n1  claims/años.assay:1"]
    ),
    (
      "a source and its first claims",
      ["claims/a.assay": claim("a1", "a")],
      claim("z1", "z") + "source z { title \"Z\" }\n" + claim("z2", "z"),
      [
        "added claim @z1  claims/z.assay:1", "added source @z  corpus.assay:11",
        "added claim @z2  claims/z.assay:3",
      ]
    ),
    (
      "a file that no pattern reaches is not made",
      ["claims/a.assay": claim("a1", "a"), "corpus.assay": head + "use \"claims/a.assay\"\n"],
      claim("b1", "b"), ["added claim @b1  claims/a.assay:3"]
    ),
    (
      "the first link into the file of its name",
      ["claims/a.assay": claim("a1", "a") + claim("a2", "a"), "claims/links.assay": ""],
      "link l @a1 supports @a2", ["added link @l  claims/links.assay:1"]
    ),
    (
      "the first link without such a file",
      ["claims/a.assay": claim("a1", "a") + claim("a2", "a")], "link l @a1 supports @a2",
      ["added link @l  corpus.assay:11"]
    ),
    (
      "a corpus in one file",
      ["corpus.assay": head + claim("a1", "a")], claim("a2", "a") + "entity e: place {name \"E\"}",
      ["added claim @a2  corpus.assay:10", "added entity @e  corpus.assay:12"]
    ),
    (
      "a file without an end of its last line",
      ["claims/a.assay": "claim a1 from @a { says \"A.\" }"], claim("a2", "a"),
      ["added claim @a2  claims/a.assay:3"]
    ),
    (
      "a file that ends in an empty line",
      ["claims/a.assay": claim("a1", "a") + "\n"], claim("a2", "a"),
      ["added claim @a2  claims/a.assay:3"]
    ),
  ]

  private static let head = """
    corpus c {}
    source a { title "A" }

    source b { title "B" }

    source años { title "C" }
    source crónica { title "D" }

    """

  private static func claim(_ id: String, _ source: String) -> String {
    "claim \(id) from @\(source) { says \"Said \(id).\" }\n"
  }

  @Test(arguments: table.indices)
  func goesInto(index: Int) throws {
    let (name, files, added, told) = Self.table[index]
    let folder = ScratchFolder()
    folder.write("corpus.assay", Self.head + "\nuse \"claims/*.assay\"\n")
    for (path, text) in files { folder.write(path, text) }
    let outcome = try Program.run([".", "-c", added], in: folder.path)
    #expect(outcome.code == 0, "\(name)\n\(outcome.errorText)")
    let lines = outcome.errorText.split(separator: "\n").map(String.init)
    #expect(lines == told, "\(name)")
    #expect(try Program.run(["check", "."], in: folder.path).code == 0, "\(name)")
    for line in lines {
      let parts = line.split(separator: " ")
      let place = parts[3].split(separator: ":")
      let text = String(decoding: folder.read(String(place[0])) ?? [], as: UTF8.self)
      let row = text.split(separator: "\n", omittingEmptySubsequences: false)[
        (Int(place[1]) ?? 1) - 1]
      #expect(row.hasPrefix("\(parts[1]) \(parts[2].dropFirst())"), "\(line)")
    }
  }
}
