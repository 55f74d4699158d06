import AssayCorpus
import AssayModel
import AssayStore
import AssayText

/// Makes an edit: checked as a whole, then written whole or not at all.
///
/// Nobody else writes meanwhile: shells wait for each other at the lock of the index. What the
/// files say at that moment counts, not what the index has seen of them.
struct EditCommit {
  private let workspace: Workspace
  private let step: EditJournal.Step
  private let edit: CorpusEdit
  private let insertions: [Insertion]
  /// Whether all is checked and nothing written.
  var isTrial = false

  /// Text that comes from a statement, for faults to be shown there.
  struct Insertion {
    let path: String
    /// Where it begins in the new bytes of the change.
    let offset: Int
    let span: Span
    let source: SourceText
  }

  init(
    _ workspace: Workspace, _ step: EditJournal.Step, _ edit: CorpusEdit,
    insertions: [Insertion] = []
  ) {
    (self.workspace, self.step, self.edit) = (workspace, step, edit)
    self.insertions = insertions
  }

  /// The edit as it was made: others may have moved what it changes.
  ///
  /// - Throws: what is wrong with the corpus that would come of it, or why it cannot be written.
  func run() throws(Diagnostics) -> CorpusEdit {
    do throws(Diagnostic) { try workspace.folder.requirePresent() } catch {
      throw Diagnostics([error])
    }
    let location = IndexLocation(workspace.folder)
    return try location.locked(
      workspace.monitor, orThrow: { Diagnostics([Diagnostic($0)]) }
    ) { () throws(Diagnostics) in
      EditJournal.recover(stateFolder: location.folder, in: workspace.folder)
      let plan = try plan()
      let index = try check(plan, location)
      workspace.adopt(index)
      return plan.edit
    }
  }

  // MARK: What the files become

  private struct Plan {
    let edit: CorpusEdit
    /// The corpus as it will be.
    let folder: CorpusFolder
    /// The files to write, in their order, with what tells whether others have written meanwhile.
    let files: [(path: String, bytes: [UInt8]?, stamp: String?)]
  }

  private func plan() throws(Diagnostics) -> Plan {
    var folder = workspace.folder
    var changes: [FileChange] = []
    var files: [(path: String, bytes: [UInt8]?, stamp: String?)] = []
    do throws(Diagnostic) {
      for change in edit.changes {
        let path = folder.absolute(change.path)
        let stamp = FileReader.stamp(of: path)
        let bytes = stamp == nil ? nil : try FileReader.bytes(of: path, shown: change.path)
        let (actual, result) = try change.rebased(onto: bytes)
        folder.overlay[change.path] = .some(result)
        changes.append(actual)
        files.append((change.path, result, stamp))
      }
      for (count, move) in edit.moves.enumerated() {
        if count & 15 == 0, let stop = workspace.monitor.stop { throw Diagnostic(stop) }
        try move.plan(in: &folder)
      }
    } catch {
      throw Diagnostics([error])
    }
    return Plan(
      edit: CorpusEdit(edit.label, changes, moves: edit.moves), folder: folder, files: files)
  }

  // MARK: Checking

  /// Checks the corpus as it will be, and writes the files if it is sound.
  private func check(
    _ plan: Plan, _ location: IndexLocation
  ) throws(Diagnostics) -> CorpusIndex {
    if workspace.faults.isEmpty, !bringsMoreThanThereIs,
      let connection = CorpusIndex.existing(location, workspace.monitor),
      let state = try? IndexState(plan.folder, connection, workspace.monitor)
    {
      let outcome: IndexUpdate.Outcome
      do throws(Diagnostic) {
        outcome = try IndexUpdate.run(connection, plan.folder, state) {
          () throws(Diagnostic) in try write(plan)
        }
      } catch {
        throw Diagnostics([error])
      }
      switch outcome {
      case .done: return CorpusIndex(CorpusIndex.prepared(connection), [], location)
      case .faulty(let files): throw located(files, plan)
      case .needsBuild: break
      // The files are what counts; their index is made anew when there is room for it.
      case .behind: return try build(plan, .memory) { () throws(Diagnostic) in }
      }
    }
    return try build(plan, location) { () throws(Diagnostic) in try write(plan) }
  }

  /// Whether more documents come than the corpus has: then its index is made anew, which is the
  /// faster way for many.
  private var bringsMoreThanThereIs: Bool {
    let count = edit.moves.count { $0.arrives }
    guard count > 20 else { return false }
    return (try? workspace.count(of: .document)).map { $0 < count } ?? true
  }

