import AssayModel
import AssayText
import Glibc

/// Ids for new sources: none that the corpus has, and none whose document would meet another file.
struct SourceNames {
  private let workspace: Workspace
  private var taken: Set<String> = []
  /// For each stem the number that was given last.
  private var numbers: [String: Int] = [:]

  /// How many words and bytes of a title an id has at most.
  private static let (mostWords, mostBytes) = (6, 48)

  /// How many characters of a text stand for its title at most.
  private static let mostOpening = 60

  init(_ workspace: Workspace) { self.workspace = workspace }

  /// The first words of a title, or the name of a file where it has none, as in `new-bridge-2`.
  mutating func id(for title: String?, orFile name: String) -> String {
    free(title.flatMap(Self.stem) ?? Self.stem(of: Self.bareName(name)) ?? "source")
  }

  /// The id for a further capture of a source, as in `new-bridge-2`.
  mutating func id(forFurther id: String) -> String { free(id) }

  private mutating func free(_ stem: String) -> String {
    var id = stem
    while !isFree(id) {
      let number = (numbers[stem] ?? 1) + 1
      numbers[stem] = number
      id = "\(stem)-\(number)"
    }
    taken.insert(id)
    return id
  }

  /// Whether an id is not taken.
  func isFree(_ id: String) -> Bool {
    guard !taken.contains(id), workspace.key(of: id, .source) == nil else { return false }
    let path = workspace.folder.realPath + "/\(SourceProposal.documents)/\(id)"
    return access(path + ".md", F_OK) != 0 && access(path + ".txt", F_OK) != 0
  }

  /// A name without its folders and its ending.
  static func bareName(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// The first words of a text whose file has a name that tells nothing, such as `002_8b8b60`.
  static func opening(of text: [UInt8], in file: String) -> String? {
    let isTelling = bareName(file).split { !$0.isLetter && !$0.isNumber }.contains { word in
      word.count >= 3 && word.allSatisfy(\.isLetter)
    }
    guard !isTelling else { return nil }
    let start = String(decoding: text.prefix(mostOpening * 4), as: UTF8.self)
    var opening = ""
    for word in start.split(whereSeparator: \.isWhitespace) {
      guard opening.count + word.count < mostOpening else {
        return (opening.isEmpty ? String(word.prefix(mostOpening)) : opening) + " …"
      }
      opening += (opening.isEmpty ? "" : " ") + word
    }
    return opening.isEmpty ? nil : opening
  }

  /// Words of ASCII letters and digits with hyphens between them; `nil` if there are none.
  static func stem(of title: String) -> String? {
    let words = WordFolding.words(of: title).split(separator: " ")
      .filter { $0.utf8.allSatisfy { $0 < 0x80 } }
    var stem = ""
    for word in words.prefix(mostWords) {
      guard stem.utf8.count + word.utf8.count < mostBytes else { break }
      stem += (stem.isEmpty ? "" : "-") + word
    }
    if stem.isEmpty { stem = words.first.map { String($0.prefix(mostBytes)) } ?? "" }
    guard let first = stem.utf8.first else { return nil }
    // An id begins with a letter.
    return (0x61...0x7A).contains(first) ? stem : "s-" + stem
  }
}
