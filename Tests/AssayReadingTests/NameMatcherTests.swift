import AssayReading
import AssayText
import Testing

@Suite struct NameMatcherTests {
  /// Names, each with the key of who bears it.
  static let names: [(name: String, entity: Int32)] = [
    ("Peru", 1), (" Perú ", 1), ("Republic of Peru", 1), ("United States", 2), ("US", 2),
    ("U.S.", 2), ("EE. UU.", 2), ("United States Department of Defense", 3), ("DoD", 3),
    ("New York", 4), ("New York Times", 5), ("The Times", 5), ("Washington", 2),
    ("Washington", 6), ("Washington, D.C.", 7), ("Turkey", 8), ("WHO", 9), ("IT", 10),
    ("Joint Task Force-Bravo", 11), ("People's Republic of China", 12), ("AT&T", 13),
    ("St. Louis", 14), ("J. F. Kennedy", 15), ("Apurímac", 16), ("NATO", 17), ("peace", 18),
    ("Straße", 19), ("中国", 20), ("Smith", 21), ("O’Brien", 22), ("Yahoo!", 23),
    ("Москва", 24), ("US Army", 25), ("G20", 26), ("Will", 27), ("WILL", 28),
    ("York Times Square", 29),
  ]
  static let matcher = NameMatcher(names: names)

  /// A text with its mentions marked.
  static let texts = [
    "In «Peru», «PERU» and «perú», the «republic of Peru».",
    "«Peru»'s bases", "«Peru»’s bases",
    "the Smiths' house, «Smith»' house",
    "the «United States»' fleet", "Peruvian soil", "superperu", "«Peru»-based and non-«Peru»",
    "The «US» and us and Us.", "the «U.S.» Army", "It went to the «U.S.»",
    "the «EE. UU.» y «EE. UU»", "who is it? The «WHO» does «IT».",
    "the «United States Department of Defense» of the «United States» Department",
    "«New York Times» of «New York»", "«The Times» and «the Times», not the times",
    "«New York» Times2", "a turkey in «Turkey»; TURKEY",
    "«Washington», Ohio", "«Washington, D.C.» and «Washington D.C.»",
    "«Joint Task Force-Bravo», «joint task force Bravo»",
    "«People’s Republic of China» and the peoples Republic",
    "«AT&T», «AT & T» and at & t",
    "«St. Louis», «St Louis» and the last. Louis", "«J. F. Kennedy», «J F Kennedy»",
    "«Apurimac», «APURÍMAC» and «Apuri\u{301}mac»", "Nato, nato, «NATO»",
    "«peace» and «Peace», PEACE",
    "die «STRASSE» und «straße»", "在«中国»的", "Mr «O'Brien» and «o’brien»", "«Yahoo!» and «Yahoo».",
    "«МОСКВА», «москва»", "peru.com, @peru, x_peru, peru_2, me@peru.org, a.com/peru",
    "_«Peru»_ and **«United States»**",
    "**«United** *States»*",
    "the «united states», «UNITED STATES»", "He is united. States are", "the united, states",
    "the «United\nStates»", "united\n\nstates",
    "> the «United\n> States»", "the «US Army»", "in the «US». Army men", "the «G20» and g20",
    "«Will» will; «WILL»",
    "«New York Times» Square", "«York Times Square»",
    "(«Peru»)", "\u{FEFF}«Peru»", "", "…", "\u{301}", "«Peru\u{AD}»", "«Perú»/«Peru»",
  ]

  @Test(arguments: texts)
  func findsWhatIsMarked(marked: String) {
    let text = marked.filter { $0 != "«" && $0 != "»" }
    let found = Self.marked(text)
    #expect(found == marked)
  }

  private static func marked(_ text: String) -> String {
    var bytes: [UInt8] = []
    let all = Array(text.utf8)
    var last = 0
    for match in matches(all) {
      bytes += all[last..<match.span.start] + Array("«".utf8)
      bytes += all[match.span.start..<match.span.end] + Array("»".utf8)
      last = match.span.end
    }
    return String(decoding: bytes + all[last...], as: UTF8.self)
  }

