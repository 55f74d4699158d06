import AssayEngine
import AssayModel
import Glibc
import Testing

/// Records are found by their names as the files have them now.
@Suite struct NamesTests {
  private func found(_ word: String, in folder: ScratchFolder) throws -> [String] {
    let kinds = RecordKind.allCases.filter { $0 != .document }
    return try Workspace(folder.path).records(kinds, called: word, limit: 200).map {
      "\($0.kind.word) \($0.id) \($0.name) \($0.alias ?? "")"
    }
  }

  /// The number of the index's file, which a new index does not share.
  private func number(of folder: ScratchFolder) -> UInt64 {
    var status = stat()
    return stat(folder.path + "/.assay/index.db", &status) == 0 ? UInt64(status.st_ino) : 0
  }

  @Test func anUpdateKnowsTheNewAliasOnly() throws {
    let folder = ScratchFolder()
    folder.write("corpus.assay", "corpus a {}\nuse \"entities.assay\"\nuse \"rest.assay\"\n")
    folder.write(
      "rest.assay", "source s-one { title \"Old Paper\"; publisher \"Gazette\" }\n")
    folder.write(
      "entities.assay", "entity town: place { name \"Town\"; also \"Villa Vieja\" }\n")
    #expect(try found("vieja", in: folder) == ["entity town Town Villa Vieja"])
    let before = number(of: folder)
    folder.write(
      "entities.assay", "entity town: place { name \"Town\"; also \"Villa Ñueva\", \"Burg\" }\n")
    #expect(try found("vieja", in: folder) == [])
    #expect(try found("NUEVA", in: folder) == ["entity town Town Villa Ñueva"])
    #expect(try found("villa-nu", in: folder) == ["entity town Town Villa Ñueva"])
    #expect(try found("bur", in: folder) == ["entity town Town Burg"])
    folder.write(
      "rest.assay", "source s-one { title \"New Paper\"; publisher \"Gazette\" }\n")
    #expect(try found("old", in: folder) == [])
    #expect(try found("new", in: folder) == ["source s-one New Paper "])
    #expect(try found("gaz", in: folder) == ["source s-one New Paper Gazette"])
    #expect(number(of: folder) == before, "the index was made anew")
  }

  /// After any change the same is found as in a new index.
  @Test(arguments: seeds([2, 5]))
  func updatesFindWhatANewIndexFinds(seed: UInt64) throws {
    var corpus = RandomCorpus(seed: seed)
    let (folder, fresh) = (ScratchFolder(), ScratchFolder())
    var old: [String: String] = [:]
    for step in 0..<20 {
      for place in [folder, fresh] {
        for (path, text) in corpus.texts where old[path] != text { place.write(path, text) }
        for path in old.keys where corpus.texts[path] == nil { place.remove(path) }
      }
      fresh.remove(".assay")
      for word in ["", "e", "e1", "entity", "s", "source", "paid", "cost", "b", "1"] {
        let (updated, made) = (try found(word, in: folder), try found(word, in: fresh))
        #expect(updated == made, "seed \(seed), step \(step), `\(word)`")
      }
      old = corpus.texts
      _ = corpus.change()
    }
  }
}
