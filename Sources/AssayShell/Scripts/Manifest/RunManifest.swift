import AssayEngine
import AssayRender

/// What a run was made of and what it wrote: the file `manifest.json` in the folder of `--out`.
///
/// Nothing in it depends on the day, the machine or the user. Paths of corpora and scripts begin
/// in the folder of the manifest, so that a tree may be moved as a whole.
package struct RunManifest: Hashable, Sendable {
  /// The name of the file.
  package static let name = "manifest.json"
  /// Counts changes of the form.
  static let form = 1

  /// A name and a value, as a person writes them.
  struct Parameter: Hashable, Sendable {
    let name: String
    let value: String
  }

  /// A script that a script took or ran.
  struct File: Hashable, Sendable {
    let path: String
    /// SHA-256 in hexadecimal.
    let digest: String
  }

  /// A file that a run wrote, by its path in the folder of the manifest.
  struct Output: Hashable, Sendable {
    let path: String
    let digest: String
    let byteCount: Int

    init(path: String, digest: String, byteCount: Int) {
      (self.path, self.digest, self.byteCount) = (path, digest, byteCount)
    }

    init(path: String, bytes: [UInt8]) {
      self.init(path: path, digest: KeptFile.digest(of: bytes), byteCount: bytes.count)
    }
  }

  /// A corpus and every file of it.
  struct Corpus: Hashable, Sendable {
    let path: String
    let files: [Workspace.CorpusFile]
  }

  /// A script and what became of it.
  struct Script: Hashable, Sendable {
    let path: String
    let digest: String
    /// The path of its corpus.
    let corpus: String
    /// All parameters with the values that they had.
    let parameters: [Parameter]
    /// In the order in which they were read.
    let uses: [File]
    /// In byte order of their paths.
    let outputs: [Output]
  }

  /// The version of the program.
  let program: String
  /// The edition of the language.
  let edition: Int
  /// What `--format` said.
  let format: String?
  /// What `--to` said.
  let report: String?
  /// Whether the run was in safe mode.
  let isSafe: Bool
  /// The working folder, where a script ran another by a path that begins there.
  let folder: String?
  /// What `--set` said, in byte order of the names.
  let given: [Parameter]
  let corpora: [Corpus]
  /// In the order in which they ran.
  let scripts: [Script]

  /// All files that the run wrote.
  var outputs: [Output] { scripts.flatMap(\.outputs) }
}

extension RunManifest {
  /// The manifest as it is written.
  var text: String {
    var members: [JSONValue.Member] = [
      .init("manifest", .number(Self.form)), .init("program", .text(program)),
      .init("edition", .number(edition)),
    ]
    if let format { members.append(.init("format", .text(format))) }
    if let report { members.append(.init("report", .text(report))) }
    if isSafe { members.append(.init("safe", true)) }
    if let folder { members.append(.init("folder", .text(folder))) }
    members += [
      .init("parameters", Self.object(given)), .init("corpora", .list(corpora.map(\.json))),
      .init("scripts", .list(scripts.map(\.json))),
    ]
    return JSONValue.object(members).page
  }

  fileprivate static func object(_ parameters: [Parameter]) -> JSONValue {
    .object(parameters.map { .init($0.name, .text($0.value)) })
  }

  fileprivate static func file(_ path: String, _ digest: String) -> JSONValue {
    ["path": .text(path), "digest": .text(digest)]
  }
}

extension RunManifest.Corpus {
  fileprivate var json: JSONValue {
    [
      "path": .text(path), "digest": .text(Workspace.digest(of: files)),
      "files": .list(files.map { RunManifest.file($0.path, $0.digest) }),
    ]
  }
}

extension RunManifest.Script {
  fileprivate var json: JSONValue {
    let written = outputs.map { output in
      RunManifest.file(output.path, output.digest).with([
        .init("bytes", .number(output.byteCount))
      ])
    }
    return [
      "path": .text(path), "digest": .text(digest), "corpus": .text(corpus),
      "parameters": RunManifest.object(parameters),
      "uses": .list(uses.map { RunManifest.file($0.path, $0.digest) }),
      "outputs": .list(written),
    ]
  }
}
