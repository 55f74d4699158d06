/// Lines and marks on a grid of characters; lines in the dots of braille, eight to a character.
struct DotCanvas {
  let columns: Int
  let rows: Int
  private let glyphs: Glyphs
  private var dots: [UInt8]
  private var marks: [Character?]

  init(columns: Int, rows: Int, _ glyphs: Glyphs) {
    (self.columns, self.rows, self.glyphs) = (columns, rows, glyphs)
    dots = Array(repeating: 0, count: columns * rows)
    marks = Array(repeating: nil, count: columns * rows)
  }

  /// Dots across and down to a character.
  private var fineness: (x: Int, y: Int) { glyphs.hasBraille ? (2, 4) : (1, 1) }

  /// Draws from one place to another, each 0 to 1 from the left and from the bottom.
  mutating func line(from start: (x: Double, y: Double), to end: (x: Double, y: Double)) {
    let (from, to) = (dot(at: start), dot(at: end))
    let steps = max(abs(to.x - from.x), abs(to.y - from.y), 1)
    for step in 0...steps {
      let way = Double(step) / Double(steps)
      set(
        from.x + Int((Double(to.x - from.x) * way).rounded()),
        from.y + Int((Double(to.y - from.y) * way).rounded()))
    }
  }

  /// Puts a character; where `onlyIfFree`, not over another one.
  mutating func mark(
    _ character: Character, at place: (column: Int, row: Int), onlyIfFree: Bool = false
  ) {
    guard (0..<columns).contains(place.column), (0..<rows).contains(place.row) else { return }
    let index = place.row * columns + place.column
    if onlyIfFree, marks[index] != nil { return }
    marks[index] = character
  }

  /// The character of a place that is 0 to 1 from the left and from the bottom.
  func cell(at place: (x: Double, y: Double)) -> (column: Int, row: Int) {
    let dot = dot(at: place)
    return (dot.x / fineness.x, dot.y / fineness.y)
  }

  /// The lines from the top.
  var lines: [String] {
    (0..<rows).map { row in
      String((0..<columns).map { character(at: row * columns + $0) })
    }
  }

  private func dot(at place: (x: Double, y: Double)) -> (x: Int, y: Int) {
    let width = columns * fineness.x - 1
    let height = rows * fineness.y - 1
    return (
      Int((place.x * Double(width)).rounded()).clamped(to: 0...max(width, 0)),
      Int(((1 - place.y) * Double(height)).rounded()).clamped(to: 0...max(height, 0))
    )
  }

  private mutating func set(_ x: Int, _ y: Int) {
    let index = y / fineness.y * columns + x / fineness.x
    guard dots.indices.contains(index) else { return }
    guard glyphs.hasBraille else {
      dots[index] = 1
      return
    }
    // Braille numbers its dots down the first three rows of both columns, then the last row.
    let bits: [[UInt8]] = [[0, 3], [1, 4], [2, 5], [6, 7]]
    dots[index] |= 1 << bits[y % 4][x % 2]
  }

  private func character(at index: Int) -> Character {
    if let mark = marks[index] { return mark }
    guard dots[index] != 0 else { return " " }
    guard glyphs.hasBraille, let braille = Unicode.Scalar(0x2800 + UInt32(dots[index])) else {
      return "."
    }
    return Character(braille)
  }
}
