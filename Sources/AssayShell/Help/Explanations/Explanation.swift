import AssayText

/// What `help Q103` says of a code: why the program insists, a text with the fault, the text mended.
///
/// A new code gets its value in the list that fits; a test holds the lists to the codes, and runs
/// what they show.
package struct Explanation: Sendable {
  package let code: DiagnosticCode
  /// What the code means and why it is no small matter, in 1 to 4 sentences.
  package let means: String
  /// A small text that has the fault.
  package let wrong: String?
  /// The same text mended.
  package let right: String?
  package let place: Place

  /// Where such a text stands.
  package enum Place: Hashable, Sendable {
    /// A program, run on `examples/peru`.
    case statement
    /// A file of the corpus that `assay new` makes; the entry file itself if it begins with
    /// `corpus`. A fault that only a question brings out has the question.
    case corpusFile(asked: String? = nil)
    /// Nowhere: the fault is in what surrounds the program. What is shown is for a reader, and not
    /// run.
    case environment
  }

  init(
    _ code: DiagnosticCode, means: String, wrong: String? = nil, right: String? = nil,
    in place: Place
  ) {
    (self.code, self.means, self.place) = (code, means, place)
    (self.wrong, self.right) = (wrong, right)
  }

  /// One for each code, in the order of the codes.
  package static let all: [Explanation] =
    texts + names + values + programs + questions + records + references + documents + facts
    + surroundings + intake

  /// The explanation of a code.
  package static func of(_ code: DiagnosticCode) -> Explanation? { all.first { $0.code == code } }
}
