import AssayModel
import Glibc

/// Shows how far long work is in one line of the terminal, drawn over itself.
///
/// `comparing  420000 of 1000000  42 %  310000/s  2 s left`
package struct ProgressLine: ProgressObserver {
  private let width: @Sendable () -> Int

  /// - Returns: `nil` where there is no terminal that a line could be drawn over.
  package init?(_ terminal: Terminal) {
    guard terminal.showsProgress else { return nil }
    width = { terminal.width ?? 80 }
  }

  package func show(_ progress: WorkProgress) {
    // One column stays free, as a terminal may wrap after the last.
    let line = ProgressWords.line(progress).prefix(max(0, width() - 1))
    write("\r\u{1B}[K\(line)")
  }

  package func clear() { write("\r\u{1B}[K") }

  /// Half a line is no loss, so nothing is tried again.
  private func write(_ text: String) {
    var text = text
    text.withUTF8 { _ = Glibc.write(2, $0.baseAddress, $0.count) }
  }
}

/// How far work is, in words.
package enum ProgressWords {
  /// All in a line: what is done, how far, how fast, and for how long still.
  ///
  /// ASCII alone, and nothing that depends on the locale.
  package static func line(_ progress: WorkProgress) -> String {
    var parts = [progress.phase.rawValue]
    let (done, elapsed) = (Double(progress.done), progress.phaseElapsed)
    let rate = elapsed > 0 ? done / elapsed : 0
    if let total = progress.total, total > 0 {
      parts.append(amount(progress.done, of: total, progress.phase.unit))
      parts.append("\(Int((done / Double(total) * 100).rounded(.down))) %")
    } else if progress.done > 0 {
      parts.append(amount(progress.done, of: nil, progress.phase.unit))
    }
    if rate >= 1 { parts.append(perSecond(rate, progress.phase.unit)) }
    if let total = progress.total, rate > 0, elapsed >= 0.5 {
      parts.append(span((Double(total) - done) / rate) + " left")
    } else {
      parts.append(span(progress.elapsed))
    }
    return parts.joined(separator: "  ")
  }

  private static func amount(_ done: Int, of total: Int?, _ unit: WorkPhase.Unit) -> String {
    switch unit {
    case .bytes:
      let whole = total.map { " of \($0 >> 20)" } ?? ""
      return "\(done >> 20)\(whole) MiB"
    case .things(let name):
      let whole = total.map { " of \($0)" } ?? ""
      return "\(done)\(whole)" + (name.isEmpty ? "" : " \(name)")
    }
  }

  private static func perSecond(_ rate: Double, _ unit: WorkPhase.Unit) -> String {
    guard unit != .bytes else {
      return "\(Int((rate / 1_048_576).rounded())) MiB/s"
    }
    // Two digits are all that is steady.
    var step = 1.0
    while rate / step >= 100 { step *= 10 }
    return "\(Int((rate / step).rounded() * step))/s"
  }

  /// `3 s`, `2 min 5 s`, `1 h 20 min`.
  private static func span(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds < 360_000 else { return "long" }
    let whole = max(0, Int(seconds.rounded(.up)))
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3600) h \(whole % 3600 / 60) min"
  }
}
