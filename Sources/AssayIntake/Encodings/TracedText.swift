import AssayText

/// A text that is being made, with where each piece of it comes from.
struct TracedText {
  private(set) var bytes: [UInt8] = []
  /// Runs that are not yet closed are held apart: the last one grows.
  private var runs: [OriginMap.Run] = []
  private var open: Open?
  /// The page that what follows is on.
  var page: Int?

  private struct Open {
    let start: Int
    let origin: Int
    var originEnd: Int
    let step: OriginMap.Step
    let page: Int?
  }

  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  var count: Int { bytes.count }
  var isEmpty: Bool { bytes.isEmpty }

  /// Adds words that do not stand in the original.
  mutating func append(_ words: StaticString) {
    close()
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount))
  }

  /// Adds bytes that do not stand in the original.
  mutating func append(made words: some Sequence<UInt8>) {
    close()
    bytes.append(contentsOf: words)
  }

  /// Adds bytes that stand at `origin` as they are.
  mutating func append(_ piece: UnsafeBufferPointer<UInt8>, verbatimAt origin: Int) {
    guard !piece.isEmpty else { return }
    grow(origin, piece.count, .verbatim)
    bytes.append(contentsOf: piece)
  }

  /// Adds a byte that stands at `origin`.
  @inline(__always)
  mutating func append(_ byte: UInt8, verbatimAt origin: Int) {
    grow(origin, 1, .verbatim)
    bytes.append(byte)
  }

  /// Adds bytes made of `width` bytes of the original.
  mutating func append(_ piece: some Collection<UInt8>, from origin: Int, width: Int) {
    guard !piece.isEmpty else { return }
    let step = OriginMap.Step(text: piece.count, origin: max(1, width))
    if width == 0 { close() } else { grow(origin, width, step) }
    bytes.append(contentsOf: piece)
  }

  /// Adds bytes made of a stretch of the original, which cannot be told apart within it.
  mutating func append(_ piece: some Collection<UInt8>, madeOf origin: Span) {
    guard !piece.isEmpty else { return }
    close()
    runs.append(OriginMap.Run(start: bytes.count, origin: origin, page: page))
    bytes.append(contentsOf: piece)
  }

  /// Takes back what was added behind the first `count` bytes.
  mutating func cut(to count: Int) {
    close()
    while let last = runs.last, last.start >= count { runs.removeLast() }
    bytes.removeLast(bytes.count - count)
  }

  /// Where the pieces come from.
  mutating func origins() -> OriginMap {
    close()
    return OriginMap(runs)
  }

  @inline(__always)
  private mutating func grow(_ origin: Int, _ width: Int, _ step: OriginMap.Step) {
    if let last = open, last.originEnd == origin, last.step == step, last.page == page {
      open?.originEnd = origin + width
      return
    }
    close()
    open = Open(
      start: bytes.count, origin: origin, originEnd: origin + width, step: step, page: page)
  }

  private mutating func close() {
    guard let last = open else { return }
    open = nil
    runs.append(
      OriginMap.Run(
        start: last.start, origin: Span(last.origin, last.originEnd), page: last.page,
        step: last.step))
  }
}
