import AssayLanguage
import AssayModel
import AssayText

/// What `propose` is asked to do.
package struct ProposeRequest: Sendable {
  /// The program, as a shell reads it.
  package var command: String
  /// The sources whose documents are sent; all that have one if none is named.
  package var sources: [Name]
  /// Whose proposals they are.
  package var maker: String
  package var limits: ChildProcess.Limits

  /// How long a program may run, in seconds, where nothing is said.
  package static let seconds = 300.0
  /// How much a program may write, in MiB, where nothing is said.
  package static let mebibytes = 64

  /// - Parameter maker: the name that proposals get; one made of the command otherwise.
  package init(
    command: String, sources: [Name], maker: String? = nil, seconds: Double? = nil,
    mebibytes: Int? = nil
  ) {
    (self.command, self.sources) = (command, sources)
    self.maker = Self.name(maker ?? Self.program(of: command))
    limits = ChildProcess.Limits(
      seconds: seconds ?? Self.seconds, outputBytes: min(mebibytes ?? Self.mebibytes, 1 << 20) << 20
    )
  }

  /// `--with "COMMAND" [--maker NAME] [--seconds N] [--megabytes N] [@SOURCE …]`.
  init(_ name: Name, _ arguments: [Name]) throws(Diagnostic) {
    var values: [String: Name] = [:]
    var sources: [Name] = []
    var rest = arguments[...]
    while let word = rest.popFirst() {
      if word.text.hasPrefix("@"), word.text.utf8.count > 1 {
        sources.append(Name(String(word.text.dropFirst()), at: word.span))
      } else if word.text == "-", rest.first?.text == "-", rest.count > 2 {
        // Two signs, the name, the value: each is a token.
        rest = rest.dropFirst()
        guard let option = rest.popFirst(), Self.options.contains(option.text),
          values[option.text] == nil, let value = rest.popFirst()
        else { throw Self.wrong(word.span) }
        values[option.text] = value
      } else if word.text != "," {
        throw Self.wrong(word.span)
      }
    }
    guard let command = values["with"] else { throw Self.wrong(name.span) }
    guard Self.isCommand(command.text) else {
      throw Diagnostic(.outOfRange, at: command.span, "`--with` takes a command, not an empty text")
    }
    func read<Value>(_ option: String, _ read: (String) -> Value?) throws(Diagnostic) -> Value? {
      guard let word = values[option] else { return nil }
      guard let value = read(word.text) else {
        throw Diagnostic(.outOfRange, at: word.span, "`--\(option)` takes a number above 0")
      }
      return value
    }
    self.init(
      command: command.text, sources: sources, maker: values["maker"]?.text,
      seconds: try read("seconds", LimitWord.seconds),
      mebibytes: try read("megabytes", LimitWord.count))
  }

  private static let options: Set<String> = ["with", "maker", "seconds", "megabytes"]

  private static func wrong(_ span: Span) -> Diagnostic {
    Diagnostic(
      .wrongArguments, at: span, "`propose` takes `--with` and a command in quotes, then sources",
      hint: "`propose --with \"python3 figures.py\" @base-insider`")
  }

  /// Whether a text can be a command: an empty one would run, and propose nothing.
  package static func isCommand(_ text: String) -> Bool {
    text.contains { !$0.isWhitespace }
  }

  /// What a command is called: `figures` of `python3 examples/figures.py --all`.
  static func program(of command: String) -> String {
    let words = command.split(separator: " ").filter { !$0.hasPrefix("-") }.map { word in
      let file = word.split(separator: "/").last ?? word
      return String(file.prefix { $0 != "." })
    }
    let interpreters: Set<String> = [
      "env", "python", "python3", "sh", "bash", "node", "ruby", "perl", "uv", "run", "exec",
    ]
    return words.first { !interpreters.contains($0) } ?? words.first ?? ""
  }

  /// A name as ids have it: letters, digits and `-`.
  static func name(_ text: String) -> String {
    let words = WordFolding.words(of: text).split(separator: " ")
      .map { $0.filter(\.isASCII) }.filter { !$0.isEmpty }
    var name = String(words.joined(separator: "-").prefix(50))
    while name.last == "-" { name.removeLast() }
    if name.isEmpty { return "program" }
    return name.first?.isLetter ?? false ? name : "program-\(name)"
  }
}
