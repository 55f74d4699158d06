import Glibc
import Testing

/// The index beside a corpus is derived: whatever becomes of it, no output changes.
@Suite struct IndexTests {
  /// Everything that a corpus holds, written out.
  static let everything = """
    sources | as csv
    entities | as csv
    predicates | as csv
    questions | as csv
    claims | as csv
    links | as csv
    judgements | as csv
    documents | as csv
    passages | as csv
    claims | where says has "bridge" | about @e0 | select id
    claims | within @e1 | on @paid | select id, answer
    """

  private func everything(of corpus: ScratchFolder) throws -> Program.Outcome {
    try Program.run([".", "-c", Self.everything], in: corpus.path)
  }

  /// The same with an index made from nothing; the one that was there is put back.
  private func fresh(_ corpus: ScratchFolder) throws -> Program.Outcome {
    let kept = corpus.path + "/.assay"
    rename(kept, corpus.path + "/.kept")
    let outcome = try everything(of: corpus)
    corpus.remove(".assay")
    rename(corpus.path + "/.kept", kept)
    return outcome
  }

  /// Writes the files that differ from what is there, and takes away those that are gone.
  private func write(
    _ texts: [String: String], over old: [String: String], to folder: ScratchFolder
  ) {
    for (path, text) in texts where old[path] != text { folder.write(path, text) }
    for path in old.keys where texts[path] == nil { folder.remove(path) }
  }

  @Test(arguments: seeds([1, 3, 11, 24]))
  func updatesGiveWhatANewIndexGives(seed: UInt64) throws {
    var corpus = RandomCorpus(seed: seed)
    let folder = ScratchFolder()
    write(corpus.texts, over: [:], to: folder)
    #expect(try everything(of: folder).code == 0)
    var history: [String] = []
    for step in 0..<25 {
      let old = corpus.texts
      let change = corpus.change()
      history.append(change)
      write(corpus.texts, over: old, to: folder)
      if change.hasPrefix("nothing, but touched: ") {
        utimensat(AT_FDCWD, folder.path + "/" + change.dropFirst(22), nil, 0)
      }
      let (updated, fresh) = (try everything(of: folder), try fresh(folder))
      guard updated != fresh else { continue }
      let (one, other) = (updated.text + updated.errorText, fresh.text + fresh.errorText)
      Issue.record(
        """
        seed \(seed), step \(step): \(history.suffix(3).joined(separator: "; then "))
        exit \(updated.code) with the index that was there, \(fresh.code) with a new one
        \(Self.difference(one, other))
        """)
      return
    }
  }

  /// The first lines in which two outputs differ.
  private static func difference(_ one: String, _ other: String) -> String {
    let (first, second) = (one.split(separator: "\n"), other.split(separator: "\n"))
    let shared = zip(first, second).prefix { $0 == $1 }.count
    return
      (first.dropFirst(shared).prefix(3).map { "- \($0)" }
      + second.dropFirst(shared).prefix(3).map { "+ \($0)" }).joined(separator: "\n")
  }

  @Test func itMayBeDeleted() throws {
    let folder = ScratchFolder()
    write(RandomCorpus(seed: 9).texts, over: [:], to: folder)
    let first = try everything(of: folder)
    #expect(first.code == 0)
    #expect(folder.holds(".assay"))
    #expect(try everything(of: folder) == first)
    folder.remove(".assay")
    #expect(try everything(of: folder) == first)
  }

  /// The last file that a pattern fits is gone: a fault, whether or not there was an index.
  @Test(arguments: ["claims/*.assay", "claims/a.assay"])
  func aUseThatFitsNothingAnyMoreIsAFault(pattern: String) throws {
    let folder = ScratchFolder()
    folder.write(
      "corpus.assay", "corpus a {}\nsource s { title \"S\" }\nuse \"\(pattern)\"\n")
    folder.write("claims/a.assay", "claim c from @s { says \"C.\" }\n")
    #expect(try everything(of: folder, "claims | count").code == 0)
    folder.remove("claims/a.assay")
    let outcome = try everything(of: folder, "claims | count")
    #expect(outcome.code == 3)
    #expect(outcome.errorText.contains("error[C118]"))
  }

  /// A link that leads out of the folder is a fault, even when an index was made without it.
  @Test(arguments: [true, false])
  func aLinkThatLeadsOutIsAFault(isLater: Bool) throws {
    let (folder, outside) = (ScratchFolder(), ScratchFolder())
    outside.write("b.assay", "claim d from @s { says \"D.\" }\n")
    folder.write(
      "corpus.assay", "corpus a {}\nsource s { title \"S\" }\nuse \"claims/*.assay\"\n")
    folder.write("claims/a.assay", "claim c from @s { says \"C.\" }\n")
    if isLater { #expect(try everything(of: folder, "claims | count").code == 0) }
    symlink(outside.path + "/b.assay", folder.path + "/claims/b.assay")
    let outcome = try everything(of: folder, "claims | count")
    #expect(outcome.code == 3)
    #expect(outcome.errorText.contains("error[C117]"))
  }

  private func everything(
    of folder: ScratchFolder, _ statement: String
  ) throws -> Program.Outcome {
    try Program.run([".", "-c", statement], in: folder.path)
  }

  /// What stands where the index should be, and is none.
  static let garbage: [(name: String, bytes: [UInt8])] = [
    ("nothing", []), ("words", Array("this is no index\n".utf8)),
    ("zeros", Array(repeating: 0, count: 8192)),
    ("a header and no more", Array("SQLite format 3\0".utf8)),
    ("noise", (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) }),
  ]

