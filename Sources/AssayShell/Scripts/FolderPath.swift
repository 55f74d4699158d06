import Glibc

/// Paths as texts, and where they lead.
package enum FolderPath {
  /// Makes a folder and those above it, where they are missing; that it fails is seen when it is
  /// used.
  static func make(_ path: String) {
    for (index, byte) in path.utf8.enumerated() where byte == UInt8(ascii: "/") && index > 0 {
      mkdir(String(decoding: path.utf8.prefix(index), as: UTF8.self), 0o755)
    }
    mkdir(path, 0o755)
  }

  /// The part behind the last `/`.
  package static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// The name without what stands behind its last dot.
  package static func stem(of path: String) -> String {
    let name = name(of: path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// The folder that a path leads through, with its `/`; nothing for a name alone.
  package static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// A path that is absolute, its folder without symbolic links; as it is if there is no folder.
  package static func absolute(_ path: String) -> String {
    let folder = folder(of: path)
    guard let real = Safety.resolved(folder.isEmpty ? "." : folder) else { return path }
    return (real == "/" ? "" : real) + "/" + name(of: path)
  }

  /// The way from a folder to a place, both absolute and without symbolic links.
  package static func relative(_ place: String, from folder: String) -> String {
    let (target, start) = (place.split(separator: "/"), folder.split(separator: "/"))
    let shared = zip(target, start).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: start.count - shared)
    let parts = up + target.dropFirst(shared).map(String.init)
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }

  /// A path without steps that lead back: `a/../b` is `b`.
  package static func plain(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  /// A path that begins in a folder, from where the folder begins.
  package static func joined(_ folder: String, _ path: String) -> String {
    path.hasPrefix("/") ? path : folder == "/" ? "/" + path : folder + "/" + path
  }
}
