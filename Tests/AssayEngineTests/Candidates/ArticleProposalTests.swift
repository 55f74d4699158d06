import AssayEngine
import Glibc
import Testing

/// Proposals of the claims of real articles, where these lie beside the project.
@Suite(.enabled(if: Articles.exist, "needs ../shared/seeds"))
struct ArticleProposalTests {

  /// The corpus takes all proposals as they are.
  @Test func areSound() throws {
    let corpus = ScratchFolder()
    for file in ["entities.assay", "predicates.assay"] {
      let path = Program.repository + "/examples/peru/" + file
      corpus.write(file, try #require(ScratchFolder.read(path)))
    }
    var header = "corpus articles { title \"Articles\" }\n"
    let names = ScratchFolder.names(in: Articles.folder).filter { $0.hasSuffix(".txt") }
    for (number, name) in names.enumerated() {
      corpus.write("a\(number).txt", try #require(ScratchFolder.read(Articles.folder + "/" + name)))
      header += "source a\(number) { title \"A\"; document \"a\(number).txt\" }\n"
    }
    header += "use \"entities.assay\"\nuse \"predicates.assay\"\n"
    corpus.write("corpus.assay", header)
    let workspace = try Workspace(corpus.path)
    #expect(workspace.faults.isEmpty)
    var claims: [String] = []
    for number in names.indices {
      let proposals = try workspace.proposedClaims(of: "a\(number)", at: nil)
      #expect(!proposals.isEmpty)
      // Ids are told apart within a source.
      claims += proposals.map { proposal in
        let words = proposal.text.dropFirst("claim ".count)
        let id = words.prefix { $0 != " " }
        return "claim a\(number)-" + id + words.dropFirst(id.count)
      }
    }
    corpus.write("corpus.assay", header + claims.joined(separator: "\n"))
    #expect(try Workspace(corpus.path).faults.map(\.message) == [])
    print("\(claims.count) claims proposed of \(names.count) articles")
  }
}

private enum Articles {
  static let folder = Program.repository + "/../shared/seeds"
  static var exist: Bool { access(folder, R_OK) == 0 }
}
