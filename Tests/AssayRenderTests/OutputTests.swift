import AssayModel
import AssayRender
import Glibc
import Testing

@Suite struct OutputTests {
  @Test func collects() throws {
    let output = Output()
    let literal: StaticString = "é"
    try output.write(literal)
    try output.write(" a")
    try output.write(([1, 2, 3] as [UInt8])[1...])
    try Array("z".utf8).withUnsafeBufferPointer { bytes throws(OutputFailure) in
      try output.write(bytes)
    }
    try output.flush()
    #expect(output.bytes == Array("é a\u{2}\u{3}z".utf8))
  }

  /// Many pieces of 64 KiB and a rest.
  @Test func writesAllOfIt() throws {
    let file = try #require(tmpfile())
    defer { fclose(file) }
    let output = Output(descriptor: fileno(file))
    let line = String(repeating: "x", count: 999) + "\n"
    for _ in 0..<1000 { try output.write(line) }
    try output.flush()
    #expect(lseek(fileno(file), 0, SEEK_END) == 1_000_000)
    #expect(output.bytes.isEmpty)
  }

  @Test func saysThatTheReaderIsGone() throws {
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    let output = Output(descriptor: ends[1])
    try output.write("x")
    #expect(throws: OutputFailure.closed) { try output.flush() }
    try output.flush()  // what failed is gone
  }

  @Test func saysWhatCannotBeWritten() throws {
    let full = open("/dev/full", O_WRONLY)
    defer { close(full) }
    let output = Output(descriptor: full, path: "claims.csv")
    try output.write("x")
    #expect(
      throws: OutputFailure.unwritable(path: "claims.csv", reason: "No space left on device")
    ) { try output.flush() }
  }
}
