import CPCRE2

/// Regular expressions: PCRE2, on UTF-8, with a limit on the work that one match may take.
package enum Pattern {
  /// What a query ends with when a match goes past its limit.
  package static let tooLong = "the pattern takes too long on a text"

  /// What is wrong with a pattern, and at which byte of it; `nil` when it can be used.
  package static func fault(in pattern: String) -> (message: String, offset: Int)? {
    var code: Int32 = 0
    var offset = 0
    let compiled = compile(Array(pattern.utf8), &code, &offset)
    guard compiled == nil else {
      pcre2_code_free_8(compiled)
      return nil
    }
    var buffer = [UInt8](repeating: 0, count: 256)
    let length = pcre2_get_error_message_8(code, &buffer, buffer.count)
    return (String(decoding: buffer.prefix(max(0, Int(length))), as: UTF8.self), offset)
  }

  static func compile(_ pattern: UnsafeBufferPointer<UInt8>) -> OpaquePointer? {
    var code: Int32 = 0
    var offset = 0
    return compile(Array(pattern), &code, &offset)
  }

  private static func compile(
    _ pattern: [UInt8], _ code: inout Int32, _ offset: inout Int
  ) -> OpaquePointer? {
    pcre2_compile_8(
      pattern, pattern.count, UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP), &code, &offset, nil)
  }

  /// How many groups matched, or a negative code of PCRE2.
  static func matchCount(_ code: OpaquePointer, _ text: UnsafeBufferPointer<UInt8>) -> Int32 {
    let data = pcre2_match_data_create_from_pattern_8(code, nil)
    let context = pcre2_match_context_create_8(nil)
    defer {
      pcre2_match_data_free_8(data)
      pcre2_match_context_free_8(context)
    }
    pcre2_set_match_limit_8(context, 1_000_000)
    return pcre2_match_8(code, text.baseAddress, text.count, 0, 0, data, context)
  }
}
