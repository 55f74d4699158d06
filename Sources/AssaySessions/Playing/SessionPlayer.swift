import AssayText

/// Plays a session: opens the shells that it names, on the corpora that it declares or names.
package struct SessionPlayer {
  private let text: SessionText
  private let host: any SessionHost
  private let folder: SessionFolder
  private var shared: [(path: String, bytes: [UInt8])] = []
  private var own: [(path: String, bytes: [UInt8])] = []
  private var isInSection = false
  /// Whether the files of the section have been written.
  private var isReady = false
  private var shell: (any SessionShell)?

  package init(_ text: SessionText, on host: any SessionHost, in folder: SessionFolder) {
    (self.text, self.host, self.folder) = (text, host, folder)
  }

  /// Takes over what an item says, and gives the shell for its statements if it is a session.
  ///
  /// - Throws: `badSession` for one that goes on where nothing was before.
  package mutating func shell(
    for item: SessionText.Item
  ) throws(Diagnostics) -> (any SessionShell)? {
    switch item {
    case .heading(let level, _, _):
      guard level == 2 else { return nil }
      (isInSection, own) = (true, [])
      isReady = false
      return nil
    case .file(let path, let block):
      let bytes = Self.bytes(of: text.words(of: block))
      if isInSection { own.append((path, bytes)) } else { shared.append((path, bytes)) }
      isReady = false
      return nil
    case .session(let block): return try shell(for: block)
    case .prose, .block: return nil
    }
  }

  private mutating func shell(for block: SessionBlock) throws(Diagnostics) -> any SessionShell {
    if let corpus = block.opening.first {
      if !isReady { write() }
      isReady = true
      let place = folder.link(corpus)
      let opened = try host.open(
        [place] + block.opening.dropFirst(), isOwn: folder.holds(place))
      shell = opened
      return opened
    }
    guard let shell else {
      let fault = Diagnostic(
        .badSession, at: Span(block.block.whole.lowerBound, block.block.body.lowerBound),
        "no session stands before this one, so it has no corpus",
        hint: "name one: ```assay examples/peru")
      throw Diagnostics([fault]).located(in: SourceText(name: text.name, bytes: text.bytes))
    }
    return shell
  }

  private func write() {
    folder.clear()
    for file in shared + own { folder.write(file.bytes, to: file.path) }
  }

  /// Plays the whole text.
  ///
  /// - Parameter each: called with each step when it was played.
  /// - Throws: what keeps the session from being played.
  package mutating func play(
    each: (PlayedStep) -> Void = { _ in }
  ) throws(Diagnostics) -> PlayedSession {
    var blocks: [(block: SessionBlock, steps: [PlayedStep])] = []
    for item in text.items {
      guard let shell = try shell(for: item), case .session(let block) = item else { continue }
      var steps: [PlayedStep] = []
      for step in block.steps {
        steps.append(PlayedStep(step, found: shell.run(step.statement).lines))
        each(steps[steps.count - 1])
      }
      blocks.append((block, steps))
    }
    return PlayedSession(text: text, blocks: blocks)
  }

  /// The bytes of a text in which `‹FF›` stands for the byte FF.
  static func bytes(of text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "‹"), let end = rest[start...].firstIndex(of: "›") {
      let inner = rest[rest.index(after: start)..<end]
      bytes += Array(rest[..<start].utf8)
      // Any other text in such marks is itself.
      bytes += UInt8(inner, radix: 16).map { [$0] } ?? Array(rest[start...end].utf8)
      rest = rest[rest.index(after: end)...]
    }
    return bytes + Array(rest.utf8)
  }
}

/// A session that was played to its end.
package struct PlayedSession {
  package let text: SessionText
  package let blocks: [(block: SessionBlock, steps: [PlayedStep])]

  /// The steps that wrote something else than the session says.
  package var differences: [PlayedStep] {
    blocks.flatMap(\.steps).filter { !$0.isAsExpected }
  }

  package var stepCount: Int { blocks.reduce(0) { $0 + $1.steps.count } }

  /// The text with what was written in place of what was expected; all else byte for byte.
  package var updated: [UInt8] {
    var bytes: [UInt8] = []
    var place = 0
    for (block, steps) in blocks {
      bytes += text.bytes[place..<block.block.body.lowerBound]
      bytes += steps.flatMap { Array($0.step.text(writing: $0.updated).utf8) }
      place = block.block.body.upperBound
    }
    return bytes + text.bytes[place...]
  }
}
