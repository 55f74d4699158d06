import AssayEngine
import AssayModel
import AssayText

extension RunManifest {
  /// Reads the manifest of a folder.
  ///
  /// - Throws: `unreadableFile` where there is none, `brokenManifest` with the place of the fault.
  static func read(in folder: String) throws(Diagnostic) -> RunManifest {
    let path = folder + "/" + name
    let text = SourceText(name: path, bytes: try KeptFile.bytes(of: path))
    let node = try JSONReader.value(of: text, code: .brokenManifest)
    do throws(Diagnostic) {
      return try RunManifest(node)
    } catch {
      throw error.located(in: text)
    }
  }

  private init(_ node: JSONNode) throws(Diagnostic) {
    var fields = try ManifestFields(node)
    let form = try fields.take("manifest")
    guard try form.integer() == Self.form else {
      throw form.fault(
        "this version reads manifests of the form \(Self.form)",
        hint: "the manifest was written by another version")
    }
    program = try fields.take("program").text()
    let edition = try fields.take("edition")
    self.edition = try edition.integer()
    guard self.edition == ProgramBinder.edition else {
      throw edition.fault("this version runs edition \(ProgramBinder.edition)")
    }
    let format = fields.takeIfThere("format")
    self.format = try format?.text()
    if let format, OutputFormat(rawValue: try format.text()) == nil {
      throw format.fault("there is no such format")
    }
    let report = fields.takeIfThere("report")
    self.report = try report?.text()
    if let report, ReportForm(rawValue: try report.text()) == nil {
      throw report.fault("there is no such form of a report")
    }
    isSafe = try fields.takeIfThere("safe")?.boolean() ?? false
    folder = try fields.takeIfThere("folder")?.text()
    given = try fields.take("parameters").parameters()
    corpora = try fields.take("corpora").list { node throws(Diagnostic) in try Corpus(node) }
    let scripts = try fields.take("scripts")
    let known = Set(corpora.map(\.path))
    self.scripts = try scripts.list { node throws(Diagnostic) in
      try Script(node, corpora: known)
    }
    try fields.finish()
    guard !self.scripts.isEmpty else { throw scripts.fault("there is no script") }
    var seen: Set<String> = []
    for output in outputs where !seen.insert(output.path).inserted {
      throw scripts.fault("the output `\(output.path)` stands here twice")
    }
  }
}

extension RunManifest.Corpus {
  fileprivate init(_ node: JSONNode) throws(Diagnostic) {
    var fields = try ManifestFields(node)
    path = try fields.take("path").text()
    let digest = try fields.take("digest")
    files = try fields.take("files").list { node throws(Diagnostic) in
      var fields = try ManifestFields(node)
      let path = try fields.take("path").text()
      let digest = try fields.take("digest").digest()
      try fields.finish()
      return Workspace.CorpusFile(path: path, digest: digest)
    }
    try fields.finish()
    guard try digest.digest() == Workspace.digest(of: files) else {
      throw digest.fault("this is not the digest of the files below")
    }
  }
}

extension RunManifest.Script {
  fileprivate init(_ node: JSONNode, corpora: Set<String>) throws(Diagnostic) {
    var fields = try ManifestFields(node)
    path = try fields.take("path").text()
    digest = try fields.take("digest").digest()
    let corpus = try fields.take("corpus")
    self.corpus = try corpus.text()
    guard corpora.contains(self.corpus) else { throw corpus.fault("there is no such corpus above") }
    parameters = try fields.take("parameters").parameters()
    uses = try fields.take("uses").list { node throws(Diagnostic) in
      var fields = try ManifestFields(node)
      let path = try fields.take("path").text()
      let digest = try fields.take("digest").digest()
      try fields.finish()
      return RunManifest.File(path: path, digest: digest)
    }
    outputs = try fields.take("outputs").list { node throws(Diagnostic) in
      var fields = try ManifestFields(node)
      let path = try fields.take("path").outputPath()
      let digest = try fields.take("digest").digest()
      let byteCount = try fields.take("bytes").integer()
      try fields.finish()
      return RunManifest.Output(path: path, digest: digest, byteCount: byteCount)
    }
    try fields.finish()
  }
}
