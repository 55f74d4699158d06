import ArgumentParser
import AssayCorpus
import AssayLanguage
import AssayRender
import AssayShell
import AssayText
import Glibc

/// `assay fmt [FILE…]`: scripts and corpus files in their one form.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt", abstract: "Formats scripts, corpus files and programs in Markdown files.")

  @Argument(
    help: .init(
      """
      What to format: files, and of folders the .assay files below them; standard input otherwise. \
      Of .md files the blocks of programs.
      """, valueName: "file"),
    completion: .file(extensions: ["assay", "md"]))
  var files: [String] = []

  @Flag(help: "Changes nothing: prints the names of files that are not formatted, and ends with 1.")
  var check = false

  @Flag(help: "Changes nothing: prints what would change, line by line.")
  var diff = false

  @Option(
    help: .init(
      "How standard error tells what is wrong: \(DiagnosticForm.names).", valueName: "form"))
  var diagnostics: DiagnosticForm = .text

  private static let formatter = Formatter(grammar: Session.grammar)

  func run() throws {
    let run = Run(diagnostics)
    // Each file is whole at any time, so that Ctrl-C may end the program where it is.
    signal(SIGINT, SIG_DFL)
    if files.isEmpty || files == ["-"] { return try formatInput(run) }
    var failure: Exit?
    var hasChanges = false
    for file in files.flatMap({ Self.files(at: $0) }) {
      switch Result(catching: { () throws(Diagnostics) in try format(file) }) {
      case .success(nil): continue
      case .success(let told?):
        hasChanges = true
        try run.print(told)
      case .failure(let faults):
        let end = run.report(faults.all)
        failure = failure ?? end
      }
    }
    if let failure { throw failure }
    if check, hasChanges { throw Exit(.expectationFailed) }
  }

  private func formatInput(_ run: Run) throws(Exit) {
    let text = SourceText(name: "<stdin>", bytes: try run.standardInput())
    let formatted: [UInt8]
    do throws(Diagnostics) {
      formatted = try Self.formatter.format(text)
    } catch {
      throw run.report(error.all)
    }
    if !check, !diff { return try run.print(String(decoding: formatted, as: UTF8.self)) }
    guard formatted != text.bytes else { return }
    try run.print(words(on: text, formatted))
    if check { throw Exit(.expectationFailed) }
  }

  /// What is printed of a text that was not formatted.
  private func words(on text: SourceText, _ formatted: [UInt8]) -> String {
    guard diff else { return text.name + "\n" }
    let diff = UnifiedDiff(text.bytes, formatted, oldName: text.name, newName: text.name)
    return String(decoding: diff.bytes, as: UTF8.self)
  }

  /// Formats the file, which is rewritten unless changes are only looked for.
  ///
  /// - Returns: what to print; `nil` if the file was formatted already.
  private func format(_ file: String) throws(Diagnostics) -> String? {
    let stamp = FileReader.stamp(of: file)
    let bytes = try alone { () throws(Diagnostic) in
      try FileReader.bytes(of: file, shown: file)
    }
    let text = SourceText(name: file, bytes: bytes)
    let isPage = file.hasSuffix(".md")
    let formatted =
      try isPage ? Self.formatter.formatMarkdown(text) : Self.formatter.format(text)
    if formatted == text.bytes { return nil }
    if check || diff { return words(on: text, formatted) }
    try alone { () throws(Diagnostic) in
      let waiting = try AtomicFile(formatted, at: file, shown: file)
      guard FileReader.stamp(of: file) == stamp else {
        waiting.discard()
        throw Diagnostic(
          .changedMeanwhile, at: nil, "`\(file)` has been changed by others meanwhile",
          hint: "nothing was written; format it again")
      }
      try waiting.commit()
    }
    return words(on: text, formatted)
  }

  /// What `body` gives, its fault as the only one.
  private func alone<Value>(
    _ body: () throws(Diagnostic) -> Value
  ) throws(Diagnostics) -> Value {
    do throws(Diagnostic) { return try body() } catch { throw Diagnostics([error]) }
  }

  /// The file, or of a folder all `.assay` files below it, in byte order and without hidden ones;
  /// what is linked to from there is left out.
  private static func files(at path: String) -> [String] {
    var status = stat()
    // What cannot be listed is told when it is read.
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR,
      access(path, R_OK | X_OK) == 0
    else { return [path] }
    let folder = path.hasSuffix("/") ? path : path + "/"
    return FileReader.names(in: path).flatMap { name in
      let entry = folder + name
      guard lstat(entry, &status) == 0 else { return [String]() }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: return files(at: entry)
      case S_IFREG: return name.hasSuffix(".assay") ? [entry] : []
      default: return []
      }
    }
  }
}
