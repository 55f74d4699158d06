import AssayCorpus
import AssayIntake
import AssayModel
import AssayReading
import AssayText

/// Reads files one by one into proposals; what is to come into the corpus waits on the shelf.
struct IngestReader {
  private let workspace: Workspace
  private let request: IngestRequest
  private let intake: Intake
  /// Where files wait that are to come in; `nil` if none are.
  private let shelf: FileShelf?
  private let guess = LanguageGuess()
  private var known: KnownCaptures
  private var names: SourceNames
  /// The snapshots that are on their way in, by their digests.
  private var snapshots: [String: FileMove] = [:]
  private var duplicates = NearDuplicates()
  private(set) var ingestion = Ingestion()

  init(_ workspace: Workspace, _ request: IngestRequest, _ shelf: FileShelf?) throws {
    (self.workspace, self.request, self.shelf) = (workspace, request, shelf)
    intake = try workspace.intake(mapping: request.mapping)
    known = try KnownCaptures(workspace.connection)
    names = SourceNames(workspace)
    if request.comparesWording { try duplicates.addKnown(of: workspace) }
  }

  /// Reads a file.
  ///
  /// - Throws: why the work was stopped; what is wrong with the file becomes an entry.
  mutating func read(_ file: String) throws(Diagnostic) {
    do throws(Diagnostic) {
      // A file that is far too large is not worth reading.
      guard FileReader.size(of: file) <= IntakeLimits.standard.fileBytes else {
        throw Diagnostic(
          .unreadableFile, at: nil,
          "`\(file)` has more than \(IntakeLimits.standard.fileBytes >> 20) MiB")
      }
      let bytes = try FileReader.bytes(of: file, shown: file)
      if let stop = workspace.monitor.stop { throw Diagnostic(stop) }
      let digest = Digest.sha256(bytes)
      if !request.isAgain, let source = known.source(ofBytes: digest) {
        ingestion.entries.append(
          .known(
            file: file, source: source, part: known.isSnapshot(digest) ? .snapshot : .document))
        return
      }
      let name = file.split(separator: "/").last.map(String.init) ?? file
      let documents = try intake.read(bytes, name: name, workspace.monitor)
      let isWhole = documents.count == 1
      for document in documents {
        try add(document, of: file, bytes, digest: digest, isWhole: isWhole)
      }
    } catch {
      if let stop = workspace.monitor.stop { throw Diagnostic(stop) }
      ingestion.entries.append(.failed(error.about(file)))
    }
  }

  private mutating func add(
    _ document: IntakeDocument, of file: String, _ bytes: [UInt8], digest: String, isWhole: Bool
  ) throws(Diagnostic) {
    let isItself = isWhole && document.text == bytes
    let textDigest = isItself ? digest : Digest.sha256(document.text)
    if !request.isAgain, let source = known.source(ofText: textDigest) {
      ingestion.entries.append(.known(file: file, source: source, part: .text))
      return
    }
    let details = document.details
    let title = details.title.flatMap(Self.line) ?? SourceNames.opening(of: document.text, in: file)
    let id = names.id(for: title, orFile: file)
    let path = "\(SourceProposal.documents)/\(id).\(document.isMarkdown ? "md" : "txt")"
    let place = try shelf?.put(document.text, digest: textDigest) ?? ""
    var proposal = SourceProposal(
      number: ingestion.entries.count, origin: file, id: id,
      document: FileMove(path: path, digest: textDigest, place: place))
    proposal["title"] = title ?? SourceNames.bareName(file)
    proposal["publisher"] = details.publisher.flatMap(Self.line)
    proposal["author"] = details.author.flatMap(Self.line)
    proposal["published"] = details.published?.description
    proposal["retrieved"] = (request.retrieved ?? details.retrieved)?.description
    proposal["kind"] = details.kind.flatMap {
      ClosedList.sourceKind.words.contains($0) ? $0 : nil
    }
    proposal["url"] = details.url.flatMap(Self.line)
    proposal["language"] = details.language.flatMap(Self.line) ?? guess.tag(of: document.text)
    if !isItself { try keep(bytes, digest: digest, of: file, in: &proposal) }
    if document.form == .csv || document.form == .jsonl { proposal["mapping"] = request.mapping }
    proposal.notes = document.notes
    known.note(id, text: textDigest)
    if isWhole { known.note(id, bytes: digest) }
    if request.comparesWording { duplicates.add(document.text, id: id) }
    ingestion.entries.append(.proposal(proposal))
  }

