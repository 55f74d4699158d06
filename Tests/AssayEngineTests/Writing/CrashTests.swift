import AssayText
import Glibc
import Testing

/// Killed at any moment, the corpus is as before or as after.
@Suite(.serialized) struct CrashTests {
  /// An edit of one file, and one of three.
  static let edits: [(name: String, records: [(path: String, text: @Sendable (Int) -> String)])] = [
    ("a claim", [("/claims/s.assay", { WrittenCorpus.claim("k\($0)", "s") })]),
    (
      "three files",
      [
        ("/claims/t.assay", { WrittenCorpus.claim("k\($0)", "t", "; about @k\($0)") }),
        ("/entities.assay", { "entity k\($0): place { name \"K\" }\n" }),
        ("/sources.assay", { "source k\($0) { title \"K\" }\n" }),
      ]
    ),
  ]

  @Test(arguments: edits.indices)
  func isBeforeOrAfter(index: Int) throws {
    let (name, records) = Self.edits[index]
    let corpus = WrittenCorpus(claims: 300)
    var generator = SplitMix(seed: 7)
    let start = ContinuousClock.now
    #expect(try corpus.run("claim first from @s { says \"First.\" }").code == 0)
    let whole = Int((ContinuousClock.now - start) / .microseconds(1))
    var (kept, gone, halves) = (0, 0, 0)
    for number in 0..<40 {
      let before = corpus.files
      var after = before
      for (path, text) in records {
        let old = before[path] ?? []
        let isSpaced = old.suffix(2) == [10, 10]
        after[path] = old + (isSpaced ? [] : [10]) + Array(text(number).utf8)
      }
      let statements = records.map { $0.text(number) }.joined()
      let run = try Program.start([".", "-c", statements], in: corpus.folder.path)
      usleep(UInt32(Int.random(in: 0...(whole * 3 / 2), using: &generator)))
      kill(run.process, SIGKILL)
      _ = run.finish()
      let comment: Comment = "\(name), \(number)"
      let left = corpus.files.filter { !$0.key.hasSuffix(".assay-new") }
      for (path, bytes) in left {
        try #require(bytes == before[path] || bytes == after[path], "\(path): \(comment)")
      }
      if left != before, left != after { halves += 1 }
      try #require(try corpus.isSound(), comment)
      let found = corpus.files
      try #require(found == before || found == after, comment)
      if found == after { kept += 1 } else { gone += 1 }
    }
    #expect(gone > 0, "\(name): \(kept) kept, \(gone) gone, \(halves) half done")
    // What the killed ones left for `undo` is taken over, and goes with the next shell.
    let shell = try corpus.shell()
    let adopted = shell.adoptJournals()
    #expect(adopted <= kept)
    for _ in 0..<adopted { _ = try shell.undo() }
    #expect(throws: Diagnostics.self) { try shell.undo() }
    shell.journal.end()
    #expect(ScratchFolder.names(in: corpus.folder.path + "/.assay/journal") == [])
    #expect(
      try corpus.run("claims | where id matches \"^k\" | count | as csv").text
        == "count\n\(kept - adopted)\n")
    let leftovers = ScratchFolder.names(in: corpus.folder.path + "/.assay")
      .filter { $0.hasPrefix("index.new") }
    #expect(leftovers.count <= 1)
  }

  /// A file of a corpus cannot grow beyond a limit, as on a full disk.
  @Test func aFullDisk() throws {
    let corpus = WrittenCorpus(claims: 1000)
    let path = "/claims/s.assay"
    #expect(try corpus.isSound())
    var codes: Set<Int32> = []
    var added = 0
    for limit in [1, 8, 64, 100, 120, 140, 256, 512, 1024, 2048, 4096] {
      let before = corpus.files
      let claim = WrittenCorpus.claim("l\(limit)", "s")
      let text = claim.replacing("\n", with: "")
      let outcome = try Program.shell(
        "ulimit -f \(limit); \"$ASSAY\" . -c '\(text)\nclaims | from @s | count | as csv'",
        in: corpus.folder.path)
      let comment: Comment = "\(limit): \(outcome.code) \(outcome.errorText)"
      codes.insert(outcome.code)
      var after = before
      after[path]? += Array(("\n" + claim).utf8)
      if outcome.errorText.contains("added claim @l\(limit)") {
        #expect(corpus.files == after, comment)
        // What was written is seen, whether or not there is room for the index.
        #expect(outcome.code == 0, comment)
        #expect(outcome.text == "count\n\(1001 + added)\n", comment)
        #expect(outcome.errorText.contains("claims/s.assay:\(1002 + 2 * added)\n"), comment)
        added += 1
      } else {
        #expect(outcome.code == 4, comment)
        #expect(outcome.errorText.contains("error[F20"), comment)
        #expect(corpus.files == before, comment)
      }
      #expect(try corpus.isSound(), comment)
      #expect(ScratchFolder.names(in: corpus.folder.path + "/.assay/journal") == [], comment)
    }
    #expect(codes == [0, 4])
  }

  /// Something that is no file stands where the new bytes would wait.
  @Test func aPlaceThatIsTaken() throws {
    let corpus = WrittenCorpus()
    corpus.folder.write(".entities.assay.assay-new/in-the-way", "")
    let before = corpus.files
    let statements = "source k { title \"K\" }\nentity k: place { name \"K\" }"
    let outcome = try corpus.run(statements)
    #expect(outcome.code == 4)
    #expect(
      outcome.errorText
        == "error[F202]: cannot write `entities.assay`: File exists\n  = nothing was changed\n"
        || outcome.errorText.contains("cannot write `entities.assay`: File exists"))
    #expect(corpus.files == before)
    #expect(ScratchFolder.names(in: corpus.folder.path + "/.assay/journal") == [])
    corpus.folder.remove(".entities.assay.assay-new")
    #expect(try corpus.run(statements).code == 0)
    #expect(try corpus.isSound())
  }

  /// What another user owns.
  @Test(.enabled(if: getuid() == 0 && access("/usr/bin/setpriv", X_OK) == 0, "it takes root"))
  func noPermission() throws {
    let corpus = WrittenCorpus()
    #expect(try corpus.isSound())
    let before = corpus.files
    chmod(corpus.folder.path, 0o755)
    let asNobody = "exec setpriv --reuid=65534 --regid=65534 --clear-groups \"$ASSAY\" . -c "
    let claim = "'claim x from @s { says \"X.\" }'"
    try #require(
      try Program.shell(asNobody + "'claims | count | as csv'", in: corpus.folder.path).code == 0)
    let folderOfOthers = try Program.shell(asNobody + claim, in: corpus.folder.path)
    #expect(folderOfOthers.code == 4)
    #expect(folderOfOthers.errorText.contains("cannot write `claims/s.assay`: Permission denied"))
    #expect(corpus.files == before)
    // The folder may be written, the file not.
    chmod(corpus.folder.path + "/claims", 0o777)
    let fileOfOthers = try Program.shell(asNobody + claim, in: corpus.folder.path)
    #expect(fileOfOthers.code == 4)
    #expect(fileOfOthers.errorText.contains("cannot write `claims/s.assay`: Permission denied"))
    #expect(corpus.files == before)
    #expect(try corpus.isSound())
  }

  /// A file keeps its mode and its owner, and a link stays a link.
  @Test func whatIsBesideTheBytesStays() throws {
    let corpus = WrittenCorpus()
    let path = corpus.folder.path + "/claims/s.assay"
    corpus.folder.write("kept/real.assay", try #require(corpus.folder.read("claims/s.assay")))
    unlink(path)
    symlink("../kept/real.assay", path)
    let real = corpus.folder.path + "/kept/real.assay"
    chmod(real, 0o640)
    if getuid() == 0 { chown(real, 65534, 65534) }
    var before = stat()
    stat(real, &before)
    #expect(try corpus.run(WrittenCorpus.claim("x", "s")).code == 0)
    var after = stat()
    stat(real, &after)
    #expect(after.st_mode == before.st_mode)
    #expect(after.st_uid == before.st_uid && after.st_gid == before.st_gid)
    var link = stat()
    lstat(path, &link)
    #expect(link.st_mode & S_IFMT == S_IFLNK)
    // A new file is what the user's mask makes it.
    let outcome = try Program.shell(
      "umask 027; \"$ASSAY\" . -c 'claim y from @t { says \"Y.\" }; claim z from @s { says \"Z.\" }'",
      in: corpus.folder.path)
    #expect(outcome.code == 0)
    let new = try Program.shell(
      "umask 027; \"$ASSAY\" . -c 'source u { title \"U\" }; claim u from @u { says \"U.\" }'",
      in: corpus.folder.path)
    #expect(new.errorText.contains("claims/u.assay:1"))
    stat(corpus.folder.path + "/claims/u.assay", &after)
    #expect(after.st_mode & 0o777 == 0o640)
  }
}
