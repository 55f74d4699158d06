import Testing

/// A manifest that was not written by a run is told with its place, and nothing else happens.
@Suite struct ManifestTests {
  static let digest = String(repeating: "0", count: 64)
  /// A manifest that can be read; the digest is that of no files.
  static let sound = """
    {
      "manifest": 1, "program": "0.4.0", "edition": 1, "parameters": {},
      "corpora": [
        {
          "path": "../c", "files": [],
          "digest": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        }
      ],
      "scripts": [
        {
          "path": "../c/analyses/count.assay", "digest": "\(digest)", "corpus": "../c",
          "parameters": {}, "uses": [],
          "outputs": [{"path": "count.txt", "digest": "\(digest)", "bytes": 3}]
        }
      ]
    }
    """

  /// What is put in the place of what, and what is told.
  static let broken: [(old: String, new: String, told: String)] = [
    ("{\n", "", "the text goes on behind its value"),
    ("\"manifest\": 1", "\"manifest\": 2", "this version reads manifests of the form 1"),
    ("\"manifest\": 1", "\"manifest\": 1e0", "a whole number should stand here"),
    ("\"manifest\": 1, ", "", "this object has no `manifest`"),
    ("\"edition\": 1", "\"edition\": 7", "this version runs edition 1"),
    ("\"program\": \"0.4.0\"", "\"program\": null", "a text should stand here, not null"),
    (
      "\"parameters\": {},\n", "\"parameters\": {\"--x\": \"1\"},\n",
      "`--x` is no name of a parameter"
    ),
    (
      "\"parameters\": {},\n", "\"parameters\": {\"x\": 1},\n",
      "a text should stand here, not a number"
    ),
    ("\"edition\"", "\"host\": \"here\", \"edition\"", "a manifest has nothing called `host` here"),
    ("\"edition\"", "\"format\": \"pdf\", \"edition\"", "there is no such format"),
    ("\"edition\"", "\"safe\": \"no\", \"edition\"", "true or false should stand here, not a text"),
    ("\"edition\"", "\"program\": \"\", \"edition\"", "the name `program` stands here twice"),
    ("e3b0", "E3B0", "this is no SHA-256 in hexadecimal"),
    ("e3b0", "e3b1", "this is not the digest of the files below"),
    ("\"corpus\": \"../c\"", "\"corpus\": \"../d\"", "there is no such corpus above"),
    ("\"count.txt\"", "\"../count.txt\"", "`../count.txt` is no output of a run"),
    ("\"count.txt\"", "\"/etc/passwd\"", "`/etc/passwd` is no output of a run"),
    ("\"count.txt\"", "\"manifest.json\"", "`manifest.json` is no output of a run"),
    ("\"count.txt\"", "\"a//b\"", "`a//b` is no output of a run"),
    ("\"count.txt\"", "\"\"", "`` is no output of a run"),
    ("\"count.txt\"", "\"a\\u0000b\"", "a text should stand here"),
    ("\"bytes\": 3", "\"bytes\": -3", "a whole number should stand here"),
    ("\"bytes\": 3", "\"bytes\": 99999999999999999999", "a whole number should stand here"),
    ("\"uses\": []", "\"uses\": {}", "a list should stand here, not an object"),
    ("\"uses\": [],", "", "this object has no `uses`"),
  ]

  @Test(arguments: broken.indices)
  func isToldWithItsPlace(index: Int) throws {
    let (old, new, told) = Self.broken[index]
    let range = try #require(Self.sound.firstRange(of: old))
    let folder = RunCorpus.make()
    folder.write("o/manifest.json", Self.sound.replacingCharacters(in: range, with: new))
    for arguments in [["verify", "o"], ["run", "c/analyses/count.assay", "--out", "o"]] {
      let outcome = try Program.run(arguments, in: folder.path)
      #expect(outcome.code == 4, "\(new)")
      #expect(outcome.output.isEmpty)
      #expect(outcome.errorText.hasPrefix("error[F205]: \(told)"), "\(outcome.errorText)")
      #expect(outcome.errorText.contains("--> o/manifest.json:"), "\(outcome.errorText)")
    }
    #expect(!folder.holds("o/count.txt"))
  }

  @Test func aSoundOneIsRead() throws {
    let folder = RunCorpus.make()
    folder.write("o/manifest.json", Self.sound)
    let outcome = try Program.run(["verify", "o"], in: folder.path)
    #expect(outcome.code == 1)
    #expect(outcome.errorText.contains("`o/count.txt` is gone"))
    #expect(
      outcome.errorText.contains("the run was made by assay 0.4.0, this is")
        || !outcome.errorText.contains("made by"))
  }

  static let odd: [[UInt8]] =
    ["", "{", "[]", "null", "\u{0}", "\"", "{}{}"].map { Array($0.utf8) } + [[0xFF]]

  @Test(arguments: odd)
  func anyBytesAreTold(bytes: [UInt8]) throws {
    let folder = RunCorpus.make()
    folder.write("o/manifest.json", bytes)
    let outcome = try Program.run(["verify", "o"], in: folder.path)
    #expect(outcome.code == 4)
    #expect(outcome.errorText.hasPrefix("error[F205]"), "\(outcome.errorText)")
  }
}

extension String {
  /// This text with something else in the place of a part.
  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
