import AssayLanguage
import AssayModel
import AssayText

extension Diagnostic {
  /// As in `claims | where confidance > 0.5`.
  ///
  /// - Parameter meant: what was likely meant; otherwise what is spelt like it.
  static func unknownColumn(
    _ name: Name, among known: [String], meant: String? = nil
  ) -> Diagnostic {
    let meant = meant ?? Spelling.closest(to: name.text, among: known)
    guard !known.isEmpty else {
      return Diagnostic(
        .unknownColumn, at: name.span, "there are no rows here, so no column `\(name.text)`",
        hint: meant.map { "did you mean `\($0)`?" }
          ?? "texts are written in quotes, values as `$name`")
    }
    return Diagnostic(
      .unknownColumn, at: name.span, "no column `\(name.text)` in these rows",
      hint: meant.map { "did you mean `\($0)`?" } ?? "columns: \(list(known))")
  }

  /// The first names of a list, as many as a line holds.
  private static func list(_ names: [String]) -> String {
    names.count <= 10
      ? names.joined(separator: ", ")
      : names.prefix(8).joined(separator: ", ") + ", … (`describe` lists the columns)"
  }

  /// As in `clams | count`.
  static func unknownRelation(_ name: Name, known: [String]) -> Diagnostic {
    Diagnostic(
      .unknownRelation, at: name.span, "no relation `\(name.text)`",
      hint: Spelling.closest(to: name.text, among: known).map { "did you mean `\($0)`?" }
        ?? "relations: \(known.joined(separator: ", "))")
  }

  /// As in `claims | where mode = plann`.
  package static func unknownWord(_ word: String, in list: ClosedList, at span: Span) -> Diagnostic
  {
    let isShort = list.words.count <= 20
    let words = list.words.prefix(isShort ? 20 : 12).joined(separator: ", ")
    return Diagnostic(
      .unknownWord, at: span, "`\(word)` is no \(list.name)",
      hint: Spelling.closest(to: word, among: list.words).map { "did you mean `\($0)`?" }
        ?? "one of: \(words)\(isShort ? "" : ", … (\(list.words.count) in all)")")
  }

  /// As in `claims | where source > 3`.
  static func typeMismatch(
    _ left: ValueType, _ right: ValueType, at span: Span, hint: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      .typeMismatch, at: span, "\(left.withArticle) cannot be compared with \(right.withArticle)",
      hint: hint)
  }

  /// As in `claims | where says`.
  static func wrongType(
    _ found: ValueType, wanted: String, at span: Span, hint: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      .typeMismatch, at: span, "expected \(wanted), found \(found.withArticle)", hint: hint)
  }

  /// As in `claims | take -1`.
  static func outOfRange(_ what: String, at span: Span) -> Diagnostic {
    Diagnostic(.outOfRange, at: span, what)
  }
}

extension ValueType {
  /// `a figure`, `an entity kind`.
  var withArticle: String {
    let isVowel = name.first.map { "aeiou".contains($0) } ?? false
    return (isVowel ? "an " : "a ") + name
  }
}
