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
    } catch {
      throw Diagnostic(.storeFailed, at: nil, "\(error)")
    }
  }
}
