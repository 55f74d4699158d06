import AssayText

/// The decisions about the document of one source, as a file keeps them: a line each, in the order
/// of the document.
///
/// Comments, empty lines and lines that cannot be read stay where they are, above the decision
/// that they stand above.
package struct ReviewFile: Sendable {
  /// What is wrong with lines of the text, each with its line.
  package let faults: [Diagnostic]
  private var header: [[UInt8]] = []
  /// The header of a file that the program makes.
  private let ownHeader: [[UInt8]]
  private var entries: [Entry] = []
  /// What stands below the last decision.
  private var rest: [[UInt8]] = []

  private struct Entry: Sendable {
    /// The lines above that are no decisions.
    var above: [[UInt8]]
    let decision: ReviewDecision
  }

  /// The path of the file, from the corpus folder.
  package static func path(of source: String) -> String { "\(folder)/\(source).review" }

  /// The folder of these files, in the corpus folder.
  package static let folder = "reviews"

  /// Reads a file; `nil` stands for one that is not there.
  package init(_ text: SourceText?, of source: String) {
    let ownHeader = [
      Array("# What `review @\(source)` made no claim of: bytes of its document.".utf8)
    ]
    self.ownHeader = ownHeader
    guard let text else {
      faults = []
      header = ownHeader
      return
    }
    var faults: [Diagnostic] = []
    var start = 0
    let newline = UInt8(ascii: "\n")
    for line in text.bytes.split(separator: newline, omittingEmptySubsequences: false) {
      defer { start += line.count + 1 }
      var bytes = Array(line)
      if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
      let first = bytes.first { $0 != 0x20 && $0 != 0x09 }
      if first == UInt8(ascii: "#"), entries.isEmpty, rest.isEmpty {
        header.append(bytes)
      } else if first == nil || first == UInt8(ascii: "#") {
        rest.append(bytes)
      } else {
        do throws(Diagnostic) {
          let decision = try ReviewDecision(line: bytes, at: start)
          entries.append(Entry(above: rest, decision: decision))
          rest = []
        } catch {
          faults.append(error)
          rest.append(bytes)
        }
      }
    }
    // The line end of the last line begins no other.
    if rest.last?.isEmpty == true { rest.removeLast() }
    self.faults = Diagnostics(faults).located(in: text).all
  }

  /// The decisions in the order of the file.
  package var decisions: [ReviewDecision] { entries.map(\.decision) }

  /// Keeps a decision in place of an earlier one about the same.
  package mutating func keep(_ decision: ReviewDecision) {
    if let index = entries.firstIndex(where: { $0.decision.isAboutSame(as: decision) }) {
      entries[index] = Entry(above: entries[index].above, decision: decision)
    } else {
      entries.append(Entry(above: [], decision: decision))
    }
  }

  /// Takes a decision out.
  package mutating func remove(_ decision: ReviewDecision) {
    guard let index = entries.firstIndex(where: { $0.decision == decision }) else { return }
    let above = entries.remove(at: index).above
    if index < entries.count {
      entries[index].above = above + entries[index].above
    } else {
      rest = above + rest
    }
  }

  /// The file as bytes; `nil` when it holds nothing any more, not even a person's comment.
  package var bytes: [UInt8]? {
    guard !entries.isEmpty || !rest.isEmpty || header != ownHeader else { return nil }
    let sorted = entries.enumerated().sorted { one, other in
      let (left, right) = (one.element.decision.range, other.element.decision.range)
      let places = [(left.lowerBound, right.lowerBound), (left.upperBound, right.upperBound)]
      for (a, b) in places where a != b { return a < b }
      return one.offset < other.offset
    }
    let lines =
      header + sorted.flatMap { $0.element.above + [Array($0.element.decision.line.utf8)] }
    return Array((lines + rest).joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
  }
}
