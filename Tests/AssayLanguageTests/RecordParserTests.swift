import AssayLanguage
import AssayModel
import AssayText
import Testing

@Suite struct RecordParserTests {
  /// Every kind of record, with every form of field.
  static let corpus = """
    corpus peru { title "Peru"; note "n" }
    use "claims/*.assay"

    source defense-news-2012 {
      title "…"; kind wire
      published 2012-10-07
      derives from @a copies
      derives from @b quotes
      reliability B   # a grade
      tags a, b
    }
    entity peru: place { name "Peru"; also "Perú", "Republic of Peru"; part of @south-america }
    predicate gives-aid { label "gives aid to"; object place, group; value money; one; changes; inverse gets-aid }
    question bases "Bases?" { answer yes "It does"; answer no "It does not" }
    claim aid-2012 from @defense-news-2012 {
      says "84 million dollars."
      fact not @united-states gives-aid @peru = 84 million USD
      when 2012 ; by @crs via @one, @two
      answers @bases yes
      purpose @counter-narcotics
      growth = -3%
      berths >= 11
      until = 2012~
    }
    link l1 @a contradicts @b
    judgement j1 on claim @aid-2012 { credibility 2; likelihood very-likely; analyst "me"; dated 2024-01-02 }
    """

  @Test func readsOneAfterTheOther() {
    var parser = RecordParser(SourceText(name: "", Self.corpus))
    let bytes = Array(Self.corpus.utf8)
    var previous = 0
    var texts: [String] = []
    while let item = parser.next() {
      let text = String(decoding: bytes[previous..<parser.endOfLastItem], as: UTF8.self)
      texts.append(String(text.drop { $0.isWhitespace }))
      if case .record(let record) = item {
        #expect(record.span.end == parser.endOfLastItem)
        #expect(
          record.line == SourceText(name: "", Self.corpus).position(of: record.span.start).line)
      }
      previous = parser.endOfLastItem
    }
    #expect(parser.faults.isEmpty, "\(parser.faults.map(\.message))")
    #expect(texts.count == 9)
    #expect(texts.allSatisfy { $0.hasSuffix("}") || $0.hasSuffix("\"") || $0.hasSuffix("@b") })
    #expect(texts[0] == "corpus peru { title \"Peru\"; note \"n\" }")
    #expect(texts[1] == "use \"claims/*.assay\"")
    #expect(texts[3].hasPrefix("entity peru"))
  }

  @Test func scriptsAcceptWhatCorporaDo() throws {
    #expect(try read(Self.corpus).get().count == 9)
  }

  /// Corpus text with its faults marked, the code of the first and a part of its hint.
  static let faults: [(marked: String, code: DiagnosticCode, hint: String?)] = [
    ("«sorce» a { title \"x\" }", .unknownRecordKind, "`source`"),
    ("source a { «titel» \"x\" }", .unknownField, "`title`"),
    ("source a { title \"x\"; «colour» \"red\" }", .unknownField, "fields:"),
    ("source a { title \"x\"; kind «newspaper» }", .unknownValue, "one of"),
    ("source a { title \"x\"; kind «blgo» }", .unknownValue, "`blog`"),
    ("source «a» { }", .missingField, "title"),
    ("source «a»", .missingField, "title"),
    ("source a { title \"x\"; «title \"y\"» }", .repeatedField, nil),
    ("source a { title \"x\" «\"y\"» }", .unexpectedToken, nil),
    ("source a { title «}»", .unexpectedToken, nil),
    ("source a { title «x» }", .unexpectedToken, nil),
    ("source a «{» title \"x\"", .unclosed, "`}`"),
    ("source a «{» title \"x\"\nsource b { title \"y\" }", .unclosed, "`}`"),
    ("source a «{» title \"x\"\nlink l @a supports @b", .unclosed, "`}`"),
    ("source a { title \"x\" } «}»", .unexpectedToken, nil),
    ("source a { title \"x\" «{» kind blog } \n kind blog }", .unexpectedToken, "closed"),
    ("source «{» title \"x\" }", .unexpectedToken, nil),
    ("source «5» { title \"x\" }", .unexpectedToken, nil),
    ("entity a «{» name \"x\" }", .unexpectedToken, nil),
    ("entity a: «city» { name \"x\" }", .unknownValue, "one of"),
    ("source a «b» { title \"x\" }", .unexpectedToken, nil),
    ("source a { title \"x\"; published «2012-02-30» }", .impossibleDate, "dates:"),
    ("source a { title \"x«\\y»\" }", .badEscape, nil),
    ("source a { title «\"»x }\n }", .unterminatedText, nil),
    ("source a { title \"x\"; tags a, «}»", .unexpectedToken, nil),
    ("claim c from @s { says \"x\"; fact @a b = 84 «milion» USD }", .unknownUnit, "`million`"),
    ("claim c from @s { says \"x\"; fact @a b = «300..100» t }", .badNumber, nil),
    ("claim c from @s { says \"x\"; fact «a» b }", .unexpectedToken, nil),
    ("judgement j on claim @c { credibility «7»; analyst \"x\"; dated 2012 }", .outOfRange, nil),
    ("judgement j on «@c» { analyst \"x\"; dated 2012 }", .unexpectedToken, nil),
    ("corpus c { «titel» \"x\" }", .unknownField, "`title`"),
    ("corpus c { title \"x\"; «title» \"y\" }", .repeatedField, nil),
    ("use «»", .unexpectedToken, nil),
    ("use \"a\" «\"b\"»", .unexpectedToken, nil),
    ("use \"a\" «{» title \"x\" }", .unexpectedToken, nil),
    ("«{» }", .unexpectedToken, nil),
    ("«\u{1}\u{1}»", .unreadableCharacter, nil),
  ]

  @Test(arguments: faults)
  func reportsFaults(marked: String, code: DiagnosticCode, hint: String?) throws {
    let corpus = MarkedText(marked)
    var parser = RecordParser(SourceText(name: "", corpus.text))
    while parser.next() != nil {}
    let fault = try #require(parser.faults.first)
    #expect(parser.faults.map(\.span) == corpus.spans, "\(parser.faults.map(\.message))")
    #expect(fault.code == code)
    if let hint { #expect(fault.hint?.contains(hint) == true, "\(fault.hint ?? "none")") }
  }

  @Test func goesOnBehindAFault() {
    let text = """
      source a { title "x" }
      source b { titel "x" }
      source c { title "x"
      source d { title "x" }
      )(
      source e { title "x" }
      }
      source f { title "x" }
      """
    var parser = RecordParser(SourceText(name: "", text))
    var ids: [String] = []
    while let item = parser.next() {
      if case .record(let record) = item { ids.append(record.id.id) }
    }
    #expect(ids == ["a", "d", "e", "f"])
    #expect(
      parser.faults.map(\.code) == [.unknownField, .unclosed, .unexpectedToken, .unexpectedToken])
  }
}
