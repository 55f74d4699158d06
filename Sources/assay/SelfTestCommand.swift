import ArgumentParser
import AssayEngine
import AssayShell
import AssayText
import Glibc

/// `assay selftest [FOLDER]`: the verdicts on a published set of pairs.
struct SelfTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "selftest",
    abstract: "Prints how the verdicts on a set of pairs compare with a careful reader's.")

  @Argument(
    help: "The folder of the set; the project's own where the program stands in it.",
    completion: .directory)
  var folder: String?

  /// Where the project keeps its set.
  private static let place = "Tests/AssayEngineTests/verdicts"

  func run() throws {
    let run = Run()
    guard let folder = folder ?? Self.nearest() else {
      throw run.report([
        Diagnostic(
          .missingCorpus, at: nil, "the project's set of pairs is not found from here",
          hint: "give its folder: `assay selftest \(Self.place)`")
      ])
    }
    let workspace = try run.open(folder)
    try run.session(workspace).requireSound()
    do throws(Diagnostic) {
      print(try VerdictTest(workspace).report, terminator: "")
    } catch {
      throw run.report([error])
    }
  }

  /// The set at or above the working folder, or else the program's own.
  private static func nearest() -> String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let program = buffer.prefix(max(0, length)).map { UInt8(bitPattern: $0) }
    let own = String(decoding: program, as: UTF8.self)
    for start in [".", own + "/.."] {
      var folder = start
      for _ in 0..<16 {
        let path = folder + "/" + place
        if access(path + "/corpus.assay", R_OK) == 0 { return path }
        folder += "/.."
      }
    }
    return nil
  }
}