  /// Names the snapshot of the bytes, which comes into the corpus once.
  private mutating func keep(
    _ bytes: [UInt8], digest: String, of file: String, in proposal: inout SourceProposal
  ) throws(Diagnostic) {
    if let path = known.snapshots[digest] {
      proposal["snapshot"] = path
      return
    }
    let path = "\(SourceProposal.snapshots)/\(digest)\(Self.ending(of: file))"
    var move = snapshots[digest]
    if move == nil {
      let place = try shelf?.put(bytes, digest: digest) ?? ""
      move = FileMove(path: path, digest: digest, place: place)
      snapshots[digest] = move
    }
    proposal["snapshot"] = move?.path
    proposal.snapshot = move
  }

  /// Says of each proposal which other document it shares most of its words with.
  mutating func compare() throws(Diagnostic) {
    let matches: [String: NearDuplicates.Match]
    do throws(Cancelled) {
      matches = try duplicates.matches(workspace.monitor)
    } catch {
      throw Diagnostic(error)
    }
    for index in ingestion.entries.indices {
      guard case .proposal(var proposal) = ingestion.entries[index],
        let match = matches[proposal.id]
      else { continue }
      proposal.note(match)
      ingestion.entries[index] = .proposal(proposal)
    }
  }

  /// Gives the only proposal an id that somebody has chosen.
  mutating func rename(to id: String) throws(Diagnostic) {
    let proposals = ingestion.entries.indices.filter {
      if case .proposal = ingestion.entries[$0] { true } else { false }
    }
    guard let index = proposals.first, proposals.count == 1,
      case .proposal(var proposal) = ingestion.entries[index]
    else {
      guard proposals.isEmpty else {
        throw Diagnostic(
          .wrongArguments, at: nil,
          "`\(id)` can be the id of one source, and there are \(proposals.count) documents")
      }
      return
    }
    guard workspace.key(of: id, .source) == nil else {
      throw Diagnostic(.wrongArguments, at: nil, "there is a source `@\(id)` already")
    }
    proposal.rename(to: id)
    ingestion.entries[index] = .proposal(proposal)
  }

  /// A text in one line; `nil` for an empty one.
  private static func line(_ text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.isEmpty ? nil : words
  }

  /// The ending of a name in lower case, if it is one of ASCII letters and digits: `.html`.
  private static func ending(of file: String) -> String {
    let name = file.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
    let ending = name[dot...].lowercased()
    let isPlain = ending.utf8.dropFirst().allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
    }
    return isPlain && (2...9).contains(ending.utf8.count) ? ending : ""
  }
}

extension SourceProposal {
  /// Says that its document is much like another.
  fileprivate mutating func note(_ match: NearDuplicates.Match) {
    let (share, other) = (Self.percent(match.share), Self.percent(match.otherShare))
    notes.append(
      "\(share) of its words stand in @\(match.other) as well, and \(other) of that in it")
    remarks.append("derives from @\(match.other) copies   \(share) of its words stand there")
  }

  private static func percent(_ share: Double) -> String {
    "\(Int((share * 100).rounded())) %"
  }
}

extension Diagnostic {
  /// The same with the name of the file, if the message has it not.
  fileprivate func about(_ file: String) -> Diagnostic {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    guard !message.contains("`\(file)`") else { return self }
    let told =
      message.contains("`\(name)`")
      ? message.replacing("`\(name)`", with: "`\(file)`") : "`\(file)`: \(message)"
    return Diagnostic(code, at: nil, told, hint: hint)
  }
}
