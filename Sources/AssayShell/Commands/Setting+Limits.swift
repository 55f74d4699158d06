import AssayModel

extension Setting {
  static let limitTime = limit(
    "limit-time", "How many seconds a statement may run.", \.seconds, takes: "a number",
    words: { Numeral.words($0) }, LimitWord.seconds)
  static let limitMemory = limit(
    "limit-memory", "How many MiB of memory the program may hold.", \.mebibytes,
    takes: "a whole number",
    words: { "\($0)" }, LimitWord.count)
  static let limitRows = limit(
    "limit-rows", "How many rows a result may have.", \.rows, takes: "a whole number",
    words: { "\($0)" }, LimitWord.count)

  private static func limit<Value>(
    _ name: String, _ summary: String,
    _ path: WritableKeyPath<Limits, Value?> & Sendable, takes number: String,
    words: @escaping @Sendable (Value) -> String,
    _ read: @escaping @Sendable (String) -> Value?
  ) -> Setting {
    Setting(
      name: name, summary: summary, words: [LimitWord.none],
      takes:
        "\(LimitWord.none), \(number) above 0",
      get: { session in session.workspace.limits[keyPath: path].map(words) ?? LimitWord.none },
      set: { session, word in
        if word == LimitWord.none {
          session.workspace.limits[keyPath: path] = nil
          return true
        }
        guard let value = read(word) else { return false }
        session.workspace.limits[keyPath: path] = value
        return true
      })
  }
}

/// The words that say a limit, in `set` and on the command line.
package enum LimitWord {
  /// No limit.
  package static let none = "none"

  /// A number of seconds above 0, such as `0.5`.
  package static func seconds(_ word: String) -> Double? {
    guard let seconds = Double(word), seconds > 0, seconds < 1e9 else { return nil }
    return seconds
  }

  /// A whole number above 0.
  package static func count(_ word: String) -> Int? {
    guard let count = Int(word), count > 0, count < 1 << 50 else { return nil }
    return count
  }
}
