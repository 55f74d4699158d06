import AssayText

extension Formatter {
  /// A page of Markdown: its programs, see ``LiterateText``, and all else as it is. Those within
  /// lists are left out: their lines have to keep their indentation.
  ///
  /// - Throws: every fault of the programs.
  package func formatMarkdown(_ page: SourceText) throws(Diagnostics) -> [UInt8] {
    var formatted: [UInt8] = []
    formatted.reserveCapacity(page.bytes.count)
    var faults: [Diagnostic] = []
    var copied = 0
    for program in LiterateText.programs(of: page.bytes)
      .filter({ page.bytes[$0.whole.lowerBound] != UInt8(ascii: " ") }).map(\.body)
    {
      do throws(Diagnostics) {
        let block = try format(SourceText(name: page.name, bytes: Array(page.bytes[program])))
        formatted += page.bytes[copied..<program.lowerBound]
        formatted += block
        copied = program.upperBound
      } catch {
        faults += self.faults(of: program, in: page)
      }
    }
    guard faults.isEmpty else { throw Diagnostics(faults) }
    return formatted + page.bytes[copied...]
  }

  /// The faults of one program, with their places on the page.
  private func faults(of program: Range<Int>, in page: SourceText) -> [Diagnostic] {
    let newline = UInt8(ascii: "\n")
    let before = page.bytes[..<program.lowerBound].map { $0 == newline ? newline : 0x20 }
    let text = SourceText(
      name: page.name, bytes: before + page.bytes[program], shown: page.bytes)
    do throws(Diagnostics) {
      _ = try format(text)
      return []
    } catch {
      return error.all
    }
  }
}
