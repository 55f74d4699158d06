/// A small corpus that changes at random: files of records, and documents.
///
/// Most changes leave it sound; some break it, and later ones may mend that.
struct RandomCorpus {
  /// The records of each corpus file, by its path.
  private var files: [String: [String]] = [:]
  /// The sentences of each document, by its path.
  private var documents: [String: [String]] = [:]
  private var generator: SplitMix
  private var lastNumber = 0

  init(seed: UInt64) {
    generator = SplitMix(seed: seed)
    files["corpus.assay"] = [
      #"corpus random { title "Random" }"#, #"use "entities.assay""#, #"use "sources.assay""#,
      #"use "claims/*.assay""#,
    ]
    files["entities.assay"] =
      (0..<6).map { entity($0) } + [
        #"predicate cost { label "cost"; value money; changes }"#,
        #"predicate owner { label "belongs to"; object person, place; many }"#,
        #"question paid "Is it paid for?" { answer yes "It is"; answer no "It is not" }"#,
      ]
    files["sources.assay"] = (0..<3).map { source($0, hasDocument: $0 < 2) }
    for number in 0..<2 {
      documents["documents/s\(number).md"] = (0..<5).map { "Sentence \($0) of source \(number)." }
    }
    for file in ["claims/a.assay", "claims/b.assay"] {
      files[file] = (0..<4).map { _ in claim(newID()) }
    }
  }

  /// The texts of all files, by their paths.
  var texts: [String: String] {
    files.mapValues { $0.joined(separator: "\n") + "\n" }
      .merging(documents.mapValues { $0.joined(separator: "\n") + "\n" }) { $1 }
  }

  /// Changes something, and says what.
  mutating func change() -> String {
    switch Int.random(in: 0..<20, using: &generator) {
    case 0: return "nothing, but touched: \(claimFile())"
    case 1, 2, 3: return editClaim()
    case 4, 5: return addClaim(claim(newID()), "add a claim")
    case 6: return removeClaim()
    case 7: return addFile()
    case 8: return removeFile()
    case 9: return renameFile()
    case 10: return moveClaim()
    case 11: return renameEntity()
    case 12: return editEntity()
    case 13, 14: return editDocument()
    case 15: return addClaim(claim(newID(), breaking: true), "break a reference")
    case 16: return editSource()
    case 17: return editUses()
    case 18: return addClaim(opinion(), "add a link or a judgement")
    default: return repair()
    }
  }

  private mutating func one<Item>(of items: [Item]) -> Item? {
    items.randomElement(using: &generator)
  }

  private mutating func chance(_ share: Double) -> Bool {
    Double.random(in: 0..<1, using: &generator) < share
  }

  private mutating func newID() -> String {
    lastNumber += 1
    return "c\(lastNumber)"
  }

  private mutating func claimFile() -> String {
    let claims = files.keys.filter { $0.hasPrefix("claims/") }.sorted()
    return one(of: claims) ?? "claims/a.assay"
  }

  private mutating func entity(_ number: Int) -> String {
    let kind = number % 2 == 0 ? "person" : "place"
    let part = number > 1 && chance(0.4) ? "; part of @e\(number - 2)" : ""
    return #"entity e\#(number): \#(kind) { name "Entity \#(lastNumber)"\#(part) }"#
  }

  private mutating func source(_ number: Int, hasDocument: Bool) -> String {
    let document = hasDocument ? #"; document "documents/s\#(number).md""# : ""
    let year = Int.random(in: 1900...1910, using: &generator)
    return #"source s\#(number) { title "Source \#(number)"; published \#(year)\#(document) }"#
  }

  private mutating func claim(_ id: String, breaking: Bool = false) -> String {
    let source = Int.random(in: 0..<3, using: &generator)
    let word = ["bridge", "river", "mayor"].randomElement(using: &generator) ?? ""
    var fields = [#"says "The \#(word) of \#(id).""#]
    let subject = breaking ? "nobody" : "e\(Int.random(in: 0..<6, using: &generator))"
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: fields.append("fact @\(subject) cost = \(lastNumber) GBP")
    case 1: fields.append("fact @\(subject) owner @e\(Int.random(in: 0..<6, using: &generator))")
    default: fields.append("about @\(subject)")
    }
    if chance(0.4) { fields.append("when \(Int.random(in: 1900...1910, using: &generator))") }
    if chance(0.3) { fields.append("by @e\(Int.random(in: 0..<6, using: &generator))") }
    if chance(0.3) { fields.append("answers @paid \(chance(0.5) ? "yes" : "no")") }
    if chance(0.3) { fields.append("mode plan") }
    if chance(0.3) { fields.append("tags t\(lastNumber % 3)") }
    if source < 2, chance(0.6) {
      let sentence = Int.random(in: 0..<5, using: &generator)
      fields.append(#"quote "Sentence \#(sentence) of source \#(source)""#)
    }
    return "claim \(id) from @s\(source) { \(fields.joined(separator: "; ")) }"
  }

  private mutating func opinion() -> String {
    let claims = claimIDs()
    guard let first = one(of: claims), let second = one(of: claims) else { return "" }
    let id = newID()
    return chance(0.5)
      ? "link \(id) @\(first) supports @\(second) {}"
      : #"judgement \#(id) on claim @\#(first) { credibility 2; analyst "A"; dated 1911 }"#
  }

  private func claimIDs() -> [String] {
    files.keys.sorted().flatMap { files[$0] ?? [] }.filter { $0.hasPrefix("claim ") }
      .map { String($0.split(separator: " ")[1]) }
  }
}

extension RandomCorpus {
  private mutating func editClaim() -> String {
    let file = claimFile()
    let indices = files[file]?.indices ?? 0..<0
    guard let index = indices.randomElement(using: &generator),
      let record = files[file]?[index], record.hasPrefix("claim ")
    else { return "nothing" }
    let id = String(record.split(separator: " ")[1])
    let changed = claim(id)
    files[file]?[index] = changed
    return "edit \(id) in \(file)"
  }

