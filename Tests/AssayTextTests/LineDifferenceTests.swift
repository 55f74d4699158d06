import AssayText
import Testing

/// Differences of texts, by rows and by what the lines of random ones become.
@Suite struct LineDifferenceTests {
  private static func unified(_ old: String, _ new: String) -> String {
    let difference = LineDifference(from: Array(old.utf8), to: Array(new.utf8))
    return String(decoding: difference.unified(named: "a"), as: UTF8.self)
  }

  static let table: [(old: String, new: String, shown: String)] = [
    ("", "", ""), ("a\n", "a\n", ""),
    ("", "a\n", "@@ -0,0 +1,1 @@\n+a\n"), ("a\n", "", "@@ -1,1 +0,0 @@\n-a\n"),
    ("a", "a\n", "@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n"),
    (
      "1\n2\n3\n4\n5\n6\n", "1\n2\n3\n4\nx\n6\n",
      "@@ -2,5 +2,5 @@\n 2\n 3\n 4\n-5\n+x\n 6\n"
    ),
    (
      "a\n1\n2\n3\n4\n5\n6\n7\nb\n", "1\n2\n3\n4\n5\n6\n7\n",
      "@@ -1,4 +1,3 @@\n-a\n 1\n 2\n 3\n@@ -6,4 +5,3 @@\n 5\n 6\n 7\n-b\n"
    ),
    ("a\n1\n2\n3\nb\n", "1\n2\n3\n", "@@ -1,5 +1,3 @@\n-a\n 1\n 2\n 3\n-b\n"),
  ]

  @Test(arguments: table)
  func isUnified(old: String, new: String, shown: String) {
    #expect(Self.unified(old, new) == (shown.isEmpty ? "" : "--- a\n+++ a\n" + shown))
  }

  /// Both texts can be told from the unified form of texts so short that all of them is shown.
  @Test func holdsBothTexts() {
    var state: UInt64 = 1
    func random(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    for _ in 0..<2000 {
      let old = (0..<random(5)).map { _ in "\(random(3))\n" }
      let new = (0..<random(5)).map { _ in "\(random(3))\n" }
      let lines = Self.unified(old.joined(), new.joined()).split(separator: "\n").dropFirst(3)
      func text(_ sign: Character) -> [String] {
        lines.filter { $0.first == " " || $0.first == sign }.map { $0.dropFirst() + "\n" }
      }
      #expect(old == new ? lines.isEmpty : text("-") == old && text("+") == new)
      let kept = lines.count { $0.first == " " }
      #expect(old == new || kept == Self.common(old[...], new[...]), "\(old) \(new)")
    }
  }

  /// How many lines can be kept, by trying everything.
  private static func common(_ old: ArraySlice<String>, _ new: ArraySlice<String>) -> Int {
    guard let first = old.first, let other = new.first else { return 0 }
    if first == other { return 1 + common(old.dropFirst(), new.dropFirst()) }
    return max(common(old.dropFirst(), new), common(old, new.dropFirst()))
  }

  @Test func farApartTextsAreOneChange() {
    let old = (0..<3000).map { "\($0)\n" }.joined()
    let new = (0..<3000).map { "x\($0)\n" }.joined()
    let shown = Self.unified("same\n" + old, "same\n" + new)
    #expect(shown.hasPrefix("--- a\n+++ a\n@@ -1,3001 +1,3001 @@\n same\n-0\n-1\n"))
  }
}
