/// One row on its way to a reader: the cells' words, one after the other in one buffer that is
/// used again for each row.
package struct RowBuffer: Sendable {
  /// The cells' UTF-8, without separators.
  package private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var missing: [Bool] = []

  package init() {}

  /// How many cells the row has so far.
  package var count: Int { ends.count }

  /// Whether the cell has no value; it then has no bytes.
  package func isMissing(_ cell: Int) -> Bool { missing[cell] }

  /// Where the cell's words stand in ``bytes``.
  package func range(of cell: Int) -> Range<Int> {
    (cell == 0 ? 0 : ends[cell - 1])..<ends[cell]
  }

  /// The cell's words.
  package func text(of cell: Int) -> String {
    String(decoding: bytes[range(of: cell)], as: UTF8.self)
  }

  /// Empties the row; the memory stays.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    missing.removeAll(keepingCapacity: true)
  }

  /// Adds a cell without a value.
  package mutating func appendMissing() {
    ends.append(bytes.count)
    missing.append(true)
  }

  /// Adds a cell with these words.
  package mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
    endCell()
  }

  /// Adds a cell with these bytes of UTF-8.
  package mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: text)
    endCell()
  }

  /// Adds a cell that `write` appends to the buffer.
  package mutating func append(writing write: (inout [UInt8]) -> Void) {
    write(&bytes)
    endCell()
  }

  private mutating func endCell() {
    ends.append(bytes.count)
    missing.append(false)
  }
}
