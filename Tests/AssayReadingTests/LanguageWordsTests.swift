import AssayReading
import Testing

/// Laws of the sections of the language files that hold words of sentences and names.
@Suite struct LanguageWordsTests {
  static let abbreviations = [
    "abbreviations leading", "abbreviations inner", "abbreviations numbering",
  ]

  @Test(arguments: LanguageFile.all.map(\.tag))
  func hasEverySection(tag: String) throws {
    let language = try #require(LanguageFile.of(tag: tag))
    for section in Self.abbreviations + ["openers", "common"] {
      #expect(!language.words(section).isEmpty, "\(section)")
    }
  }

  @Test(arguments: LanguageFile.all.map(\.tag))
  func wordsAreSmallAndThereOnce(tag: String) throws {
    let language = try #require(LanguageFile.of(tag: tag))
    for section in Self.abbreviations + ["openers", "common"] {
      let words = language.words(section)
      #expect(Set(words).count == words.count, "\(section)")
      for word in words { #expect(word.lowercased() == word, "\(section)") }
    }
    for word in Self.abbreviations.flatMap({ language.words($0) }) {
      #expect(word.utf8.count <= 8 && word.last != ".", "\(word)")
    }
  }

  @Test func tagsAreRead() {
    #expect(LanguageFile.of(tag: "en-US")?.tag == "en")
    #expect(LanguageFile.of(tag: "ES")?.tag == "es")
    #expect(LanguageFile.of(tag: "xx") == nil)
  }
}
