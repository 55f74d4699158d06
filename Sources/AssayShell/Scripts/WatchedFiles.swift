import AssayEngine

/// Scripts and corpora as they were when they were looked at.
package struct WatchedFiles {
  private let workspaces: [Workspace]
  /// The scripts, as they were before they were read.
  package var scripts = LookedFiles()
  /// Of each corpus the stamps of its files, by their paths.
  private var corpora: [[String: String?]] = []

  package init(_ workspaces: [Workspace]) {
    self.workspaces = workspaces
    corpora = workspaces.map { workspace in
      let files = (try? workspace.files()) ?? []
      let stamps = files.map { ($0.path, KeptFile.stamp(of: workspace.folder.absolute($0.path))) }
      return Dictionary(stamps, uniquingKeysWith: { $1 })
    }
  }

  /// What has changed since, in byte order of the paths; nothing while a corpus is away.
  package var changes: [String] {
    var changed = scripts.changed
    for (workspace, known) in zip(workspaces, corpora) {
      guard (try? workspace.folder.requirePresent()) != nil else { return [] }
      guard workspace.hasChangedFiles else { continue }
      let own = known.filter { path, stamp in
        KeptFile.stamp(of: workspace.folder.absolute(path)) != stamp
      }
      // A file that is new is not among those that are known.
      changed += own.isEmpty ? ["the corpus"] : own.map(\.key)
    }
    return changed.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

/// Files that were read, as they were just before: what changes while they are read is seen later.
package struct LookedFiles {
  private var stamps: [String: String?] = [:]

  package init() {}

  /// Notes a file that is about to be read; that it is read twice makes no difference.
  package mutating func look(at path: String) {
    if stamps[path] == nil { stamps[path] = .some(KeptFile.stamp(of: path)) }
  }

  /// Takes over what was noted elsewhere.
  package mutating func add(_ other: LookedFiles) { stamps.merge(other.stamps) { own, _ in own } }

  /// The files that are no longer as they were, in no order.
  var changed: [String] { stamps.filter { KeptFile.stamp(of: $0.key) != $0.value }.map(\.key) }
}
