import AssayEngine
import AssayText
import Glibc

/// The result of a script that is recorded beside it: `bases.out` beside `bases.assay`.
package struct RecordedResult {
  private let script: String
  /// Where the record is.
  package let path: String

  package init(of script: String) {
    self.script = script
    let name = FolderPath.stem(of: script) + ".out"
    // A script may itself end in `.out`.
    let isFree = name != FolderPath.name(of: script)
    path = FolderPath.folder(of: script) + (isFree ? name : name + ".out")
  }

  /// How a result differs from the record.
  package enum Outcome {
    case equal
    /// The differences as `diff -u` shows them.
    case different([UInt8])
  }

  /// Compares a result with the record, byte for byte.
  ///
  /// - Throws: `recordDiffers` where there is no record, `unreadableFile`.
  package func compare(_ result: [UInt8]) throws(Diagnostic) -> Outcome {
    guard access(path, F_OK) == 0 else {
      throw Diagnostic(
        .recordDiffers, at: nil, "`\(script)` has no recorded result: there is no `\(path)`",
        hint: "`--update` records what it writes now")
    }
    let recorded = try KeptFile.bytes(of: path)
    let diff = UnifiedDiff(
      recorded, result, oldName: path + "\trecorded", newName: path + "\tnow")
    return diff.bytes.isEmpty ? .equal : .different(diff.bytes)
  }

  /// That a result is not what is recorded.
  package var fault: Diagnostic {
    Diagnostic(
      .recordDiffers, at: nil, "`\(script)` does not write what `\(path)` records",
      hint: "`--update` records what it writes now")
  }

  /// Records a result; `false` if it is recorded already.
  ///
  /// - Throws: `unwritableFile`; the record is then as it was.
  package func update(_ result: [UInt8]) throws(Diagnostic) -> Bool {
    if access(path, F_OK) == 0, try KeptFile.bytes(of: path) == result { return false }
    try KeptFile.write(result, to: path)
    return true
  }
}
