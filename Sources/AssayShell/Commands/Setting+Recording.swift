/// How claims are recorded.
extension Setting {
  static let coder = Setting(
    name: "coder", summary: "Who records claims: `review` writes it into each.", words: [],
    get: { $0.coder },
    set: { session, word in
      session.coder = word.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return true
    })
}
