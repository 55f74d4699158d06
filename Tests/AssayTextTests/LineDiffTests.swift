import AssayText
import Testing

/// Where two texts differ, and how that is shown.
@Suite struct LineDiffTests {
  /// Two texts, a line for each letter, and the lines that are taken out and put in.
  static let table: [(old: String, new: String, edits: String)] = [
    ("", "", ""), ("abc", "abc", ""), ("", "ab", "+a +b"), ("ab", "", "-a -b"),
    ("abc", "axc", "-b +x"), ("abc", "bc", "-a"), ("abc", "abcd", "+d"),
    ("abcabba", "cbabac", "-a -b +b -b +c"), ("aaa", "aa", "-a"), ("aba", "bab", "-a +b"),
    ("abcdef", "abxyef", "-c -d +x +y"), ("xay", "yax", "-x +y -y +x"),
  ]

  private static func lines(_ letters: String) -> [UInt8] {
    Array(letters.map { "\($0)\n" }.joined().utf8)
  }

  @Test(arguments: table)
  func findsLittle(old: String, new: String, edits: String) {
    let diff = LineDiff(Self.lines(old), Self.lines(new))
    let found = diff.changes.flatMap { change in
      diff.old[change.old].map { "-" + String(decoding: $0.dropLast(), as: UTF8.self) }
        + diff.new[change.new].map { "+" + String(decoding: $0.dropLast(), as: UTF8.self) }
    }
    #expect(Self.rebuilt(diff) == Self.lines(new))
    #expect(found.count <= max(1, edits.split(separator: " ").count), "\(found)")
    #expect(found.isEmpty == edits.isEmpty)
  }

  /// The new text, made of the old one and the changes.
  private static func rebuilt(_ diff: LineDiff) -> [UInt8] {
    var out: [UInt8] = []
    var next = 0
    for change in diff.changes {
      out += diff.old[next..<change.old.lowerBound].flatMap { $0 }
      out += diff.new[change.new].flatMap { $0 }
      next = change.old.upperBound
    }
    return out + diff.old[next...].flatMap { $0 }
  }

  /// Small numbers that a seed repeats.
  struct Numbers {
    var state: UInt64
    mutating func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
  }

  /// The old text with the changes is the new one, for texts of few and of many different lines.
  @Test(arguments: 1...60)
  func changesMakeTheNewText(seed: Int) {
    var numbers = Numbers(state: UInt64(seed))
    let kinds = [2, 5, 40, 1000][seed % 4]
    let old = (0..<numbers.next(below: 120)).map { _ in "\(numbers.next(below: kinds))\n" }
    var new = old
    for _ in 0..<numbers.next(below: 12) {
      let place = numbers.next(below: new.count + 1)
      switch numbers.next(below: 3) {
      case 0: new.insert("\(numbers.next(below: kinds))\n", at: place)
      case 1: if place < new.count { new.remove(at: place) }
      default: if place < new.count { new[place] = "\(numbers.next(below: kinds))" + "\n" }
      }
    }
    let (left, right) = (Array(old.joined().utf8), Array(new.joined().utf8))
    let diff = LineDiff(left, right)
    #expect(Self.rebuilt(diff) == right, "seed \(seed)")
    let hasGaps = zip(diff.changes, diff.changes.dropFirst()).allSatisfy {
      $0.old.upperBound < $1.old.lowerBound && $0.new.upperBound < $1.new.lowerBound
    }
    #expect(hasGaps, "seed \(seed)")
  }

  /// Texts with nothing in common, and with everything in another order, take no long.
  @Test(.timeLimit(.minutes(1)))
  func hugeDifferencesAreFast() {
    let count = 60_000
    let one = Array((0..<count).map { "a \($0)\n" }.joined().utf8)
    let other = Array((0..<count).map { "b \($0)\n" }.joined().utf8)
    let turned = Array((0..<count).reversed().map { "a \($0)\n" }.joined().utf8)
    let few = Array((0..<count).map { "\($0 % 7)\n" }.joined().utf8)
    let fewer = Array((0..<count).map { "\($0 % 5)\n" }.joined().utf8)
    for (left, right) in [(one, other), (one, turned), (few, fewer)] {
      let diff = LineDiff(left, right)
      #expect(Self.rebuilt(diff) == right)
    }
  }

  @Test func isShownAsByDiff() {
    let old = Array("a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\nm".utf8)
    let new = Array("a\nB\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\nm\n".utf8)
    let shown = UnifiedDiff(old, new, oldName: "one", newName: "other\tnow").bytes
    #expect(
      String(decoding: shown, as: UTF8.self) == """
        --- one
        +++ other\tnow
        @@ -1,5 +1,5 @@
         a
        -b
        +B
         c
         d
         e
        @@ -10,4 +10,4 @@
         j
         k
         l
        -m
        \\ No newline at end of file
        +m

        """)
    #expect(UnifiedDiff(old, old, oldName: "a", newName: "b").bytes.isEmpty)
    let added = UnifiedDiff([], Array("x\n".utf8), oldName: "a", newName: "b").bytes
    #expect(String(decoding: added, as: UTF8.self) == "--- a\n+++ b\n@@ -0,0 +1 @@\n+x\n")
  }
}
