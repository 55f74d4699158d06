import CEditLine
import Glibc

/// Bytes of the terminal, made into keys.
///
/// Waits for the terminal and for ``TerminalSignals`` at once, so that neither a signal nor a byte
/// can slip through between two looks.
final class KeyReader {
  /// What came next.
  enum Event {
    /// A code point as typed, or the `rawValue` of an ``EditorKey``.
    case key(UInt32)
    /// One of the signals of ``TerminalSignals``.
    case signal(Int32)
    /// The terminal is gone.
    case end
  }

  /// How long the rest of a sequence may take; what comes later was typed after Escape.
  private static let milliseconds: Int32 = 50
  private static let escape: UInt8 = 0x1B
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// What ``EditorKey/paste`` stands for.
  private(set) var pasted = ""
  /// Bytes that were read too far.
  private var ahead: ArraySlice<UInt8> = []
  /// Whether ``pasted`` is to come in before the next key.
  private var hasPending = false
  /// A signal that came in the middle of a paste.
  private var postponed: Int32?

  /// Has a text come in before the next key, as if it was pasted.
  func pend(_ text: String) {
    guard !text.isEmpty else { return }
    pasted = text
    hasPending = true
  }

  /// Waits for a key or a signal.
  func next() -> Event {
    if hasPending {
      hasPending = false
      return .key(EditorKey.paste.rawValue)
    }
    while true {
      if let signal = postponed {
        postponed = nil
        return .signal(signal)
      }
      if ahead.isEmpty {
        switch wait(-1) {
        case .input: break
        case .nothing: continue
        case .signal(let signal): return .signal(signal)
        case .end: return .end
        }
      }
      guard let first = nextByte() else { return .end }
      if first == Self.escape { return afterEscape() }
      if let key = key(beginningWith: first) { return .key(key) }
    }
  }

  private enum Readiness {
    case input
    case signal(Int32)
    case nothing
    case end
  }

  private func wait(_ milliseconds: Int32) -> Readiness {
    if TerminalSignals.isHangup { return .end }
    var sources = [
      pollfd(fd: TerminalSignals.readEnd, events: Int16(POLLIN), revents: 0),
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
    ]
    let ready = poll(&sources, 2, milliseconds)
    if let signal = TerminalSignals.next() { return .signal(signal) }
    return ready > 0 && sources[1].revents != 0 ? .input : .nothing
  }

  /// One byte at a time: what is typed after Enter belongs to whoever reads next.
  private func nextByte() -> UInt8? {
    if let byte = ahead.popFirst() { return byte }
    var byte: UInt8 = 0
    while true {
      let count = read(STDIN_FILENO, &byte, 1)
      if count == 1 { return byte }
      if count == 0 || errno != EINTR { return nil }
    }
  }

  /// The next byte of a sequence, if it comes at once. Signals wait until the sequence is whole.
  private func promptByte() -> UInt8? {
    guard ahead.isEmpty else { return ahead.popFirst() }
    var source = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    while true {
      let ready = poll(&source, 1, Self.milliseconds)
      if ready > 0 { return nextByte() }
      if ready == 0 || errno != EINTR { return nil }
    }
  }

  /// The scalar that begins with `first`; `nil` for broken UTF-8 and for C1 controls.
  private func key(beginningWith first: UInt8) -> UInt32? {
    let length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var bytes = [first]
    while bytes.count < length, let byte = promptByte() {
      guard byte & 0xC0 == 0x80 else {
        ahead = [byte] + ahead
        return nil
      }
      bytes.append(byte)
    }
    guard let text = String(validating: bytes, as: UTF8.self),
      let scalar = text.unicodeScalars.first, !(0x80..<0xA0).contains(scalar.value)
    else { return nil }
    // libedit's quick way to draw what is typed counts a column for a combining mark; what is
    // pasted it draws the slow way.
    if scalar.value >= 0xA0, wcwidth(wchar_t(scalar.value)) == 0 {
      pasted = text
      return EditorKey.paste.rawValue
    }
    return scalar.value
  }

  private func afterEscape() -> Event {
    guard let opening = promptByte() else { return .key(UInt32(Self.escape)) }
    var sequence = [opening]
    if opening == UInt8(ascii: "[") || opening == UInt8(ascii: "O") {
      while sequence.count < 16, let byte = promptByte() {
        sequence.append(byte)
        if byte >= 0x40 { break }
      }
      let parameters = sequence.dropFirst().dropLast()
      switch sequence.last.flatMap({ EditorKey(parameters: parameters, final: $0) }) {
      case .paste?: return readPaste()
      case let key?: return .key(key.rawValue)
      case nil: break
      }
    }
    // Not one of ours: libedit may have something bound to it.
    ahead = sequence + ahead
    return .key(UInt32(Self.escape))
  }

  /// Reads up to the end of a bracketed paste; any number of bytes, so in large pieces.
  ///
  /// After Ctrl-C it reads on as long as there is something: the rest must not be taken for keys.
  private func readPaste() -> Event {
    var bytes = Array(ahead)
    ahead = []
    var searchedFrom = 0
    while true {
      if let end = bytes[searchedFrom...].firstRange(of: Self.pasteEnd) {
        ahead = bytes[end.upperBound...]
        if let signal = postponed, signal == SIGINT { return next() }
        pasted = Self.pastable(bytes[..<end.lowerBound])
        return .key(EditorKey.paste.rawValue)
      }
      searchedFrom = max(bytes.count - Self.pasteEnd.count + 1, 0)
      switch wait(postponed == SIGINT ? 2 * Self.milliseconds : -1) {
      case .input:
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(STDIN_FILENO, &piece, piece.count)
        if count == 0 || count < 0 && errno != EINTR { return .end }
        bytes += piece[..<max(count, 0)]
      case .nothing: if postponed == SIGINT { return next() }
      case .signal(let signal): if postponed != SIGINT { postponed = signal }
      case .end: return .end
      }
    }
  }

  /// Pasted text without what would act as a key, and without the line end that would run it.
  private static func pastable(_ bytes: ArraySlice<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    var previous: UInt32 = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x0D: text.append("\n")
      case 0x0A where previous == 0x0D: break
      case 0x09, 0x0A, 0x20..<0x7F, 0xA0...: text.append(scalar)
      default: break
      }
      previous = scalar.value
    }
    while text.last == "\n" { text.removeLast() }
    return String(text)
  }
}