  private mutating func addClaim(_ record: String, _ what: String) -> String {
    let file = claimFile()
    files[file, default: []] += [record]
    return "\(what) in \(file): \(record)"
  }

  private mutating func removeClaim() -> String {
    let file = claimFile()
    let indices = files[file]?.indices ?? 0..<0
    guard let index = indices.randomElement(using: &generator) else { return "nothing" }
    return "remove from \(file): \(files[file]?.remove(at: index) ?? "")"
  }

  private mutating func addFile() -> String {
    let file = "claims/\(newID()).assay"
    files[file] = [claim(newID())]
    return "add \(file)"
  }

  private mutating func removeFile() -> String {
    let file = claimFile()
    files[file] = nil
    return "remove \(file)"
  }

  private mutating func renameFile() -> String {
    let file = claimFile()
    let name = "claims/\(newID()).assay"
    files[name] = files[file]
    files[file] = nil
    return "rename \(file) to \(name)"
  }

  private mutating func moveClaim() -> String {
    let (from, to) = (claimFile(), claimFile())
    guard let record = files[from]?.popLast() else { return "nothing" }
    files[to]?.insert(record, at: 0)
    return "move the last record of \(from) to \(to)"
  }

  /// Everywhere, or only where it is declared.
  private mutating func renameEntity() -> String {
    let number = Int.random(in: 0..<6, using: &generator)
    let isWhole = chance(0.5)
    let (old, new) = ("e\(number)", "x\(number)")
    for file in files.keys.sorted() where isWhole || file == "entities.assay" {
      files[file] = files[file]?.map { record in
        let renamed = record.replacing("@\(old)", with: "@\(new)")
        return isWhole || record.hasPrefix("entity \(old):")
          ? renamed.replacing("entity \(old):", with: "entity \(new):") : record
      }
    }
    return "rename entity \(old)\(isWhole ? " and what refers to it" : "")"
  }

  private mutating func editEntity() -> String {
    let number = Int.random(in: 0..<6, using: &generator)
    lastNumber += 1
    let changed = entity(number)
    files["entities.assay"] = files["entities.assay"]?.map {
      $0.hasPrefix("entity e\(number):") ? changed : $0
    }
    return "edit e\(number)"
  }

  private mutating func editDocument() -> String {
    let path = "documents/s\(Int.random(in: 0..<2, using: &generator)).md"
    if chance(0.3) {
      let changed = Int.random(in: 0..<5, using: &generator)
      documents[path]?[changed] = "Something else."
      return "change sentence \(changed) of \(path)"
    }
    let sentence = "More \(newID())."
    documents[path]?.append(sentence)
    return "add to \(path)"
  }

  private mutating func editSource() -> String {
    let number = Int.random(in: 0..<3, using: &generator)
    let hasDocument = number < 2 && chance(0.8)
    let changed = source(number, hasDocument: hasDocument)
    files["sources.assay"] = files["sources.assay"]?.map {
      $0.hasPrefix("source s\(number) ") ? changed : $0
    }
    return "edit s\(number)\(hasDocument ? "" : ", without a document")"
  }

  private mutating func editUses() -> String {
    let use = #"use "claims/a.assay""#
    let claims = claimFile()
    if files["corpus.assay"]?.contains(use) == true {
      files["corpus.assay"]?.removeAll { $0 == use }
      return "use claims/a.assay no more"
    }
    if chance(0.5) {
      files["corpus.assay"]?.append(use)
      return "use claims/a.assay by name too"
    }
    let more = claim(newID())
    files["more.assay", default: []].append(more)
    files[claims]?.append(#"use "../more.assay""#)
    return "use more.assay in \(claims)"
  }

  /// Takes away whatever may be broken.
  private mutating func repair() -> String {
    for file in files.keys.sorted() where file.hasPrefix("claims/") {
      files[file]?.removeAll { $0.contains("@nobody") || $0.contains("@x") || $0.contains("use ") }
      files[file]?.removeAll { $0.hasPrefix("link") || $0.hasPrefix("judgement") }
      if file != "claims/a.assay", files[file]?.isEmpty == true { files[file] = nil }
    }
    let added = claim(newID())
    files["claims/a.assay", default: []].append(added)
    files["entities.assay"] = files["entities.assay"]?.map {
      $0.replacing("entity x", with: "entity e").replacing("@x", with: "@e")
    }
    for number in 0..<2 {
      documents["documents/s\(number).md"] = (0..<5).map { "Sentence \($0) of source \(number)." }
    }
    let sources = (0..<3).map { source($0, hasDocument: $0 < 2) }
    files["sources.assay"] = sources
    return "repair"
  }
}
