/// The syntax file for Vim and Neovim.
///
/// Of the items that fit a place Vim takes the one that was defined last: first the word that is
/// nothing special, then the words that are.
struct VimSyntax {
  /// The file type of `*.assay`.
  static let detection = "autocmd BufNewFile,BufRead *.assay setfiletype assay\n"

  /// How comments are written, and what a word is.
  static let plugin = """
    if exists("b:did_ftplugin")
      finish
    endif
    let b:did_ftplugin = 1
    setlocal comments=:# commentstring=#\\ %s
    setlocal iskeyword+=-
    let b:undo_ftplugin = "setlocal comments< commentstring< iskeyword<"

    """

  let text: String

  init() {
    text =
      ([
        "\" Vim syntax file", "\" Language: Assay", "\" Written by `assay syntax vim`.", "",
        "if exists(\"b:current_syntax\")", "  finish", "endif", "",
        "let s:options = &cpoptions", "set cpoptions&vim", "syntax case match",
        "syntax sync fromstart", "",
      ] + Self.tokens + Self.expressions + Self.statements
      + SyntaxWords.records.flatMap(Self.record) + [""] + Self.colours + [
        "", "let b:current_syntax = \"assay\"", "let &cpoptions = s:options",
        "unlet s:options", "",
      ]).joined(separator: "\n")
  }

  /// Whether a letter goes on with a word, of which a `-` may stand before it.
  static let letter = "%([A-Za-z0-9_]|[^\\x00-\\x7F])"
  static let word =
    "%([A-Za-z]|[^\\x00-\\x7F])" + letter + "*%(-" + letter + "+)*"
  static let number = "[0-9]%(_?[0-9])*%(\\.[0-9]%(_?[0-9])*)?"
  static let id = letter + "+%(-" + letter + "+)*"
  static let end = "%(-?" + letter + ")@!"
  /// What stands before a statement.
  static let start = "%(%(^|;)[ \\t]*)@40<="

  static func any(of words: [String]) -> String {
    "%(" + words.joined(separator: "|") + ")" + end
  }

  static func match(_ group: String, _ pattern: String, _ more: String = "") -> String {
    "syntax match \(group) /\\v\(pattern.replacing("/", with: "\\/"))/"
      + (more.isEmpty ? "" : " " + more)
  }

  /// A part from one pattern to another; `opened` is the group of both ends.
  static func region(
    _ group: String, opened: String, _ begin: String, to end: String, _ more: String
  ) -> String {
    "syntax region \(group) matchgroup=\(opened) start=/\\v\(begin)/ end=/\\v\(end)/ \(more)"
  }

  private static let colours: [String] = [
    ("Comment", "Comment"), ("Text", "String"), ("Escape", "SpecialChar"),
    ("BadEscape", "Error"), ("Reference", "Identifier"), ("Variable", "Identifier"),
    ("Number", "Number"), ("Date", "Number"), ("Scale", "Number"), ("Unit", "Type"),
    ("Sign", "Operator"), ("Operator", "Operator"), ("Connector", "Keyword"),
    ("Constant", "Constant"), ("Function", "Function"), ("Relation", "Type"),
    ("Pipe", "Operator"), ("Stage", "Statement"), ("Statement", "Keyword"),
    ("Command", "Statement"), ("Kind", "Structure"), ("Name", "Identifier"), ("Field", "Label"),
    ("Bracket", "Delimiter"),
  ].map { "highlight default link assay\($0.0) \($0.1)" }
}
