/// A paragraph of a page, or what stands in its place: a run of words that nothing interrupts.
struct PageBlock {
  enum Kind: Equatable {
    case paragraph
    case heading(Int)
    case preformatted
    /// A row of a table of data.
    case row(isFirst: Bool)
  }

  /// A stretch of text, or what stands between two.
  enum Piece {
    case text(node: Int)
    /// Figures and signs that are raised or lowered.
    case script(node: Int, isRaised: Bool)
    case mark(Mark)
    case lineBreak
    /// The end of a cell of a row.
    case cellEnd
  }

  /// What is set between words so that those that are raised do not run into those before them.
  enum Mark {
    /// A space.
    case gap
    /// A space where a figure stands before it.
    case gapBehindFigure
    case noteBegins, noteEnds
    /// `^` or `_` behind a letter or figure.
    case caret, underscore
  }

  var kind: Kind
  /// The block element that it stands in, as the index of a node.
  let node: Int
  var pieces: [Piece] = []
  /// How many words it has, and how many of them lead elsewhere.
  var words = 0
  var linkWords = 0
  /// Whether its last word ends as a sentence does.
  var endsSentence = false
  /// How many quotes it stands in.
  var quoteDepth = 0
  /// The list item that it stands in.
  var item: Item?
  /// The elements around it that are set aside, the outermost first: navigation, advertising and the
  /// like.
  var setAside: [Int] = []

  /// Where in a list a block stands.
  struct Item {
    /// The element of the list, as the index of a node.
    let list: Int
    /// From 1.
    let depth: Int
    /// Its number in a numbered list.
    let number: Int?
    /// Whether the block begins the item.
    let begins: Bool
  }

  /// How much of it leads elsewhere, from 0 to 1.
  var linkDensity: Double { words == 0 ? 0 : Double(linkWords) / Double(words) }

  var isHeading: Bool { if case .heading = kind { true } else { false } }
}
