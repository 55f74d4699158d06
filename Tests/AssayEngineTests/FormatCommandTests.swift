import Glibc
import Testing

/// `assay fmt`, as a user runs it.
@Suite struct FormatCommandTests {
  private static let loose = "claims|take 3 # c\n"
  private static let tidy = "claims | take 3  # c\n"

  @Test func standardInputGoesToStandardOutput() throws {
    let outcome = try Program.run(["fmt"], in: "/", input: Array(Self.loose.utf8))
    #expect(outcome == .init(output: Array(Self.tidy.utf8)))
    let checked = try Program.run(["fmt", "--check"], in: "/", input: Array(Self.loose.utf8))
    #expect(checked == .init(output: Array("<stdin>\n".utf8), code: 1))
    let held = try Program.run(["fmt", "--check"], in: "/", input: Array(Self.tidy.utf8))
    #expect(held == .init())
  }

  @Test func filesThatChangeAreRewrittenAndNamed() throws {
    let folder = ScratchFolder()
    folder.write("loose.assay", Self.loose)
    folder.write("tidy.assay", Self.tidy)
    folder.write("linked.assay", Self.loose)
    #expect(chmod(folder.path + "/loose.assay", 0o751) == 0)
    #expect(symlink("linked.assay", folder.path + "/link.assay") == 0)
    let before = Self.status(of: folder.path + "/tidy.assay")
    let names = ["loose.assay", "tidy.assay", "link.assay"]
    let outcome = try Program.run(["fmt"] + names, in: folder.path)
    #expect(outcome == .init(output: Array("loose.assay\nlink.assay\n".utf8)))
    for name in names { #expect(folder.read(name) == Array(Self.tidy.utf8)) }
    #expect(Self.status(of: folder.path + "/loose.assay").st_mode & 0o7777 == 0o751)
    #expect(Self.status(of: folder.path + "/link.assay").st_mode & S_IFMT == S_IFLNK)
    #expect(Self.status(of: folder.path + "/tidy.assay").st_ino == before.st_ino)
    #expect(try Program.run(["fmt"] + names, in: folder.path) == .init())
  }

  @Test func diffShowsWhatWouldChange() throws {
    let folder = ScratchFolder()
    folder.write("a.assay", "use \"b.assay\"\n" + Self.loose)
    folder.write("tidy.assay", Self.tidy)
    let shown = """
      --- a.assay
      +++ a.assay
      @@ -1,2 +1,2 @@
       use "b.assay"
      -claims|take 3 # c
      +claims | take 3  # c

      """
    let names = ["a.assay", "tidy.assay"]
    let outcome = try Program.run(["fmt", "--diff"] + names, in: folder.path)
    #expect(outcome == .init(output: Array(shown.utf8)))
    let checked = try Program.run(["fmt", "--check", "--diff"] + names, in: folder.path)
    #expect(checked == .init(output: Array(shown.utf8), code: 1))
    #expect(folder.read("a.assay") == Array(("use \"b.assay\"\n" + Self.loose).utf8))
    let piped = try Program.run(["fmt", "--diff"], in: "/", input: Array("claims".utf8))
    #expect(piped.text.hasPrefix("--- <stdin>\n+++ <stdin>\n@@ -1 +1 @@\n-claims\n\\ No newline"))
    #expect(piped.code == 0)
  }

  private static func status(of path: String) -> stat {
    var status = stat()
    lstat(path, &status)
    return status
  }

  @Test func aFolderStandsForTheFilesBelowIt() throws {
    let folder = ScratchFolder()
    let names = ["a/b/c.assay", "a/b.assay", "a/x.md", "a/.assay/d.assay", "a/.e.assay", "z.assay"]
    for name in names { folder.write(name, Self.loose) }
    #expect(symlink("..", folder.path + "/a/up") == 0)
    let checked = try Program.run(["fmt", "--check", "a", "z.assay"], in: folder.path)
    #expect(checked.text == "a/b/c.assay\na/b.assay\nz.assay\n")
    #expect(checked.code == 1)
    #expect(names.allSatisfy { folder.read($0) == Array(Self.loose.utf8) })
    #expect(try Program.run(["fmt", "a/"], in: folder.path).text == "a/b/c.assay\na/b.assay\n")
    let formatted = names.filter { folder.read($0) == Array(Self.tidy.utf8) }
    #expect(formatted == ["a/b/c.assay", "a/b.assay"])
    #expect(try Program.run(["fmt", "--check", "a"], in: folder.path) == .init())
  }

  @Test func ofMarkdownOnlyProgramsChange() throws {
    let folder = ScratchFolder()
    let page = "#  a \n```assay\n\(Self.loose)```\n```assay .\n> claims|take 3\n```\n"
    folder.write("a.md", page)
    #expect(try Program.run(["fmt", "a.md"], in: folder.path).text == "a.md\n")
    let formatted = page.replacing(Self.loose, with: Self.tidy)
    #expect(folder.read("a.md") == Array(formatted.utf8))
  }

  @Test func aFileWithFaultsIsLeftAlone() throws {
    let folder = ScratchFolder()
    folder.write("bad.assay", "claims|wher a\nclaims|tak 3\n")
    folder.write("bad.md", "a\n```assay\nclaims|wher a\n```\n")
    folder.write("loose.assay", Self.loose)
    let outcome = try Program.run(["fmt", "bad.assay", "bad.md", "loose.assay"], in: folder.path)
    #expect(outcome.code == 2)
    #expect(outcome.text == "loose.assay\n")
    #expect(outcome.errorText.contains("error[Q102]: no stage `wher`\n --> bad.assay:1:8\n"))
    #expect(outcome.errorText.contains("\n --> bad.assay:2:8\n"))
    #expect(outcome.errorText.contains("\n --> bad.md:3:8\n3 | claims|wher a\n"))
    #expect(folder.read("bad.assay") == Array("claims|wher a\nclaims|tak 3\n".utf8))
    let piped = try Program.run(["fmt"], in: folder.path, input: Array("source a {".utf8))
    #expect(piped.code == 2)
    #expect(piped.output.isEmpty)
  }

  @Test func whatCannotBeReadOrWrittenIsTold() throws {
    let folder = ScratchFolder()
    folder.write("loose.assay", Self.loose)
    let missing = try Program.run(["fmt", "none.assay", "loose.assay"], in: folder.path)
    #expect(missing.code == 4)
    #expect(missing.errorText.hasPrefix("error[F201]: cannot read `none.assay`"))
    #expect(missing.text == "loose.assay\n")
    let full = try Program.shell(
      "printf 'claims|take 3' | \"$ASSAY\" fmt > /dev/full", in: folder.path)
    #expect(full.code == 4)
    #expect(full.errorText.hasPrefix("error[F202]"))
  }

  @Test func theExamplesAreFormatted() throws {
    let outcome = try Program.run(["fmt", "--check", "examples"], in: Program.repository)
    #expect(outcome == .init(), "\(outcome.text)")
  }

  @Test func theTemplateIsFormatted() throws {
    let folder = ScratchFolder()
    #expect(try Program.run(["new", "mine"], in: folder.path).code == 0)
    let outcome = try Program.run(["fmt", "--check", "mine"], in: folder.path)
    #expect(outcome == .init(), "\(outcome.text)")
  }
}
