import Testing

/// The law: SQL and a plain evaluator on the rows give the same.
@Suite struct ReferenceTests {
  static let corpus = SampleClaims.make(count: 60, seed: 7)
  static let folder: ScratchFolder = {
    let folder = ScratchFolder()
    folder.write("corpus.assay", corpus.text)
    return folder
  }()
  private static let mark = "{\"mark\":\"----\"}"

  /// What a program writes, split at the marks.
  private func run(_ queries: [String]) throws -> [[String]] {
    let marked = queries.map { $0 + "\nsources | take 1 | select \"----\" as mark | as jsonl\n" }
    let outcome = try Program.run(
      ["."], in: Self.folder.path, input: Array(marked.joined().utf8))
    #expect(outcome.code == 0, "\(outcome.errorText)")
    let lines = outcome.text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.split(separator: Self.mark[...], omittingEmptySubsequences: false)
      .map { $0.map(String.init) }
  }

  @Test(arguments: seeds([1, 2, 3, 4]))
  func agrees(seed: UInt64) throws {
    let pipelines = (0..<150).map { RandomPipeline(on: Self.corpus.table, seed: seed * 1000 + $0) }
    let results = try run(
      pipelines.map {
        "\($0.text) | select \($0.shown.joined(separator: ", ")) | as jsonl"
      })
    for (pipeline, found) in zip(pipelines, results) {
      let expected = pipeline.table.lines(of: pipeline.shown)
      guard found != expected else { continue }
      let shared = zip(found, expected).prefix { $0 == $1 }.count
      Issue.record(
        """
        seed \(seed): \(pipeline.text)
        after \(shared) equal rows of \(expected.count), SQL has \(found.count):
        \(found.dropFirst(shared).first ?? "no more"), the reference has
        \(expected.dropFirst(shared).first ?? "no more")
        """)
    }
    #expect(results.count > pipelines.count)
  }

  /// The line under a result says how many rows each `where` left out.
  @Test(arguments: seeds([5, 6]))
  func countsWhatIsLeftOut(seed: UInt64) throws {
    let pipelines = (0..<150).map { RandomPipeline(on: Self.corpus.table, seed: seed * 1000 + $0) }
    let results = try run(
      pipelines.map { "\($0.text) | summarize n = count() | as markdown" })
    for (pipeline, found) in zip(pipelines, results) {
      let count = found.dropFirst(2).first ?? ""
      #expect(count == "| \(pipeline.table.rows.count) |", "seed \(seed): \(pipeline.text)")
      let footer = found.last { $0.hasPrefix("1 row") } ?? ""
      let counts = footer.split(separator: "; ").compactMap { part -> Int? in
        let words = part.split(separator: " ")
        return words.dropFirst().starts(with: ["left", "out:"]) ? Int(words[0]) : nil
      }
      #expect(counts == pipeline.leftOut, "seed \(seed): \(pipeline.text)\n\(footer)")
    }
  }
}
