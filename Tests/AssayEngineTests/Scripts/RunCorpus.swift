/// A small corpus with scripts, for runs that are recorded and kept.
enum RunCorpus {
  static let corpus = """
    corpus c { title "C" }
    source town { title "The town paper" }
    source crier { title "The crier" }
    predicate cost { label "cost"; value money; one }
    entity bridge: facility { name "The bridge" }
    entity levee: facility { name "The levee"; also "The dam", "Le barrage" }
    use "claims/*.assay"

    """
  static let claims = """
    claim cost from @town { says "The bridge cost 40 pounds."; fact @bridge cost = 40 GBP }
    claim dear from @crier { says "The bridge cost 90 pounds."; fact @bridge cost = 90 GBP }
    claim levee from @crier { says "The levee cost 7 pounds."; fact @levee cost = 7 GBP }

    """
  static let sums = """
    edition 1
    param least: figure = 1 GBP
    let sums = claims | where value >= $least
    expect count(sums) >= 1, "no sums"

    """

  /// A new folder with the corpus in `c` and scripts in `c/analyses`.
  static func make() -> ScratchFolder {
    let folder = ScratchFolder()
    folder.write("c/corpus.assay", corpus)
    folder.write("c/claims/a.assay", claims)
    folder.write("c/shared/sums.assay", sums)
    folder.write(
      "c/analyses/sums.assay",
      "use \"../shared/sums.assay\"\nsums | select id, value\nsums | save \"sums.csv\"\n")
    folder.write("c/analyses/count.assay", "claims | count by source\n")
    folder.write("c/analyses/report.md", "# Report\n\n```assay\nclaims | conflicts\n```\n")
    return folder
  }
}
