import AssayLanguage
import AssayText

/// Commands that bring documents to claims.
extension CommandSpec {
  static let review = CommandSpec(
    name: "review", usage: "review [@SOURCE [all|status]]",
    summary: "At the prompt, goes through what looks like a claim; or says how far that is.",
    example: "review @base-insider status"
  ) { session, name, arguments throws(Diagnostic) in
    try session.review(name, arguments)
  }

  static let propose = CommandSpec(
    name: "propose", usage: "propose --with \"COMMAND\" [@SOURCE …]",
    summary: "Lets a program propose claims, which are kept apart until you accept them.",
    example: "propose --with \"true\" @base-insider"
  ) { session, name, arguments throws(Diagnostic) in
    try session.requireFree(name, to: "start other programs")
    try session.requireWritable(name)
    let request = try ProposeRequest(name, arguments)
    try session.propose(request, at: name.span)
  }
}
