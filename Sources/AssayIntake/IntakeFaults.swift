import AssayModel
import AssayText

extension Diagnostic {
  /// As `ingest photo.txt`, a picture with the name of a text.
  static func unreadableDocument(
    _ name: String, _ fact: String, hint: String? = nil
  ) -> Diagnostic {
    Diagnostic(.unreadableDocument, at: nil, "`\(name)` \(fact)", hint: hint)
  }

  /// As `ingest page.html`, a page with 100 000 elements in each other.
  static func tooLarge(_ name: String, _ fact: String, hint: String? = nil) -> Diagnostic {
    Diagnostic(.documentTooLarge, at: nil, "`\(name)` \(fact)", hint: hint)
  }

  /// As `ingest report.pdf` where poppler is not installed.
  static func programMissing(_ program: String, package: String, for name: String) -> Diagnostic {
    Diagnostic(
      .programMissing, at: nil, "`\(name)` cannot be read without the program `\(program)`",
      hint: "it is in the package `\(package)`")
  }

  /// As `ingest rows.csv` with a mapping to a field that no row has, or a row that is not whole.
  static func brokenRows(_ name: String, line: Int, _ fact: String) -> Diagnostic {
    Diagnostic(.brokenRows, at: nil, "line \(line) of `\(name)`: \(fact)")
  }

  /// As `ingest --fields "text=body, headline" rows.csv`.
  static func badMapping(_ fact: String) -> Diagnostic {
    Diagnostic(
      .brokenRows, at: nil, fact,
      hint: "as in `text=body, title=headline, published=date, url=link`")
  }

  /// Why work was stopped.
  static func stopped(_ stop: Cancelled) -> Diagnostic {
    switch stop {
    case .interrupted: Diagnostic(.interrupted, at: nil, "interrupted")
    case .overTime: Diagnostic(.limitReached, at: nil, "the statement ran longer than it may")
    case .overMemory:
      Diagnostic(.limitReached, at: nil, "the program holds more memory than it may")
    }
  }
}

/// A number of bytes for a person: `20 MiB`.
func bytesInWords(_ count: Int) -> String {
  if count >= 1 << 20 { return "\(count >> 20) MiB" }
  if count >= 1 << 10 { return "\(count >> 10) KiB" }
  return count == 1 ? "1 byte" : "\(count) bytes"
}
