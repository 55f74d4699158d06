import AssayEngine
import AssayLanguage
import AssaySessions
import AssayText
import Glibc

/// Files and places that commands of the prompt go to.
extension Session {
  /// What `open` means: a path from the corpus folder and a line.
  func place(
    _ name: Name, _ arguments: [Name]
  ) throws(Diagnostic) -> (path: String, line: Int) {
    guard let first = arguments.first, let last = arguments.last else {
      throw Diagnostic(
        .wrongArguments, at: name.span, "`open` takes a row, an `@id` or a place",
        hint: "`open 3`, `open quote 3`, `open @ID`, `open claims/a.assay:12`")
    }
    if first.text == "quote", arguments.count == 2 {
      if let place = try documentPlace(ofRow: last) { return place }
      let record = try record(ofRow: last)
      guard let place = try workspace.quotePlace(of: record) else {
        throw Diagnostic(.noSuchRow, at: last.span, "\(record.words) has no quote")
      }
      return place
    }
    if arguments.count == 1, Int(first.text) != nil {
      if let place = try documentPlace(ofRow: first) { return place }
      let record = try record(ofRow: first)
      return (record.path, record.line)
    }
    if first.text.hasPrefix("@") || arguments.count == 2 && last.text.hasPrefix("@") {
      let record = try record(name, arguments)
      return (record.path, record.line)
    }
    // A path is of many tokens, so the text itself says it.
    let span = Span(first.span.start, last.span.end)
    let quoted = arguments.count == 1 ? first.text : nil
    return try filePlace(quoted ?? workspace.statementText?.text(at: span) ?? "", at: span)
  }

  private func record(ofRow number: Name) throws(Diagnostic) -> FoundRecord {
    guard let row = Int(number.text), row > 0 else {
      throw Diagnostic(.wrongArguments, at: number.span, "the number of a row is 1 or more")
    }
    return try workspace.record(ofRow: row, of: planOfLastResult(at: number.span), at: number.span)
  }

  /// Where the words stand that a row is, if it is words of a document.
  private func documentPlace(ofRow number: Name) throws(Diagnostic) -> (path: String, line: Int)? {
    guard let row = Int(number.text), row > 0 else { return nil }
    return try workspace.documentPlace(ofRow: row, of: planOfLastResult(at: number.span))
  }

  private func filePlace(
    _ words: String, at span: Span
  ) throws(Diagnostic) -> (path: String, line: Int) {
    var path = words
    var line = 1
    if let colon = words.lastIndex(of: ":"), let number = Int(words[words.index(after: colon)...]) {
      (path, line) = (String(words[..<colon]), max(number, 1))
    }
    let relative = try workspace.folder.relative(path, from: "", at: span)
    guard access(workspace.folder.absolute(relative), R_OK) == 0 else {
      throw Diagnostic(
        .unreadableFile, at: span, "the corpus has no file `\(relative)`",
        hint: "paths begin at the corpus folder")
    }
    return (relative, line)
  }

  /// Reads the corpus again if its files have changed, and says so.
  package func rereadIfChanged() throws(Diagnostic) {
    do throws(Diagnostic) {
      try workspace.folder.requirePresent()
    } catch {
      // What was read of it can still be asked.
      report([error])
      return
    }
    guard workspace.hasChangedFiles else { return }
    let known = Set(workspace.faults)
    try workspace.reload()
    let new = workspace.faults.filter { !known.contains($0) }
    report(new)
    say("the files have changed: \(soundness())")
  }

  /// `run "file"`: the statements of a file, as if they were typed here.
  func runFile(_ path: Name) throws(Diagnostic) {
    guard depth < Self.deepestRun else {
      throw Diagnostic(.tooDeep, at: path.span, "files run each other more than \(depth) deep")
    }
    try requireReadable(path)
    notes?.look(at: path.text)
    let session = try sessionText(path)
    let text = try Workspace.script(path.text)
    notes?.run(text)
    let outer = workspace.statementText
    depth += 1
    defer {
      depth -= 1
      workspace.statementText = outer
    }
    if let session { return try play(session, path) }
    do throws(Exit) { try runDeclaring(text) } catch { failure = error }
  }

  /// The file as a session, if it is one.
  private func sessionText(_ path: Name) throws(Diagnostic) -> SessionText? {
    guard LiterateText.isMarkdown(path.text) else { return nil }
    let source = SourceText(name: path.text, bytes: try KeptFile.bytes(of: path.text))
    do throws(Diagnostics) {
      let text = try SessionText(source)
      let isSession = text.items.contains { if case .session = $0 { true } else { false } }
      return isSession ? text : nil
    } catch {
      throw error.all.first ?? .interrupted
    }
  }

  /// How deep files may run each other.
  private static let deepestRun = 20
}
