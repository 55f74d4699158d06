/// The characters that charts are drawn with, each as wide as a Latin letter.
struct Glyphs: Sendable {
  let ellipsis: String
  /// A cell filled from the left by one eighth to eight; fewer where there are none.
  let filling: [Character]
  let rightHalf: Character
  /// What may or may not be there: the part of a bar between its bounds.
  let unsure: Character
  let shades: [Character]
  /// Fillings of cells that stand for words, told apart by their form.
  let patterns: [String]
  let horizontal: Character
  let vertical: Character
  let corner: Character
  let crossing: Character
  let tick: Character
  let left: Character
  let right: Character
  let up: Character
  let down: Character
  /// A date too short for a span.
  let point: Character
  let markers: [Character]
  let branch: String
  let lastBranch: String
  let trunk: String
  let hasBraille: Bool

  var full: Character { filling.last ?? "#" }

  static let unicode = Glyphs(
    ellipsis: "…", filling: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"], rightHalf: "▐",
    unsure: "░", shades: ["░", "▒", "▓", "█"],
    patterns: [
      "██", "░░", "▚▚", "▒▒", "╱╱", "══", "▐▌", "▓▓", "╲╲", "▄▄", "┼┼", "▀▀", "○○", "▪▪", "╳╳",
      "││",
    ],
    horizontal: "─", vertical: "│", corner: "└", crossing: "┼", tick: "┬", left: "◀", right: "▶",
    up: "▲", down: "▼", point: "◆",
    markers: ["●", "○", "■", "□", "▲", "△", "◆", "◇", "▼", "▽", "★", "☆"],
    branch: "├─▶ ", lastBranch: "└─▶ ", trunk: "│", hasBraille: true)

  static let ascii = Glyphs(
    ellipsis: "...", filling: ["#"], rightHalf: "#", unsure: "-", shades: [".", ":", "+", "#"],
    patterns: [
      "##", "--", "xx", "::", "//", "==", "[]", "%%", "\\\\", "__", "++", "^^", "oo", "..", "**",
      "||",
    ],
    horizontal: "-", vertical: "|", corner: "+", crossing: "+", tick: "+", left: "<", right: ">",
    up: "^", down: "v", point: "*",
    markers: ["*", "o", "x", "+", "#", "@", "%", "&", "=", "$", "a", "b"],
    branch: "+-> ", lastBranch: "`-> ", trunk: "|", hasBraille: false)
}
