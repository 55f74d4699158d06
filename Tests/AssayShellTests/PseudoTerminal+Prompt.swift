import Testing

/// The prompt on a terminal, a statement at a time.
extension PseudoTerminal {
  /// Starts the program and waits for its prompt. `variables` come on top of those that it needs.
  static func prompt(
    in folder: ScratchFolder, _ arguments: [String] = ["examples/peru"],
    _ variables: [String: String] = [:], rows: UInt16 = 40, columns: UInt16 = 80
  ) throws -> PseudoTerminal {
    let own = ["HOME": folder.path, "PATH": "/usr/bin:/bin", "TERM": "xterm-256color"]
    let terminal = try PseudoTerminal(
      ["/usr/bin/env", "-C", folder.path, Program.path] + arguments,
      environment: own.merging(variables) { $1 }, rows: rows, columns: columns)
    try terminal.expect("assay> ")
    return terminal
  }

  /// Runs a statement of one line, and gives what is shown before the next prompt.
  func run(_ statement: String) throws -> String {
    send(statement + "\r")
    try expect("\n")
    return try expect("assay> ")
  }

  /// Ctrl-D.
  func leave() throws {
    sendControl("d")
    #expect(try waitForExit() == .exited(0))
  }
}

extension ScratchFolder {
  /// A file as text; empty if there is none.
  func text(_ file: String) -> String { String(decoding: read(file) ?? [], as: UTF8.self) }
}
