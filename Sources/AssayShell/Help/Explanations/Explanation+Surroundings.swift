/// What surrounds a program: the corpus folder, files, the index, Ctrl-C: C101, F201 to F204, F210 to F212.
extension Explanation {
  static let surroundings: [Explanation] = [
    Explanation(
      .missingCorpus,
      means: """
        A corpus is a folder with a file `corpus.assay` in it. Without one there is nothing to \
        ask, and an answer of zero rows would be a lie. Give the path of the folder, go into it, \
        or make a small commented corpus to begin with.
        """,
      wrong: "assay bridges", right: "assay new bridges\nassay bridges", in: .environment),
    Explanation(
      .unreadableFile,
      means: """
        The system does not let the program read the file; the message repeats its reason. The \
        path may be wrong, a folder may stand there, or the file may belong to somebody else. \
        `ls -l` shows whose it is.
        """,
      wrong: "assay run analyses/bases.asay", right: "assay run analyses/bases.assay",
      in: .environment),
    Explanation(
      .unwritableFile,
      means: """
        The system does not let the program write there; the message repeats its reason. The \
        folder has to exist, be yours to write in, and have room. What stood in the file before \
        is still there: a result is written whole or not at all. `export` never takes the place of \
        a file of the corpus.
        """,
      wrong: "claims | save \"no/such/folder/claims.csv\"", right: "claims | save \"claims.csv\"",
      in: .environment),
    Explanation(
      .badImport,
      means: """
        A file of another program is not what its format asks for at this place. Nothing of it was \
        written. `help exchange` shows what each format looks like.
        """,
      wrong: "assay import notes.txt --format jsonl", right: "assay import records.jsonl",
      in: .environment),
    Explanation(
      .differentRecord,
      means: """
        A record that is imported has the id of another that says something else, in the corpus or \
        in the same file. Which of them is right is for a person to say: change one of the ids, or \
        let the imported one take the place of the other with `replace`.
        """,
      wrong: "assay import records.jsonl", right: "assay import records.jsonl --replace",
      in: .environment),
    Explanation(
      .unknownExchange,
      means: """
        The name of a file says no format, or an end that two formats share, or there is no format \
        with the name. `help exchange` has the table of the formats; say which one is meant.
        """,
      wrong: "export \"claims.jsonld\"", right: "export \"claims.jsonld\" as web-annotation",
      in: .statement),
    Explanation(
      .limitReached,
      means: """
        A limit was set for what one statement may take, and this one took more. Nothing is wrong \
        with the corpus. Ask for less, with `where` or `take`, or set the limit higher; `set` \
        shows it.
        """,
      wrong: "assay --limit-rows 10 -c 'claims'", right: "assay --limit-rows 1000 -c 'claims'",
      in: .environment),
    Explanation(
      .changedMeanwhile,
      means: """
        Another program has changed the place that was about to be written, since it was read. \
        Writing would undo the other's work, so nothing was written. Look at what stands there \
        now, with `show @ID`, and change that.
        """, in: .environment),
    Explanation(
      .notAllowed,
      means: """
        With `--safe` a program cannot write files, start other programs or read what is not of \
        the corpus, so that a script of unknown origin does no harm. `--out` names a folder that \
        it may write into.
        """,
      wrong: "assay --safe -c 'sources | save \"sources.csv\"'",
      right: "assay --safe --out results -c 'sources | save \"sources.csv\"'", in: .environment),
    Explanation(
      .storeFailed,
      means: """
        Beside the corpus lies an index, made from its files so that answers come fast. It could \
        not be used: the disk failed, or another program wrote into it. Nothing is lost, because \
        the files are the corpus; delete the index and it is made anew.
        """,
      right: "rm -r .assay", in: .environment),
    Explanation(
      .brokenManifest,
      means: """
        The file `manifest.json` says what a run was made of; `assay run --out` writes it. This one \
        was not written so, or was changed by hand or by another version. Nothing in its folder was \
        touched. Run the scripts anew, into a folder of their own.
        """,
      right: "assay run analyses/bases.assay --out results", in: .environment),
    Explanation(
      .nothingToIngest,
      means: """
        The folder holds no file that could be brought in: it is empty, or holds only hidden \
        files, links and corpus text, which are left out. Name the files themselves if you mean \
        one of those.
        """,
      wrong: "assay ingest empty-folder", right: "assay ingest articles", in: .environment),
    Explanation(
      .pathTaken,
      means: """
        A document or a snapshot would come where the corpus has a file already, and nothing is \
        ever written over. Choose another id for the source, or name another `document` in its \
        record; nothing was written.
        """,
      wrong: "assay ingest new.html --as town-crier",
      right: "assay ingest new.html --as town-crier-2",
      in: .environment),
    Explanation(
      .notComparable,
      means: """
        To compare, there have to be two texts. The source has no document, the claim no quote, \
        or the file holds several documents of which none has the address or the title of the \
        source.
        """,
      wrong: "origin @council-minutes", right: "origin @town-crier", in: .environment),
    Explanation(
      .extractorFailed,
      means: """
        `propose` starts a program of yours and reads what it writes. It could not be started, \
        ended with an error, took longer or wrote more than it may. Half of its proposals would \
        look like all of them, so none is kept; what was proposed before is still there. \
        `--seconds` and `--megabytes` set other limits.
        """,
      right: "propose --with \"python3 figures.py\" --seconds 900 @base-insider",
      in: .environment),
    Explanation(
      .badProposal,
      means: """
        Each line that the program writes has to be one JSON object with fields that `help \
        reviewing` lists, its quote words of a document that was sent to it, its fields as the \
        corpus writes them. This line is not, so it is left out; the other lines are taken.
        """,
      right: #"{"source": "base-insider", "quote": "…", "says": "…"}"#, in: .environment),
    Explanation(
      .badReview,
      means: """
        A file in the folder `reviews` holds a decision a line: what was decided, which bytes of \
        the document it is about, and the beginning of their digest. This line does not read so. \
        It stays in the file and decides nothing until it is mended.
        """,
      right: #"rejected 120..244 9f2c01aa "boilerplate" by "ana""#, in: .environment),
    Explanation(
      .interrupted,
      means: """
        You pressed Ctrl-C, or the program was told to stop, so the statement was given up half \
        way. Nothing was changed. To get an answer sooner, narrow the rows before the stage that \
        takes long.
        """,
      wrong: "documents | copies",
      right: "documents | from @base-insider, @peru-explainer | copies",
      in: .environment),
  ]
}
