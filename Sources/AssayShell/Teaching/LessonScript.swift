import AssayModel
import AssaySessions
import AssayText

extension Session {
  /// Lets the lesson go on, if there is one.
  func lead(_ work: (LessonGuide) throws(Diagnostic) -> Void) throws(Diagnostic) {
    guard let guide, !isOver else { return }
    try work(guide)
  }
}

/// A lesson whose learner is a pipe: each line is an entry, an empty one goes on.
package struct LessonScript {
  private let session: Session

  package init(_ session: Session) { self.session = session }

  /// Runs the lines up to the end of the lesson.
  package func run(_ input: [UInt8]) throws(Exit) {
    do throws(Diagnostic) {
      try session.lead { (guide) throws(Diagnostic) in try guide.begin() }
      var lines = input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      // Behind the last line end there is no line.
      if lines.last?.isEmpty == true { lines.removeLast() }
      for bytes in lines where !session.isOver {
        let line = String(decoding: bytes, as: UTF8.self)
        try session.write("assay> \(line)\n")
        var isTaken = false
        try session.lead { (guide) throws(Diagnostic) in isTaken = try guide.takes(line) }
        if isTaken { continue }
        do throws(Exit) {
          try session.enter(SourceText(name: "<stdin>", line))
        } catch {
          if error.code == .interrupted { throw .interrupted }
        }
        try session.lead { (guide) throws(Diagnostic) in try guide.judge() }
      }
    } catch {
      throw session.report([error])
    }
  }
}
