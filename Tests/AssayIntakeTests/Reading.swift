import AssayModel
import AssayText
import Testing

@testable import AssayIntake

/// A file read as a test needs it.
enum Reading {
  static func all(
    _ bytes: [UInt8], _ name: String = "page.html", mapping: FieldMapping? = nil,
    limits: IntakeLimits = .standard, programs: IntakePrograms = .standard
  ) throws -> [IntakeDocument] {
    try Intake(limits: limits, mapping: mapping, programs: programs).read(bytes, name: name, .idle)
  }

  static func one(_ text: String, _ name: String = "page.html") throws -> IntakeDocument {
    try #require(all(Array(text.utf8), name).first)
  }

  /// What is wrong with a file, or `nil`.
  static func fault(
    _ bytes: [UInt8], _ name: String = "page.html", limits: IntakeLimits = .standard,
    programs: IntakePrograms = .standard
  ) -> Diagnostic? {
    do throws(Diagnostic) {
      _ = try Intake(limits: limits, programs: programs).read(bytes, name: name, .idle)
      return nil
    } catch {
      return error
    }
  }

  /// What the words of a document were made of.
  static func original(of words: String, in document: IntakeDocument, _ file: [UInt8]) -> String? {
    let needle = Array(words.utf8)
    let start = document.text.withUnsafeBufferPointer { text in
      needle.withUnsafeBufferPointer { ByteSearch.first($0, in: text) }
    }
    guard let start, let origin = document.origins.origin(of: Span(start, start + needle.count))
    else { return nil }
    return String(decoding: file[origin.span.start..<origin.span.end], as: UTF8.self)
  }
}

extension IntakeDocument {
  var words: String { String(decoding: text, as: UTF8.self) }
}
