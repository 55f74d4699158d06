import AssayCorpus
import AssayModel
import AssayText
import Glibc

extension Workspace {
  /// Rewrites a file of the corpus folder that is no corpus text, nobody else writing meanwhile.
  ///
  /// - Parameters:
  ///   - path: from the corpus folder, with one folder in it, which is made if it is missing.
  ///   - change: the bytes that stand there to those that shall; `nil` stands for no file.
  /// - Throws: what `change` throws; `unwritableFile`, and then the file is as it was.
  func rewrite(
    _ path: String, _ change: ([UInt8]?) throws(Diagnostic) -> [UInt8]?
  ) throws(Diagnostic) {
    try folder.requirePresent()
    try IndexLocation(folder).locked(
      monitor, orThrow: { Diagnostic($0) }
    ) { () throws(Diagnostic) in
      let old = try kept(path)
      let new = try change(old)
      guard new != old else { return }
      let absolute = folder.absolute(path)
      if let slash = absolute.lastIndex(of: "/") { mkdir(String(absolute[..<slash]), 0o777) }
      try requireKeptInside(path)
      try AtomicFile(new, at: absolute, shown: path).commit()
    }
  }

  /// The bytes of such a file; `nil` if there is none.
  func kept(_ path: String) throws(Diagnostic) -> [UInt8]? {
    try requireKeptInside(path)
    guard FileReader.stamp(of: folder.absolute(path)) != nil else { return nil }
    return try FileReader.bytes(of: folder.absolute(path), shown: path)
  }

  /// Makes sure that neither the file nor its folder is a link that leads out of the corpus.
  private func requireKeptInside(_ path: String) throws(Diagnostic) {
    for part in [path.prefix { $0 != "/" }, path[...]] {
      do throws(Diagnostic) {
        try folder.requireInside(String(part), at: Span(0, 0))
      } catch {
        throw Diagnostic(error.code, at: nil, error.message)
      }
    }
  }
}
