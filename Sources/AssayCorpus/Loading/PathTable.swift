/// The keys of the files of a corpus.
package final class PathTable {
  private var keys: [String: Int64]
  private var paths: [Int64: String] = [:]
  private var next: Int64

  /// - Parameter known: the files that an index has keys for.
  package init(_ known: [String: Int64] = [:]) {
    keys = known
    for (path, key) in known { paths[key] = path }
    next = (known.values.max() ?? 0) + 1
  }

  /// The key of a file, given now if it has none.
  package func key(of path: String) -> Int64 {
    if let key = keys[path] { return key }
    keys[path] = next
    paths[next] = path
    next += 1
    return next - 1
  }

  package func path(of key: Int64) -> String { paths[key] ?? "" }
}
