import AssayCorpus
import AssayLanguage
import AssayText

/// What a program has taken from other scripts, and how it reads them.
package struct ScriptUses {
  /// The scripts that were read, in their order.
  package fileprivate(set) var taken: [SourceText] = []
  /// The scripts that use each other, from the program down to the text at hand.
  fileprivate var chain: [String] = []
  private let isAllowed: (Name) throws(Diagnostic) -> Void

  /// - Parameter isAllowed: throws where a path may not be read.
  package init(isAllowed: @escaping (Name) throws(Diagnostic) -> Void = { _ in }) {
    self.isAllowed = isAllowed
  }

  /// The text at a path.
  fileprivate func read(_ path: Name) throws(Diagnostic) -> SourceText {
    try isAllowed(path)
    return try FileReader.script(path.text)
  }
}

extension ProgramBinder {
  /// `use "other.assay"`: takes over what another script defines and expects, not what it shows.
  ///
  /// The path begins in the folder of the script that names it. A script that was taken before
  /// is not taken again.
  mutating func use(_ path: String, at span: Span) throws(Diagnostic) {
    guard !path.contains("*") else {
      throw Diagnostic(
        .wrongArguments, at: span, "`\(path)` is no script",
        hint: "a program uses one script at a time; patterns are for `corpus.assay`")
    }
    let folder = text.name.lastIndex(of: "/").map { String(text.name[...$0]) } ?? ""
    let place = path.hasPrefix("/") ? path : folder + path
    let own = uses.chain.isEmpty ? [FileReader.realPath(text.name) ?? text.name] : uses.chain
    let real = FileReader.realPath(place) ?? place
    if let first = own.firstIndex(of: real) {
      throw .usesItself(path, through: own.count - first - 1, at: span)
    }
    guard !uses.taken.contains(where: { FileReader.realPath($0.name) == real }) else { return }
    let script: SourceText
    do throws(Diagnostic) {
      script = try uses.read(Name(place, at: span))
    } catch {
      throw Diagnostic(error.code, at: span, error.message, hint: error.hint)
    }
    uses.taken.append(script)
    var inner = uses
    inner.chain = own + [real]
    var binder = ProgramBinder(script, grammar, workspace, given, inner)
    let last = workspace.environment.last
    do throws(Diagnostics) {
      try binder.bindAll { $0.isDefinition }
    } catch {
      binder.faults += error.all
    }
    workspace.environment.last = last
    binder.uses.chain = uses.chain
    adopt(binder)
  }
}

extension Statement {
  /// Whether a script that is used gives it to its user: what it shows stays its own.
  fileprivate var isDefinition: Bool {
    switch self {
    case .edition, .letQuery, .letValue, .def, .param, .expect, .use: true
    case .query, .explain, .declaration, .corpus, .command: false
    }
  }
}

extension Diagnostic {
  /// As in `use "a.assay"` in the file `a.assay`.
  static func usesItself(_ path: String, through others: Int, at span: Span) -> Diagnostic {
    let way = others == 0 ? "" : " through \(others) other\(others == 1 ? "" : "s")"
    return Diagnostic(
      .usesItself, at: span, "the script uses itself\(way) by `\(path)`",
      hint: "move what both need into a script of its own")
  }
}
