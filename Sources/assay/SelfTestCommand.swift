import ArgumentParser
import AssayEngine
import AssayShell
import AssayText
import Glibc

/// `assay selftest [FOLDER]`: the verdicts on a published set of pairs, and what is found in a
/// published set of sentences.
struct SelfTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "selftest",
    abstract: "Prints how verdicts and the marks of sentences compare with a careful reader's.")

  @Argument(
    help: "The folder of a set; the project's own two where the program stands in it.",
    completion: .directory)
  var folder: String?

  /// Where the project keeps its sets.
  private static let place = "Tests/AssayEngineTests/verdicts"
  private static let sentences = "Tests/AssayEngineTests/sentences"

  func run() throws {
    let run = Run()
    let tables = folder ?? Self.nearest(Self.sentences, with: "")
    let hasTables = tables.map(SentenceTest.isSet) ?? false
    guard let pairs = folder ?? Self.nearest(Self.place, with: "/corpus.assay") else {
      throw run.report([
        Diagnostic(
          .missingCorpus, at: nil, "the project's set of pairs is not found from here",
          hint: "give its folder: `assay selftest \(Self.place)`")
      ])
    }
    // A folder that is given is one set or the other.
    if folder == nil || !hasTables {
      let workspace = try run.open(pairs)
      try run.session(workspace).requireSound()
      do throws(Diagnostic) {
        print(try VerdictTest(workspace).report, terminator: "")
      } catch {
        throw run.report([error])
      }
      if hasTables { print() }
    }
    guard hasTables, let tables else { return }
    do throws(Diagnostic) {
      print(try SentenceTest(tables).report, terminator: "")
    } catch {
      throw run.report([error])
    }
  }

  /// The set at or above the working folder, or else the program's own.
  private static func nearest(_ place: String, with file: String) -> String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let program = buffer.prefix(max(0, length)).map { UInt8(bitPattern: $0) }
    let own = String(decoding: program, as: UTF8.self)
    for start in [".", own + "/.."] {
      var folder = start
      for _ in 0..<16 {
        let path = folder + "/" + place
        if access(path + file, R_OK) == 0 { return path }
        folder += "/.."
      }
    }
    return nil
  }
}
