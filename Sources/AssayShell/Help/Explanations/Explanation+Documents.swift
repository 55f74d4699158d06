/// Quotes, the documents they stand in, and their snapshots: C109 to C113, C120, C125, C126.
extension Explanation {
  static let documents: [Explanation] = [
    Explanation(
      .quoteMissing,
      means: """
        A quote repeats words of the document exactly, letter by letter: it is what a doubter will \
        look up. These words are not in it. Copy them from the document; what you say in your own \
        words goes into `says`.
        """,
      wrong: """
        claim weather from @town-crier {
          says  "The weather was fine on the day of the opening."
          quote "in lovely weather"
        }
        """,
      right: """
        claim weather from @town-crier {
          says  "The weather was fine on the day of the opening."
          quote "in fine weather"
        }
        """, in: .corpusFile()),
    Explanation(
      .quoteAmbiguous,
      means: """
        A quote leads to one place. These words stand at several, and nobody could tell which one \
        bears the claim. Quote a few words more.
        """,
      wrong: """
        claim crossing from @town-crier {
          says  "The bridge crosses the river."
          quote "bridge"
        }
        """,
      right: """
        claim crossing from @town-crier {
          says  "The bridge crosses the river."
          quote "The bridge over the river"
        }
        """, in: .corpusFile()),
    Explanation(
      .quoteWithoutDocument,
      means: """
        A quote is checked against the document of the source, and this source has none. Put its \
        text into the corpus folder and name it in the source's `document`, or leave the quote \
        out until you have it.
        """,
      wrong: """
        claim colour from @council-minutes {
          says  "The bridge is to be green."
          quote "to be painted green"
        }
        """,
      right: """
        claim colour from @council-minutes {
          says  "The bridge is to be green."
        }
        """, in: .corpusFile()),
    Explanation(
      .documentMissing,
      means: """
        The source names a document that cannot be read: the file is not there, may not be read, \
        or is no text. The path begins at the corpus folder.
        """,
      wrong: "source gazette { title \"The Gazette\"; document \"documents/town-cryer.md\" }",
      right: "source gazette { title \"The Gazette\"; document \"documents/town-crier.md\" }",
      in: .corpusFile()),
    Explanation(
      .documentChanged,
      means: """
        The source recorded the `digest` of its document, a fingerprint of every byte, and the \
        file has another one now. Somebody changed it, if only a space or a line end. Restore the \
        file, or read it again, see whether the claims still stand, and write down the new digest \
        from the hint.
        """,
      right: "sha256sum documents/town-crier.md", in: .environment),
    Explanation(
      .snapshotMissing,
      means: """
        The source names a snapshot, the bytes that it was captured as, and that file cannot be \
        read: it is not there or may not be read. The path begins at the corpus folder. Bring the \
        file back: it is the proof that the document says what was published.
        """,
      wrong: """
        source gazette {
          title    "The Gazette"
          snapshot "snapshots/gazette.html"
        }
        """,
      right: "source gazette { title \"The Gazette\" }", in: .corpusFile()),
    Explanation(
      .snapshotChanged,
      means: """
        A snapshot is named after the SHA-256 of its bytes, so that nobody can change it unseen, \
        and these bytes have another. Bring back the file as it was captured. What was captured \
        anew is a snapshot of its own: `ingest` and `refetch` keep it under its own name.
        """,
      wrong: """
        source gazette {
          title    "The Gazette"
          snapshot "documents/town-crier.md"
        }
        """,
      right: "source gazette { title \"The Gazette\" }", in: .corpusFile()),
    Explanation(
      .hedgeNotInQuote,
      means: """
        `hedge` gives the words by which the source itself is careful, such as “reportedly”. They \
        have to stand in the quote: caution that is yours and not the source's goes into a `note` \
        or a `judgement`.
        """,
      wrong: """
        claim price from @town-crier {
          says  "The bridge cost more than 40,000 pounds."
          hedge "about"
          quote "it had cost more than 40,000 pounds"
        }
        """,
      right: """
        claim price from @town-crier {
          says  "The bridge cost more than 40,000 pounds."
          hedge "more than"
          quote "it had cost more than 40,000 pounds"
        }
        """, in: .corpusFile()),
  ]
}
