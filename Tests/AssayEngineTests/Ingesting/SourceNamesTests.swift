import Testing

@testable import AssayEngine

/// Ids for new sources.
@Suite struct SourceNamesTests {
  static let stems: [(title: String, stem: String?)] = [
    ("The new bridge", "the-new-bridge"),
    ("Perú, ¿qué pasó?", "peru-que-paso"),
    ("Straße & Co. — 2nd part", "strasse-co-2nd-part"),
    ("2012 in figures", "s-2012-in-figures"),
    ("One two three four five six seven eight", "one-two-three-four-five-six"),
    (String(repeating: "a", count: 80), String(repeating: "a", count: 48)),
    ("Отчёт", nil), ("…", nil), ("", nil), ("Отчёт 2012", "s-2012"),
  ]

  @Test(arguments: stems.indices)
  func isMadeOfTheFirstWords(index: Int) {
    #expect(SourceNames.stem(of: Self.stems[index].title) == Self.stems[index].stem)
  }

  @Test func isFreeInTheCorpusAndOnTheDisk() throws {
    let corpus = WrittenCorpus()
    corpus.folder.write("documents/levee.md", "In the way.\n")
    var names = SourceNames(try corpus.shell())
    #expect(names.id(for: "S", orFile: "x.md") == "s-2")
    #expect(names.id(for: "Levee", orFile: "x.md") == "levee-2")
    #expect(names.id(for: "Levee", orFile: "x.md") == "levee-3")
    #expect(names.id(for: nil, orFile: "in/The Town.html") == "the-town")
    #expect(names.id(for: "…", orFile: "in/….html") == "source")
  }
}
