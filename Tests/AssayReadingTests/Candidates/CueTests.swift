import AssayReading
import AssayText
import Testing

/// The cues of a sentence: hedges, speakers, denials, plans, opinions.
@Suite struct CueTests {
  /// A sentence, and its cues as `kind: words`; the words of a speaker are those for who speaks.
  static let english: [(text: String, cues: [String])] = [
    ("The bridge may have cost more.", ["hedge: may"]),
    ("In May 1912 the bridge was opened.", []),
    ("The men were reportedly paid in gold.", ["hedge: reportedly"]),
    ("The house is widely believed to be haunted.", ["hedge: is widely believed to"]),
    ("The mayor is not expected to resign.", ["plan: is not expected to", "denial: not"]),
    ("According to the Ministry of Works, it was repaired.", ["speaker: the Ministry of Works"]),
    ("The mayor said that it was over.", ["speaker: The mayor"]),
    ("The mayor has also said that it was over.", ["speaker: The mayor"]),
    ("“It is over,” said the mayor of Norton.", ["speaker: the mayor of Norton"]),
    ("“It is over,” Ann Smith, the mayor, said on Monday.", ["speaker: Ann Smith"]),
    ("The oil, the report notes, is old.", ["speaker: the report"]),
    ("“He said it was over,” wrote Ann Smith.", ["speaker: Ann Smith"]),
    ("An officer who asked not to be named said so.", ["speaker: An officer", "denial: not"]),
    ("He was told to leave.", []),
    ("He denied the charge.", ["denial: denied", "speaker (weak): He"]),
    ("Officials in Norton claimed the road was closed.", ["speaker: Officials in Norton"]),
    ("The claims of the ministry are old.", []),
    (
      "The figures are high, according to estimates by Norton College.",
      ["estimate: estimates", "speaker: Norton College"]
    ),
    ("Nobody said that it was over.", ["denial: Nobody"]),
    ("Someone said that it was over.", []),
    ("Many say that it was over.", []),
    ("Many officials say that it was over.", ["speaker: Many officials"]),
    ("A report that the authors quote finds that it was over.", ["speaker: A report"]),
    (
      "The mayor said that the men of Norton claimed the road.",
      ["speaker: The mayor", "speaker: the men of Norton"]
    ),
    (
      "An overview of the Norton army in Weston indicates that it was over.",
      ["speaker: An overview of the Norton army in Weston"]
    ),
    ("An estimated 9 men came.", ["estimate: estimated", "hedge: estimated"]),
    ("In the ministry's words, the road was a ruin.", ["speaker: the ministry"]),
    ("Critics were quoted as saying that it was wrong.", ["speaker: Critics"]),
    ("The road is not only long but wide.", []),
    ("It carries no more than nine tons.", []),
    ("Nobody was hurt.", ["denial: Nobody"]),
    ("The ships left without a pilot.", ["denial: without"]),
    ("The will of the king was read.", []),
    ("The council plans to close the road.", ["plan: plans to"]),
    ("If the king came, the town would pay.", []),
    ("The town would pay.", ["plan: would"]),
    ("The road should be closed.", ["opinion: should"]),
    ("Will Smith closed the road.", []),
  ]

  static let spanish: [(text: String, cues: [String])] = [
    ("Según el alcalde, la obra costó más.", ["speaker: el alcalde"]),
    ("El alcalde afirmó que la obra costó más.", ["speaker: El alcalde"]),
    ("La obra costó más, dijo el alcalde de Norton.", ["speaker: el alcalde de Norton"]),
    (
      "La obra costó más, según estimaciones de la Oficina de Obras.",
      ["estimate: estimaciones", "speaker: la Oficina de Obras"]
    ),
    ("Nadie dijo que la obra costó más.", ["denial: Nadie"]),
    ("Alguien dijo que la obra costó más.", []),
    ("La obra habría costado más.", ["hedge: habría"]),
    ("Los obreros presuntamente huyeron.", ["hedge: presuntamente"]),
    ("El alcalde niega que hubiera obra.", ["speaker: El alcalde", "denial: niega"]),
    ("Nunca hubo obra.", ["denial: Nunca"]),
    ("La obra no sólo es cara.", []),
    ("El alcalde planea cerrar la obra.", ["plan: planea"]),
    ("Se espera que cierren la obra.", ["plan: Se espera que"]),
  ]

  @Test(arguments: english)
  func areFoundInEnglish(text: String, cues: [String]) {
    #expect(Self.cues(of: text, "en") == cues.sorted())
  }

  @Test(arguments: spanish)
  func areFoundInSpanish(text: String, cues: [String]) {
    #expect(Self.cues(of: text, "es") == cues.sorted())
  }

  /// Without a language the rules of all are tried.
  @Test(arguments: ["The bridge may have cost more.", "Según el alcalde, la obra costó más."])
  func areFoundWithoutALanguage(text: String) {
    #expect(!Self.cues(of: text, nil).isEmpty)
  }

  @Test func anyBytesGiveCues() {
    var random = Dice(seed: 7)
    let words = [
      "said", "may", "\"", "“", "»", "'s", "X", "no", "according to", "\u{301}", "’", "|",
    ]
    for _ in 0..<2000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int(random.next() % 30) {
        if random.next() % 3 == 0 {
          bytes.append(UInt8(truncatingIfNeeded: random.next() >> 20))
        } else {
          bytes += Array(words[Int(random.next() % UInt64(words.count))].utf8) + [0x20]
        }
      }
      for cue in Self.reading(of: bytes, nil).candidate.cues {
        #expect(cue.span.start <= cue.span.end && cue.span.end <= bytes.count)
        if let speaker = cue.speaker { #expect(speaker.end <= bytes.count) }
      }
    }
  }

  /// The cues that come of phrases, as `kind: words`, sorted.
  static func cues(of text: String, _ language: String?) -> [String] {
    let bytes = Array(text.utf8)
    return reading(of: bytes, language).candidate.cues.compactMap { cue in
      guard ![.name, .figure, .date].contains(cue.kind) else { return nil }
      let words = String(decoding: bytes[cue.words.start..<cue.words.end], as: UTF8.self)
      return "\(cue.kind.rawValue)\(cue.isWeak ? " (weak)" : ""): \(words)"
    }.sorted()
  }

  static func reading(of bytes: [UInt8], _ language: String?) -> SentenceReading {
    var reader = SentenceReader(language: language)
    let passage = Passage(paragraph: 1, sentence: 1, start: 0, end: bytes.count)
    return bytes.withUnsafeBufferPointer { reader.read($0, passage) }
  }
}

/// SplitMix64, for rows that nobody thought of.
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
