import AssayText

/// The lines of a journal.
///
///     assay journal 1
///     begin add claim @aid-2013
///     change claims/aid.assay 1024 9f2c… 77ab… <old bytes> <new bytes>
///     move in documents/aid.md 9f2c… /corpora/aid/.assay/files/1-2/9f2c…
///     made
///
/// Fields stand between tabs, with `\t`, `\n`, `\r` and `\\` for what would break a line; `-` is
/// the digest of a file that is not there. A last line without its end is of no account.
enum JournalText {
  static let head = "assay journal 1\n"
  static let made = "made\n"
  static let givenUp = "given up\n"

  static func beginning(of step: EditJournal.Step, _ edit: CorpusEdit) -> String {
    var text = "begin\t\(step.rawValue)\t\(escaped(edit.label))\n"
    for change in edit.changes {
      let fields = [
        "change", escaped(change.path), String(change.offset), change.before ?? "-",
        change.after ?? "-", escaped(String(decoding: change.old, as: UTF8.self)),
        escaped(String(decoding: change.new, as: UTF8.self)),
      ]
      text += fields.joined(separator: "\t") + "\n"
    }
    for move in edit.moves {
      let way = move.arrives ? "in" : "out"
      text += "move\t\(way)\t\(escaped(move.path))\t\(move.digest)\t\(escaped(move.place))\n"
    }
    return text + "go\n"
  }

  /// The edits of a journal in their order, each with whether it was made; one whose beginning is
  /// not whole was never begun, and one that was given up is left out.
  static func steps(of text: String) -> [(EditJournal.Step, CorpusEdit, isMade: Bool)] {
    guard text.hasPrefix(head) else { return [] }
    var steps: [(EditJournal.Step, CorpusEdit, isMade: Bool)] = []
    var begun: (step: EditJournal.Step, label: String, changes: [FileChange], moves: [FileMove])?
    // Whether the end of the last edit is still to come.
    var isOpen = false
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    lines.removeLast()  // what follows the last line end
    for line in lines {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(unescaped)
      switch (fields[0], fields.count) {
      case ("begin", 3):
        isOpen = false
        begun = EditJournal.Step(rawValue: fields[1]).map { ($0, fields[2], [], []) }
      case ("change", 7):
        guard let offset = Int(fields[2]) else { begun = nil; continue }
        begun?.changes.append(
          FileChange(
            path: fields[1], offset: offset, old: Array(fields[5].utf8),
            new: Array(fields[6].utf8), before: fields[3] == "-" ? nil : fields[3],
            after: fields[4] == "-" ? nil : fields[4]))
      case ("move", 5):
        begun?.moves.append(
          FileMove(
            path: fields[2], digest: fields[3], place: fields[4], arrives: fields[1] == "in"))
      case ("go", 1):
        if let begun {
          let edit = CorpusEdit(begun.label, begun.changes, moves: begun.moves)
          steps.append((begun.step, edit, false))
        }
        isOpen = begun != nil
        begun = nil
      case ("made", 1) where isOpen:
        steps[steps.count - 1].isMade = true
        isOpen = false
      case ("given up", 1) where isOpen:
        steps.removeLast()
        isOpen = false
      default: break
      }
    }
    return steps
  }

  /// Bytes are collected: a text that grows scalar by scalar is copied again and again.
  private static func escaped(_ text: String) -> String {
    var line: [UInt8] = []
    line.reserveCapacity(text.utf8.count + text.utf8.count / 16)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): line += "\\\\".utf8
      case UInt8(ascii: "\n"): line += "\\n".utf8
      case UInt8(ascii: "\r"): line += "\\r".utf8
      case UInt8(ascii: "\t"): line += "\\t".utf8
      default: line.append(byte)
      }
    }
    return String(decoding: line, as: UTF8.self)
  }

  private static func unescaped(_ field: Substring) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(field.utf8.count)
    var isEscaped = false
    for byte in field.utf8 {
      if !isEscaped, byte == UInt8(ascii: "\\") {
        isEscaped = true
        continue
      }
      switch (isEscaped, byte) {
      case (true, UInt8(ascii: "n")): text.append(UInt8(ascii: "\n"))
      case (true, UInt8(ascii: "r")): text.append(UInt8(ascii: "\r"))
      case (true, UInt8(ascii: "t")): text.append(UInt8(ascii: "\t"))
      default: text.append(byte)
      }
      isEscaped = false
    }
    return String(decoding: text, as: UTF8.self)
  }
}
