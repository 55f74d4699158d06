import AssayModel
import AssayReading
import AssayText

/// Small texts, their word index, and what is found in them without one.
struct WordSamples {
  /// Documents, each a list of paragraphs, each a list of sentences.
  typealias Documents = [[[String]]]

  let documents: Documents
  let index: WordIndex
  /// The words of each passage.
  let passages: [[String]]

  init(_ documents: Documents, path: String? = nil) throws {
    self.documents = documents
    index = try Self.build(documents, path)
    passages = documents.flatMap { $0.flatMap { $0 } }.map(Self.words)
  }

  static let identity = WordIndex.Identity(first: 1, second: 2)

  static func build(_ documents: Documents, _ path: String? = nil) throws -> WordIndex {
    var builder = try WordIndexBuilder.begin(path, identity)
    var key: Int32 = 0
    for (number, document) in documents.enumerated() {
      builder.beginDocument(source: Int32(number + 1))
      var start: Int32 = 0
      for (paragraph, sentences) in document.enumerated() {
        for (sentence, text) in sentences.enumerated() {
          key += 1
          let bytes = Array(text.utf8)
          try bytes.withUnsafeBufferPointer {
            try builder.addPassage(
              $0, key: key, paragraph: Int32(paragraph + 1), sentence: Int32(sentence + 1),
              start: start)
          }
          start += Int32(bytes.count + 1)
        }
      }
    }
    return try builder.finish(.idle)
  }

  static func words(of text: String) -> [String] {
    WordFolding.words(of: text).split(separator: " ").map(String.init)
  }

  var all: TextScope { TextScope(allOf: index) }

  /// Matches as their words, in order.
  func matches(
    _ pattern: String, _ reach: WordPattern.Reach = .sentence, in scope: TextScope? = nil
  ) throws -> [String] {
    let matcher = PatternMatcher(try WordPattern(reading: pattern), in: index, .idle)
    let found = try matcher.matches(reach, in: scope ?? all)
    return (0..<found.count).map { row in
      let start = Int(found.starts[row])
      return (start..<start + Int(found.lengths[row])).map { index.text(of: index.word(at: $0)) }
        .joined(separator: " ")
    }
  }

  /// Made-up documents of few different words.
  static func random(_ random: inout some RandomNumberGenerator) -> Documents {
    let words = ["a", "b", "c", "ab", "abc", "Ába", "d"]
    return (0..<Int.random(in: 1...4, using: &random)).map { _ in
      (0..<Int.random(in: 0...4, using: &random)).map { _ in
        (0..<Int.random(in: 1...3, using: &random)).map { _ in
          (0..<Int.random(in: 0...9, using: &random)).map { _ in
            words[Int.random(in: 0..<words.count, using: &random)]
          }.joined(separator: [" ", ", ", "-"][Int.random(in: 0..<3, using: &random)])
        }
      }
    }
  }
}
