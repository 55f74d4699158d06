import AssayModel
import AssayStore
import AssayText

extension Diagnostic {
  /// Does work that may fail with a diagnostic or in the store, and tells either as a diagnostic.
  static func telling<Result>(_ work: () throws -> Result) throws(Diagnostic) -> Result {
    do {
      return try work()
    } catch let error as Diagnostic {
      throw error
    } catch let error as StoreError {
      throw .storeFailed(error)
    } catch let stop as Cancelled {
      throw Diagnostic(stop)
    } catch {
      throw Diagnostic(.storeFailed, at: nil, "\(error)")
    }
  }

  /// Why work was stopped.
  package init(_ stop: Cancelled) {
    switch stop {
    case .interrupted: self = .interrupted
    case .overTime(let seconds):
      self = .limitReached(
        "limit-time", "the statement ran longer than", "\(Numeral.words(seconds)) s",
        Numeral.words(seconds * 2))
    case .overMemory(let mebibytes):
      self = .limitReached(
        "limit-memory", "the program holds more memory than", "\(mebibytes) MiB",
        "\(2 * mebibytes)")
    }
  }

  /// As `claims` after `set limit-rows 10`.
  static func tooManyRows(_ most: Int) -> Diagnostic {
    .limitReached("limit-rows", "the result has more rows than", "\(most)", "\(2 * most)")
  }

  /// - Parameters:
  ///   - limit: what the limit is.
  ///   - more: a value that allows more.
  private static func limitReached(
    _ setting: String, _ fact: String, _ limit: String, _ more: String
  ) -> Diagnostic {
    Diagnostic(
      .limitReached, at: nil, "\(fact) `\(setting)`, which is \(limit)",
      hint: "`set \(setting) \(more)` allows more, `set \(setting) none` any")
  }
}