  @Test(arguments: garbage.indices)
  func garbageIsMadeAnew(index: Int) throws {
    let folder = ScratchFolder()
    write(RandomCorpus(seed: 9).texts, over: [:], to: folder)
    let first = try everything(of: folder)
    folder.write(".assay/index.db", Self.garbage[index].bytes)
    #expect(try everything(of: folder) == first, "\(Self.garbage[index].name)")
    #expect(try everything(of: folder) == first, "\(Self.garbage[index].name)")
  }

  /// Damage inside of an index is either noticed and told, or does no harm.
  @Test func damageIsToldOrHarmless() throws {
    let folder = ScratchFolder()
    write(RandomCorpus(seed: 9).texts, over: [:], to: folder)
    let first = try everything(of: folder)
    let whole = try #require(folder.read(".assay/index.db"))
    var told = 0
    // The size of a page stands in the header of the file.
    let size = Int(whole[16]) << 8 | Int(whole[17])
    for page in stride(from: 1, to: whole.count / size, by: 3) {
      var bytes = whole
      for offset in page * size..<(page + 1) * size { bytes[offset] = UInt8(offset % 251) }
      folder.write(".assay/index.db", bytes)
      let outcome = try everything(of: folder)
      if outcome == first { continue }
      #expect([2, 4].contains(outcome.code), "page \(page): \(outcome.errorText)")
      if outcome.code == 4, outcome.errorText.contains("error[F203]") { told += 1 }
    }
    #expect(told > 0)
  }

  /// An index that is half of itself, as after a full disk.
  @Test func halfAnIndexIsToldOrMadeAnew() throws {
    let folder = ScratchFolder()
    write(RandomCorpus(seed: 9).texts, over: [:], to: folder)
    let first = try everything(of: folder)
    let whole = try #require(folder.read(".assay/index.db"))
    folder.write(".assay/index.db", Array(whole.prefix(whole.count / 2)))
    let outcome = try everything(of: folder)
    #expect(outcome == first || outcome.code == 4, "\(outcome.errorText)")
  }

  @Test func aFileWhereTheFolderShouldBe() throws {
    let folder = ScratchFolder()
    write(RandomCorpus(seed: 9).texts, over: [:], to: folder)
    folder.write(".assay", "in the way\n")
    let outcome = try everything(of: folder)
    #expect(outcome.code == 0, "\(outcome.errorText)")
    #expect(folder.read(".assay") == Array("in the way\n".utf8))
  }

  @Test(.enabled(if: getuid() != 0, "root may write anywhere"))
  func aFolderThatCannotBeWritten() throws {
    let (folder, cache) = (ScratchFolder(), ScratchFolder())
    write(RandomCorpus(seed: 9).texts, over: [:], to: folder)
    chmod(folder.path, 0o555)
    defer { chmod(folder.path, 0o755) }
    let arguments = [folder.path, "-c", Self.everything]
    for _ in 0..<2 {
      let outcome = try Program.run(
        arguments, in: "/", environment: ["XDG_CACHE_HOME": cache.path])
      #expect(outcome.code == 0, "\(outcome.errorText)")
    }
    #expect(cache.holds("assay"))
    let homeless = ["XDG_CACHE_HOME": "/proc/none", "HOME": "/proc/none"]
    #expect(try Program.run(arguments, in: "/", environment: homeless).code == 0)
  }

  @Test func manyOpenItAtOnce() throws {
    let folder = ScratchFolder()
    write(RandomCorpus(seed: 9).texts, over: [:], to: folder)
    let runs = try (0..<8).map { _ in
      try Program.start([".", "-c", Self.everything], in: folder.path)
    }
    let outcomes = runs.map { $0.finish() }
    #expect(outcomes[0].code == 0, "\(outcomes[0].errorText)")
    #expect(outcomes.allSatisfy { $0 == outcomes[0] })
    #expect(ScratchFolder.names(in: folder.path + "/.assay").filter { $0.contains("new") } == [])
  }

  /// One reads while others find that files have changed.
  @Test func changesWhileOthersOpenIt() throws {
    let folder = ScratchFolder()
    var corpus = RandomCorpus(seed: 10)
    write(corpus.texts, over: [:], to: folder)
    for _ in 0..<5 {
      let old = corpus.texts
      _ = corpus.change()
      write(corpus.texts, over: old, to: folder)
      let runs = try (0..<4).map { _ in
        try Program.start([".", "-c", Self.everything], in: folder.path)
      }
      let outcomes = runs.map { $0.finish() }
      #expect(outcomes.allSatisfy { $0 == outcomes[0] })
      #expect([0, 2, 3].contains(outcomes[0].code), "\(outcomes[0].errorText)")
    }
  }
}
