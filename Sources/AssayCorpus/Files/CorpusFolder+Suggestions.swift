import AssayText

extension CorpusFolder {
  /// A path or pattern of the corpus folder that fits a file and was likely meant, as a file in the
  /// same folder as `file` would write it; `nil` if there is none.
  ///
  /// That is a name spelt like it in the same folder, or the same name in another one. Looked for
  /// are files at most one folder below that of `file`.
  func suggestion(for path: String, in file: String) -> String? {
    let base = Self.parts(of: file).folder
    let isPattern = path.contains("*")
    let found = (files(matching: base + "*") + files(matching: base + "*/*")).map {
      var parts = Self.parts(of: String($0.dropFirst(base.count)))
      if isPattern { parts.name = Self.pattern(of: parts.name) }
      return parts
    }
    let wanted = Self.parts(of: path)
    let others = found.filter { $0 != wanted }
    let beside = others.filter { $0.folder == wanted.folder }.map(\.name)
    if let name = Self.closest(to: wanted.name, among: beside) { return wanted.folder + name }
    let folders = others.filter { $0.name == wanted.name }.map(\.folder)
    // Of a pattern many folders have files.
    let any = isPattern ? nil : folders.first
    let near = Spelling.closest(to: wanted.folder, among: folders) ?? any
    return near.map { $0 + wanted.name }
  }

  /// The name spelt most like this one: with the same extension, which then says nothing, or else
  /// with another.
  private static func closest(to name: String, among names: [String]) -> String? {
    let end = name.lastIndex(of: ".") ?? name.endIndex
    let same = names.filter { $0.hasSuffix(name[end...]) }
    let stems = same.map { String($0.dropLast(name[end...].count)) }
    return Spelling.closest(to: String(name[..<end]), among: stems).map { $0 + name[end...] }
      ?? Spelling.closest(to: name, among: names.filter { !same.contains($0) })
  }

  /// `claims/` and `first.assay` of `claims/first.assay`.
  private static func parts(of path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[...slash]), String(path[path.index(after: slash)...]))
  }

  /// `*.assay` of `first.assay`.
  private static func pattern(of name: String) -> String {
    "*" + name[(name.lastIndex(of: ".") ?? name.endIndex)...]
  }
}
