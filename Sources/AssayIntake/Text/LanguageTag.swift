import AssayModel
import AssayText

/// Tags of languages as documents write them.
enum LanguageTag {
  /// As BCP 47 writes it: `es`, `en-US`, `zh-Hant`; `en_US` is read so, too. `nil` for what is none.
  static func read(_ text: String) -> String? {
    let head = text.prefix { $0 != "," && $0 != ";" && $0 != "." }.filter { !$0.isWhitespace }
    let parts = head.split { $0 == "-" || $0 == "_" }
    guard let first = parts.first, (2...3).contains(first.utf8.count), parts.count <= 4,
      parts.allSatisfy({ part in
        part.utf8.count <= 8
          && part.utf8.allSatisfy { $0.isDigit || ($0 | 0x20) &- 0x61 < 26 }
      }), first.utf8.allSatisfy({ !$0.isDigit })
    else { return nil }
    let rest = parts.dropFirst().map { part in
      switch part.utf8.count {
      case 2: part.uppercased()
      case 4: part.prefix(1).uppercased() + part.dropFirst().lowercased()
      default: part.lowercased()
      }
    }
    return ([first.lowercased()] + rest).joined(separator: "-")
  }
}
