import AssayText

/// A change of one corpus file: some of its bytes give way to others, the rest stays as it is.
package struct FileChange: Hashable, Sendable {
  /// From the corpus folder.
  package let path: String
  /// Where the bytes stand in the file before the change.
  package let offset: Int
  package let old: [UInt8]
  package let new: [UInt8]
  /// Digests of the whole file before and after; `nil` where there is no file.
  package let before: String?
  package let after: String?

  package init(
    path: String, offset: Int, old: [UInt8], new: [UInt8], before: String?, after: String?
  ) {
    (self.path, self.offset, self.old, self.new) = (path, offset, old, new)
    (self.before, self.after) = (before, after)
  }

  /// The change that makes `file` of `bytes`; `nil` stands for a file that is not there.
  package init(path: String, replacing range: Range<Int>, of bytes: [UInt8]?, by new: [UInt8]) {
    self.path = path
    offset = range.lowerBound
    old = bytes.map { Array($0[range]) } ?? []
    self.new = new
    before = bytes.map(Digest.sha256)
    after = Digest.sha256(Self.bytes(bytes ?? [], with: new, at: range))
  }

  /// What takes the change back.
  package var inverse: FileChange {
    FileChange(path: path, offset: offset, old: new, new: old, before: after, after: before)
  }

  /// The change as it has to be made to a file that others may have changed meanwhile, and what
  /// the file is then.
  ///
  /// What is to be replaced has to stand at its place, or else at one place only. What only
  /// comes in comes in at its place if the file is as it was, and at the end of it otherwise.
  ///
  /// - Throws: `changedMeanwhile` when there is no such place.
  package func rebased(
    onto bytes: [UInt8]?
  ) throws(Diagnostic) -> (change: FileChange, result: [UInt8]?) {
    guard let bytes else {
      guard before == nil else { throw .changedMeanwhile(path) }
      return (self, new)
    }
    let isAsBefore = Digest.sha256(bytes) == before
    // Where others have written into a file that is to go, only the bytes go.
    if after == nil, isAsBefore { return (self, nil) }
    guard let offset = isAsBefore ? offset : place(in: bytes) else {
      throw .changedMeanwhile(path)
    }
    let range = offset..<(offset + old.count)
    let newline = UInt8(ascii: "\n")
    let joins = !isAsBefore && old.isEmpty && offset > 0 && bytes[offset - 1] != newline
    // What comes in at another place begins a line there.
    let new = joins && new.first != newline ? [newline] + new : new
    let change = FileChange(path: path, replacing: range, of: bytes, by: new)
    return (change, Self.bytes(bytes, with: new, at: range))
  }

  /// Whether the change has been made to a file, be it that others have written into it since.
  func isMade(in bytes: [UInt8]?) -> Bool {
    let digest = bytes.map(Digest.sha256)
    if digest == after { return true }
    if digest == before { return false }
    // What is new stands there; or else, where nothing is new, what is old does not.
    if new.isEmpty { return (try? rebased(onto: bytes)) == nil }
    return (try? inverse.rebased(onto: bytes)) != nil
  }

  private func place(in bytes: [UInt8]) -> Int? {
    guard !old.isEmpty else { return bytes.count }
    if offset + old.count <= bytes.count, bytes[offset..<(offset + old.count)].elementsEqual(old) {
      return offset
    }
    return bytes.withUnsafeBufferPointer { bytes in
      old.withUnsafeBufferPointer { old in
        guard let first = ByteSearch.first(old, in: bytes),
          ByteSearch.first(old, in: bytes, from: first + 1) == nil
        else { return nil }
        return first
      }
    }
  }

  private static func bytes(_ bytes: [UInt8], with new: [UInt8], at range: Range<Int>) -> [UInt8] {
    var result = bytes
    result.replaceSubrange(range, with: new)
    return result
  }
}

extension Diagnostic {
  /// As after another program has rewritten what `undo` would take back.
  package static func changedMeanwhile(_ path: String) -> Diagnostic {
    Diagnostic(
      .changedMeanwhile, at: nil, "`\(path)` has been changed at this place by others",
      hint: "nothing was written; `reload` reads the corpus again")
  }
}
