import AssayLanguage
import AssayText

extension StageArguments {
  /// `without derivation, speaker, wording, figures`; `nil` if `without` is not at hand.
  mutating func takeOriginOptions() throws(Diagnostic) -> Analysis.OriginOptions? {
    guard take("without") else { return nil }
    var options = Analysis.OriginOptions()
    let before = options
    while true {
      if take("derivation") {
        options.usesDerivation = false
      } else if take("speaker") {
        options.usesSpeaker = false
      } else if take("wording") {
        options.usesWording = false
      } else if take("figures") {
        options.usesFigures = false
      } else {
        break
      }
    }
    guard options != before else { throw unexpected(words: StageSpec.originWords) }
    return options
  }
}