  /// Reads the whole corpus as it will be.
  private func build(
    _ plan: Plan, _ location: IndexLocation, _ write: () throws(Diagnostic) -> Void
  ) throws(Diagnostics) -> CorpusIndex {
    var refused: Diagnostics?
    do throws(CorpusIndex.Failure) {
      let index = try IndexBuild.run(
        plan.folder, location, workspace.monitor
      ) { files in
        do throws(Diagnostics) {
          let new = news(in: files)
          guard new.isEmpty else { throw located(new, plan) }
          do throws(Diagnostic) { try write() } catch { throw Diagnostics([error]) }
          return true
        } catch {
          refused = error
          return false
        }
      }
      if let refused { throw CorpusIndex.Failure.refused(refused) }
      return index
    } catch {
      switch error {
      case .stopped(let stop): throw Diagnostics([Diagnostic(stop)])
      case .store(let error): throw Diagnostics([.storeFailed(error)])
      case .refused(let faults): throw faults
      }
    }
  }

  /// The faults that the corpus did not have before.
  private func news(in files: [IndexUpdate.FileFaults]) -> [IndexUpdate.FileFaults] {
    // Counted, as the same words may be wrong in several places.
    var known: [String: Int] = [:]
    for fault in workspace.faults { known[Self.identity(fault), default: 0] += 1 }
    return files.compactMap { file in
      let new = file.faults.filter { fault in
        known[Self.identity(fault), default: 0] -= 1
        return known[Self.identity(fault), default: 0] < 0
      }
      return new.isEmpty ? nil : IndexUpdate.FileFaults(path: file.path, faults: new)
    }
  }

  /// What stays of a fault when lines above it come or go.
  private static func identity(_ fault: Diagnostic) -> String {
    "\(fault.code.rawValue) \(fault.excerpt?.name ?? "") \(fault.excerpt?.text ?? "") \(fault.message)"
  }

  // MARK: Writing

  private func write(_ plan: Plan) throws(Diagnostic) {
    if isTrial { throw Self.trialSucceeded }
    // Noted before anything is on the disk, so that all that a killed shell leaves is found.
    try workspace.journal.begin(step, plan.edit)
    var isMade = false
    var isUndecided = false
    defer { if !isUndecided { workspace.journal.finish(step, plan.edit, isMade: isMade) } }
    var waiting: [AtomicFile] = []
    defer { for file in waiting { file.discard() } }
    for file in plan.files {
      let path = workspace.folder.absolute(file.path)
      waiting.append(try AtomicFile(file.bytes, at: path, shown: file.path))
    }
    for file in plan.files
    where FileReader.stamp(of: workspace.folder.absolute(file.path)) != file.stamp {
      throw .changedMeanwhile(file.path)
    }
    // Files come before the texts that name them, and go after them.
    var moved: [FileMove] = []
    func takeMovesBack() -> Bool {
      moved.reversed().allSatisfy { (try? $0.inverse.make(in: workspace.folder)) != nil }
    }
    for move in plan.edit.moves where move.arrives {
      do throws(Diagnostic) {
        try move.make(in: workspace.folder)
        moved.append(move)
      } catch {
        isUndecided = !takeMovesBack()
        throw error
      }
    }
    for (index, file) in waiting.enumerated() {
      do throws(Diagnostic) {
        try file.commit()
      } catch {
        let written = plan.edit.changes[..<index]
        let isTakenBack = EditJournal.takeBack(written, in: workspace.folder) && takeMovesBack()
        guard !isTakenBack else { throw error }
        // What stays in the journal is taken back when the corpus is opened again.
        isUndecided = true
        let paths = written.map { "`\($0.path)`" }.joined(separator: ", ")
        throw Diagnostic(
          error.code, at: nil, error.message, hint: "\(paths): written, and not taken back")
      }
    }
    // A file that nothing names any more does no harm if it stays.
    for move in plan.edit.moves where !move.arrives { try? move.make(in: workspace.folder) }
    isMade = true
  }

  /// What a trial ends with if nothing is wrong.
  static let trialSucceeded = Diagnostic(.changedMeanwhile, at: nil, "nothing was written")

  // MARK: Telling

  /// Faults in what the statement says are shown in the statement.
  private func located(_ files: [IndexUpdate.FileFaults], _ plan: Plan) -> Diagnostics {
    Diagnostics(
      files.flatMap { file in file.faults.map { located($0, in: file.path, plan) } })
  }

  private func located(_ fault: Diagnostic, in path: String, _ plan: Plan) -> Diagnostic {
    guard let span = fault.span else { return fault }
    for insertion in insertions where insertion.path == path {
      guard let change = plan.edit.changes.first(where: { $0.path == path }) else { continue }
      // A line end may have come before what is inserted.
      let grown = change.new.count - (planned(path)?.new.count ?? change.new.count)
      let start = change.offset + insertion.offset + grown
      let length = insertion.span.end - insertion.span.start
      guard span.start >= start, span.end <= start + length else { continue }
      let shift = insertion.span.start - start
      let moved = Span(span.start + shift, span.end + shift)
      return Diagnostic(fault.code, at: moved, fault.message, hint: fault.hint)
        .located(in: insertion.source)
    }
    return fault
  }

  private func planned(_ path: String) -> FileChange? {
    edit.changes.first { $0.path == path }
  }
}
