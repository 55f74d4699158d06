import AssayCorpus
import AssayModel
import AssayQuery
import AssayText
import Testing

@testable import AssayEngine

/// The keys of records come out in another order, and no result does.
@Suite struct RecordOrderTests {
  private func ids(_ kind: RecordKind, _ workspace: Workspace) throws -> [String] {
    let statement = try workspace.connection.prepare("SELECT id FROM \(kind.relation) ORDER BY key")
    var ids: [String] = []
    while try statement.step() { ids.append(statement.text(0)) }
    return ids
  }

  /// Of records that do not refer to each other the keys are turned round; what the index gives
  /// without an order then comes the other way, and what the language gives does not.
  @Test func keysAreTurnedRound() throws {
    let folder = ScratchFolder()
    folder.write("corpus.assay", "corpus c { title \"C\" }\nuse \"b.assay\"\nuse \"d.assay\"\n")
    for file in ["b", "d"] {
      let entities = (0..<700).map { "entity \(file)\($0): place { name \"\($0)\"; also \"x\" }" }
      folder.write("\(file).assay", entities.joined(separator: "\n") + "\n")
    }
    let declared = try Workspace(folder.path)
    let reversed = try Workspace(folder.path, order: .reversed)
    let expected = ["b", "d"].flatMap { file in (0..<700).map { "\(file)\($0)" } }
    #expect(try ids(.entity, declared) == expected)
    #expect(try ids(.entity, reversed) == expected.reversed())
    #expect(reversed.stateFolder == nil)
  }

  /// In a corpus whose records refer to each other hardly a key stays.
  @Test(arguments: RecordKind.allCases)
  func keysOfPeruDiffer(kind: RecordKind) throws {
    let folder = ScratchFolder(copying: "examples")
    let declared = try Workspace(folder.path + "/examples/peru")
    let reversed = try Workspace(folder.path + "/examples/peru", order: .reversed)
    let (one, other) = (try ids(kind, declared), try ids(kind, reversed))
    #expect(Set(one) == Set(other))
    let kept = zip(one, other).count { $0 == $1 }
    #expect(kept * 4 <= one.count, "\(kept) of \(one.count)")
  }

  /// All that a corpus of any form holds, and what analyses make of it.
  @Test(arguments: seeds([2, 5, 8, 13]))
  func resultsAreTheSame(seed: UInt64) throws {
    var corpus = RandomCorpus(seed: seed)
    let analyses = [
      "conflicts all", "conflicts", "support", "origins", "matrix", "omissions", "network", "drift",
      "hypotheses @paid", "count by source, speaker",
      "summarize n = count(), s = list(source) by subject",
      "weigh", "weigh trust", "weigh flips",
    ]
    let script =
      (IndexTests.everything.split(separator: "\n").map(String.init)
      + analyses.map { "claims | \($0) | as csv" }).joined(separator: "\n") + "\n"
    for step in 0..<12 {
      let folder = ScratchFolder()
      for (path, text) in corpus.texts { folder.write(path, text) }
      folder.write("script.assay", script)
      let outcomes = try RecordOrder.allCases.map { order in
        try Program.run(
          ["run", "script.assay", "--keep-going", "--record-order", order.rawValue],
          in: folder.path)
      }
      // Of a corpus with faults only those are told, and which comes first may differ.
      let isSound = outcomes[0].code < 3
      #expect(outcomes[0].code == outcomes[1].code, "seed \(seed), step \(step)")
      if isSound { #expect(outcomes[0] == outcomes[1], "seed \(seed), step \(step)") }
      for _ in 0..<4 { _ = corpus.change() }
    }
  }

  /// The examples of all stages, functions, relations and pages.
  @Test func examplesAreTheSame() throws {
    let blocks = (ExampleTests.pages + ExampleTests.readmes)
      .filter { $0.corpus == "examples/peru" }.flatMap(\.programs)
    let examples =
      StageSpec.all.map(\.example) + FunctionSpec.all.map(\.example)
      + RelationSpec.all.map(\.example) + blocks
    for (number, example) in examples.enumerated() where !example.contains("explain ") {
      ExampleTests.folder.write("order/\(number).assay", example + "\n")
      let outcomes = try RecordOrder.allCases.map { order in
        try Program.run(
          [
            "run", "order/\(number).assay", "--corpus", "examples/peru", "--record-order",
            order.rawValue,
          ], in: ExampleTests.folder.path)
      }
      #expect(outcomes[0] == outcomes[1], "\(example)")
    }
  }
}
