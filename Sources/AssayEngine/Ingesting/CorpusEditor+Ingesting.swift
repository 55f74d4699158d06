import AssayCorpus
import AssayLanguage
import AssayModel
import AssayText

extension CorpusEditor {
  /// Brings proposed sources into the corpus: their records, their texts and their snapshots, all
  /// or nothing.
  ///
  /// - Returns: the paths of the files that got the records.
  package func ingest(_ proposals: [SourceProposal]) throws(Diagnostics) -> [String] {
    let (text, records, moves) = try plan(proposals)
    workspace.shelf?.settle(moves)
    let made = try edit(adding: records, from: text, moves: moves)
    workspace.shelf?.release(moves)
    return made.changes.map(\.path)
  }

  private func plan(
    _ proposals: [SourceProposal]
  ) throws(Diagnostics) -> (text: SourceText, records: [Record], moves: [FileMove]) {
    let text = SourceText(name: "<source>", proposals.map { $0.text + "\n" }.joined())
    let records = try Self.sources(in: text)
    do throws(Diagnostic) {
      guard records.count == proposals.count else { throw .notOneSource }
      return (text, records, try moves(of: proposals, records))
    } catch {
      throw Diagnostics([error.located(in: text)])
    }
  }

  /// What would be wrong with the corpus if proposals came into it; nothing is written.
  package func faults(ofAdding proposals: [SourceProposal]) -> [Diagnostic] {
    do throws(Diagnostics) {
      let (text, records, moves) = try plan(proposals)
      _ = try edit(adding: records, from: text, moves: moves, isTrial: true)
      return []
    } catch {
      return error.all == [EditCommit.trialSucceeded] ? [] : error.all
    }
  }

  /// What is wrong with the record of a proposal, seen by itself.
  package func faults(in proposal: SourceProposal) -> [Diagnostic] {
    let text = SourceText(name: "<source>", proposal.text)
    do throws(Diagnostics) {
      return try Self.sources(in: text).count == 1 ? [] : [.notOneSource]
    } catch {
      return error.all
    }
  }

  private static func sources(in text: SourceText) throws(Diagnostics) -> [Record] {
    var parser = RecordParser(text)
    var records: [Record] = []
    while let item = parser.next() {
      guard case .record(let record) = item, record.kind == .source else {
        if parser.faults.isEmpty { throw Diagnostics([.notOneSource]) }
        break
      }
      records.append(record)
    }
    guard parser.faults.isEmpty else { throw Diagnostics(parser.faults).located(in: text) }
    return records
  }

  /// The files that come, at the paths that the records say.
  private func moves(
    of proposals: [SourceProposal], _ records: [Record]
  ) throws(Diagnostic) -> [FileMove] {
    var moves: [FileMove] = []
    var snapshots: Set<String> = []
    for (proposal, record) in zip(proposals, records) {
      if let (named, span) = Self.text("document", of: record) {
        let path = try workspace.folder.relative(named, from: CorpusFolder.entry, at: span)
        moves.append(
          FileMove(path: path, digest: proposal.document.digest, place: proposal.document.place))
      }
      if let snapshot = proposal.snapshot, Self.text("snapshot", of: record)?.0 == snapshot.path,
        snapshots.insert(snapshot.path).inserted
      {
        moves.append(snapshot)
      }
    }
    return moves
  }

  /// The text of a field of a source, and where it stands.
  static func text(_ field: String, of record: Record) -> (String, Span)? {
    guard let index = RecordSpec.source.field(field)?.index,
      let field = record.fields.first(where: { $0.index == index }),
      case .text(let text) = field.value
    else { return nil }
    return (text, field.span)
  }
}

extension Diagnostic {
  /// As when somebody has taken the record out of its proposal.
  fileprivate static var notOneSource: Diagnostic {
    Diagnostic(.unexpectedToken, at: nil, "a proposal is one `source` and nothing else")
  }
}
