import AssayLanguage
import AssayShell
import Testing

/// The formatter on every program of the repository.
@Suite struct RepositoryFormTests {
  private static let law = FormLaw(Session.grammar)
  private static let verdicts = "Tests/AssayEngineTests/verdicts"
  private static let programs: [(name: String, bytes: [UInt8])] =
    RepositoryProgram.all.map { ($0.name, Array($0.text.utf8)) }
    + ScratchFolder.names(in: Program.repository + "/" + verdicts)
    .filter { $0.hasSuffix(".assay") }
    .map { ($0, Array(RepositoryProgram.contents(verdicts + "/" + $0).utf8)) }

  @Test func everyProgramKeepsItsMeaning() {
    var sound = 0
    for program in Self.programs {
      switch Self.law.outcome(program.bytes) {
      case .holds: sound += 1
      case .isFaulty: break
      case .isBroken(let what): Issue.record("\(program.name): \(what)")
      }
    }
    #expect(sound > 300)
  }

  @Test(arguments: seeds([1, 2]))
  func everyMutationKeepsItsMeaning(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    var sound = 0
    for program in Self.programs where program.bytes.count < 3000 {
      for _ in 0..<5 {
        let mutation = FormLaw.mutation(of: program.bytes, &generator)
        switch Self.law.outcome(mutation) {
        case .holds: sound += 1
        case .isFaulty: break
        case .isBroken(let what):
          Issue.record("seed \(seed): \(program.name): \(what)")
          return
        }
      }
    }
    #expect(sound > 500)
  }
}
