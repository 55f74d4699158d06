import AssayModel

/// Shows rows on the screen and keeps them all, however many of them are looked at.
///
/// While the reader of a pager does not read on, rows are kept without being shown, so that the
/// query ends by its own time; the screen gets them from the store. When the reader has left, the
/// rest is only kept.
struct KeepingSink: RowSink {
  private let store: RowStore
  private let screen: Screen
  private var renderer: any RowSink
  /// Where the rows go on that are not shown yet; `nil` when all are.
  private var behind: RowStoreReader?
  private var row = RowBuffer()
  private var count = 0
  /// When the reader was found to have left.
  private var leftAt: ContinuousClock.Instant?

  /// How many rows are kept between two looks at a reader who was busy.
  private static let lookInterval = 64
  /// How long somebody who has left is kept waiting without being told for what.
  private static let patience = Duration.milliseconds(500)

  init(_ renderer: any RowSink, keepingIn store: RowStore, on screen: Screen) {
    (self.renderer, self.store, self.screen) = (renderer, store, screen)
  }

  mutating func begin(_ columns: [Column]) throws(OutputFailure) {
    store.begin(columns)
    try renderer.begin(columns)
  }

  mutating func row(_ row: borrowing RowBuffer) throws(OutputFailure) {
    store.append(row)
    if screen.isLeft { return tellOfRest() }
    if behind != nil {
      // A row that could not be kept has to be shown now, after those before it.
      let isKept = store.cutReason == nil
      count += 1
      if isKept, !count.isMultiple(of: Self.lookInterval) { return }
      try screen.pump()
      try catchUp(waiting: !isKept)
      if isKept || screen.isLeft { return }
    }
    try renderer.row(row)
    guard screen.isBusy else { return }
    if store.cutReason == nil {
      behind = RowStoreReader(store, atEnd: true)
    } else {
      try screen.wait()
    }
  }

  mutating func end(_ summary: ResultSummary) throws(OutputFailure) {
    store.end(summary)
    try catchUp(waiting: true)
    if !screen.isLeft { try renderer.end(summary) }
  }

  /// Tells, once and if it takes long, why there is no prompt yet.
  private mutating func tellOfRest() {
    let now = ContinuousClock.now
    guard let since = leftAt else { return leftAt = now }
    guard now - since > Self.patience else { return }
    screen.tellOfRest()
  }

  /// Shows rows that were kept and not shown, as far as the reader takes them.
  private mutating func catchUp(waiting: Bool) throws(OutputFailure) {
    guard var reader = behind else { return }
    var hasMore = true
    while hasMore, !screen.isLeft {
      if screen.isBusy {
        guard waiting else { break }
        try screen.wait()
      } else {
        hasMore = reader.next(into: &row)
        if hasMore { try renderer.row(row) }
      }
    }
    behind = hasMore ? reader : nil
  }
}