  private static func matches(
    _ bytes: [UInt8], _ range: Range<Int>? = nil, _ matcher: NameMatcher = matcher
  ) -> [NameMatch] {
    bytes.withUnsafeBufferPointer { matcher.matches(in: $0, range: range ?? 0..<$0.count) }
  }

  @Test func tellsAllWhoBearAName() {
    let found = Self.matches(Array("Washington, Perú, Will, WILL and the US".utf8))
    #expect(found.map(\.entities) == [[2, 6], [1], [27], [28], [2]])
    #expect(found.map(\.isAmbiguous) == [true, false, false, false, false])
  }

  @Test func staysInItsRange() {
    let bytes = Array("in Peru. Peru, United States".utf8)
    #expect(Self.matches(bytes, 4..<bytes.count - 1).map(\.span) == [Span(9, 13)])
  }

  @Test func isQuietWithoutNames() {
    let none = NameMatcher(names: [("", 1), ("—", 2)])
    #expect(none.isEmpty)
    #expect(Self.matches(Array("Peru —".utf8), nil, none).isEmpty)
  }

  @Test func longNamesAreLeftOut() {
    let long = Array(repeating: "aaaa", count: 33).joined(separator: " ")
    let fits = Array(repeating: "aaaa", count: 32).joined(separator: " ")
    let matcher = NameMatcher(names: [(long, 1), (fits, 2)])
    #expect(Self.matches(Array(long.utf8), nil, matcher).map(\.entities) == [[2]])
  }

  /// The matcher agrees with a search that tries each name at each place.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func agreesWithAPlainSearch(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    let words = ["alpha", "bravo", "delta", "gamma"]
    func some(_ counts: ClosedRange<Int>) -> [String] {
      (0..<Int.random(in: counts, using: &generator)).map { _ in
        words.randomElement(using: &generator) ?? ""
      }
    }
    for round in 0..<500 {
      let names = (1...6).map { (some(1...4), Int32($0)) }
      let text = some(0...40)
      let matcher = NameMatcher(names: names.map { ($0.0.joined(separator: " "), $0.1) })
      let found = Self.matches(Array(text.joined(separator: " ").utf8), nil, matcher)
      var expected: [[Int32]] = []
      var place = 0
      while place < text.count {
        let here = names.filter { text[place...].starts(with: $0.0) }
        let length = here.map(\.0.count).max() ?? 0
        if length > 0 { expected.append(here.filter { $0.0.count == length }.map(\.1)) }
        place += max(length, 1)
      }
      #expect(found.map(\.entities) == expected, "seed \(seed), round \(round)")
    }
  }

  @Test func anyBytesAreRead() {
    var generator = SplitMix(seed: 7)
    for _ in 0..<5_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        Bool.random(using: &generator)
          ? UInt8.random(in: 0...255, using: &generator)
          : Array("Peru US.@_/中".utf8).randomElement(using: &generator) ?? 0
      }
      var last = 0
      for match in Self.matches(bytes) {
        #expect(
          match.span.start >= last && match.span.end <= bytes.count && !match.entities.isEmpty)
        last = match.span.end
      }
    }
  }

  @Test(.timeLimit(.minutes(2)))
  func longTextsCostTheirLength() {
    let long = Array(repeating: "aaaa", count: 32).joined(separator: " ")
    let matcher = NameMatcher(names: [(long + "b", 1), ("x y", 2), ("Ü", 3)])
    for piece in ["aaaa ", "x ", "x y ", "a", "ü", ". ", " ", "中", "\u{301}", "x\n"] {
      let bytes = Array(String(repeating: piece, count: 2_000_000 / piece.utf8.count).utf8)
      #expect(Self.matches(bytes, nil, matcher).count <= bytes.count)
    }
  }
}
