import Testing

@testable import AssayModel

@Suite struct ChildProcessTests {
  private static let limits = ChildProcess.Limits(seconds: 20, outputBytes: 1 << 20)

  @Test func carriesBytesBothWays() throws {
    let input = [UInt8](repeating: 65, count: 300_000)
    let ending = try ChildProcess(["cat"], Self.limits).run(input)
    #expect(ending.output == input)
    #expect(ending.reason == .exited(0))
  }

  /// Commands and how they end.
  private static let endings: [(command: String, reason: ChildProcess.Reason)] = [
    ("exit 3", .exited(3)),
    ("kill -9 $$", .signalled(9)),
    ("no-such-program-at-all", .exited(127)),
    ("while true; do echo a line of no use to anybody at all; done", .wroteTooMuch),
  ]

  @Test(arguments: endings)
  func tellsHowItEnded(command: String, reason: ChildProcess.Reason) throws {
    let ending = try ChildProcess(shell: command, Self.limits).run(Array("unread".utf8))
    #expect(ending.reason == reason)
  }

  @Test func endsWhatTakesTooLong() throws {
    let limits = ChildProcess.Limits(seconds: 0.2, outputBytes: 1 << 10)
    #expect(try ChildProcess(["sleep", "1000"], limits).run().reason == .tookTooLong)
  }

  @Test func endsWhatClosesItsEndsAndGoesOn() throws {
    let limits = ChildProcess.Limits(seconds: 0.2, outputBytes: 1 << 10)
    let ending = try ChildProcess(shell: "exec >&- 2>&-; sleep 1000", limits).run()
    #expect(ending.reason == .tookTooLong)
  }

  @Test func keepsWhatWasSaidOnStandardError() throws {
    let ending = try ChildProcess(shell: "echo lost >&2", Self.limits).run()
    #expect(ending.errors == Array("lost\n".utf8))
    #expect(ending.output.isEmpty)
  }

  @Test func saysWhatCannotBeStarted() throws {
    let ending = try ChildProcess(["/no/such/program"], Self.limits).run()
    #expect(ending.reason == .notStarted("No such file or directory"))
  }
}
