/// How results are shown, as `set` says.
struct ShowingSettings: Sendable {
  var pager: PagerSetting
  /// The columns that tables are fitted to; `nil` for those of the terminal.
  var width: Int?
  /// How many rows a format for reading shows; `nil` for all.
  var mostRows: Int?
  /// Whether the time of each statement is told.
  var hasTiming = false

  /// On a plain terminal a pager only comes when it is asked for, and in safe mode never.
  init(_ terminal: Terminal, isSafe: Bool) { pager = terminal.isPlain || isSafe ? .never : .auto }
}
