import AssayLanguage
import AssayModel
import AssayText
import Testing

@testable import AssayExchange

/// No bytes bring a reader down, and what it takes for records is what the corpus would take.
@Suite struct HostileTests {
  private static let pieces: [[UInt8]] = [
    "{", "}", "[", "]", "\"", "\\", "\\u12", ",", ":", "\n", ";", "<", ">", "_:", "@", "@prefix",
    "^^", "'''", "\"\"\"", "(", ")", "a", ".", "null", "-", "1e999", "\r\n", "#", "%", "\u{0}",
    "urn:x-assay:claim:", "\"fields\"", "é",
  ].map { Array($0.utf8) }

  private static let formats: [ExchangeFormat] = [
    .jsonl, .webAnnotation, .turtle, .claimReview, .followTheMoney, .graphml,
  ]

  @Test(arguments: formats, seeds([1, 2]))
  func mutationsMakeNoTrap(format: ExchangeFormat, seed: UInt64) throws {
    var random = RandomRecord(seed: seed)
    let records = random.records([.source, .entity, .claim, .judgement], count: 8)
    let sound = Trip.written(format, records)
    for _ in 0..<400 {
      let bytes = Self.mutated(sound, &random)
      var batch = ImportBatch()
      try ImportedFile.read(SourceText(name: "a", bytes: bytes), as: format, into: &batch, .idle)
      expectSound(batch)
    }
  }

  @Test(arguments: seeds([3, 4]))
  func mutatedTablesMakeNoTrap(seed: UInt64) throws {
    var random = RandomRecord(seed: seed)
    let columns = try #require(RecordColumns(.claim))
    var sound: [UInt8] = []
    CSVText.append(columns.names, to: &sound)
    for record in random.records([.claim], count: 6) {
      CSVText.append(columns.cells(of: record), to: &sound)
    }
    let mapping = try ColumnMapping("says=says, source=source, when=when")
    for _ in 0..<400 {
      let text = SourceText(name: "a", bytes: Self.mutated(sound, &random))
      var batch = ImportBatch()
      try ImportedFile.read(text, of: .claim, into: &batch, .idle)
      expectSound(batch)
      var mapped = ImportBatch()
      try ImportedFile.read(text, mapping, into: &mapped, .idle)
      expectSound(mapped)
    }
  }

  /// A field that holds the end of its record and another one.
  @Test func nothingBecomesMoreThanItIs() throws {
    let lines = [
      #"{"kind":"claim","id":"a","fields":{"source":"b","says":"x","when":"2012; note \"y\""}}"#,
      #"{"kind":"claim","id":"a","fields":{"source":"b } claim c from @d","says":"x"}}"#,
      #"{"kind":"claim","id":"a {","fields":{"source":"b","says":"x"}}"#,
      #"{"kind":"claim","id":"a","fields":{"source":"b","says":"x","mode":"plan\nnote"}}"#,
      #"{"kind":"claim","id":"a","fields":{"source":"b","says":"x","tags":["c\nhedge \"z\""]}}"#,
      #"{"kind":"claim","id":"a","fields":{"source":"b","says":"x","by":{"speaker":"c via @d"}}}"#,
      #"{"kind":"entity","id":"a","fields":{"kind":"place { name \"x\" } #","name":"x"}}"#,
      #"{"kind":"claim","id":"a","fields":{"source":"b","says":"x","qualifiers":[{"predicate":"note","value":{"text":"y"}}]}}"#,
    ]
    for line in lines {
      var batch = ImportBatch()
      try ImportedFile.read(SourceText(name: "a", line), as: .jsonl, into: &batch, .idle)
      #expect(batch.entries.isEmpty && batch.faults.count == 1, "\(line)")
    }
    for cell in ["2012 } claim c from @d {", "2012 # x", "2012\nnote \"y\"", "2012; 2013"] {
      var bytes: [UInt8] = []
      CSVText.append(["id", "source", "says", "when"], to: &bytes)
      CSVText.append(["a", "b", "x", cell], to: &bytes)
      var batch = ImportBatch()
      try ImportedFile.read(SourceText(name: "a", bytes: bytes), of: .claim, into: &batch, .idle)
      #expect(batch.entries.isEmpty && batch.faults.count == 1, "\(cell)")
    }
  }

  @Test func nestingHasALimit() throws {
    let deep = String(repeating: "[", count: 100_000)
    for format in Self.formats {
      for text in [
        deep, "@prefix a: <b:> . a:c a:d " + deep,
        "@prefix a: <b:> . a:c a:d "
          + String(repeating: "(", count: 100_000),
      ] {
        var batch = ImportBatch()
        try ImportedFile.read(SourceText(name: "a", text), as: format, into: &batch, .idle)
        #expect(!batch.faults.isEmpty)
      }
    }
  }

  /// CRLF and a byte order mark change nothing.
  @Test func lineEndsOfOthers() throws {
    let line = #"{"kind":"claim","id":"a","fields":{"source":"b","says":"x"}}"#
    for text in ["\u{FEFF}\(line)\r\n\r\n", line, "\n\n\(line)\n"] {
      var batch = ImportBatch()
      try ImportedFile.read(SourceText(name: "a", text), as: .jsonl, into: &batch, .idle)
      #expect(batch.entries.count == 1 && batch.faults.isEmpty)
    }
    for text in [
      "\u{FEFF}id,source,says\r\na,b,x\r\n", "id;source;says\na;b;\"x\"",
      "id\tsource\tsays\na\tb\tx",
    ] {
      var batch = ImportBatch()
      try ImportedFile.read(SourceText(name: "a", text), of: .claim, into: &batch, .idle)
      #expect(batch.entries.count == 1 && batch.faults.isEmpty, "\(text)")
    }
  }

  private func expectSound(_ batch: ImportBatch) {
    var parser = RecordParser(SourceText(name: "", bytes: batch.text))
    var count = 0
    while let item = parser.next() {
      if case .record = item { count += 1 }
    }
    #expect(parser.faults.isEmpty && count == batch.entries.count)
  }

  private static func mutated(_ sound: [UInt8], _ random: inout RandomRecord) -> [UInt8] {
    var bytes = sound
    for _ in 0..<Int.random(in: 1...4, using: &random.generator) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random.generator)
      let end = min(bytes.count, place + Int.random(in: 0...6, using: &random.generator))
      switch Int.random(in: 0..<4, using: &random.generator) {
      case 0: bytes.replaceSubrange(place..<end, with: random.pick(pieces))
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
      default: bytes[place] = UInt8.random(in: 0...255, using: &random.generator)
      }
    }
    return bytes
  }
}
