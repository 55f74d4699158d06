import AssayModel
import AssayText
import Testing

@testable import AssayIntake

@Suite struct HostileTests {
  private static func repeated(_ piece: String, _ count: Int) -> [UInt8] {
    Array(String(repeating: piece, count: count).utf8)
  }

  /// Pages that bring readers down, and what is said of them.
  static let pages: [(name: String, page: [UInt8])] = [
    ("nested", repeated("<div>", 100_000)), ("nested inline", repeated("<b><i>", 50_000)),
    ("nested tables", repeated("<table><tr><td>", 40_000)), ("lists", repeated("<ul><li>", 50_000)),
    (
      "attributes", Array("<div ".utf8) + (0..<50_000).flatMap { Array("a\($0)=1 ".utf8) }
    ),
    (
      "formatting that is taken up again",
      (0..<20_000).flatMap { Array("<p><font a=\($0)>x</p>".utf8) }
    ),
  ]

  @Test(arguments: pages)
  func isTooLarge(name: String, page: [UInt8]) {
    var limits = IntakeLimits.standard
    limits.treeBytes = 64 << 20
    let fault = Reading.fault(Array("<html>".utf8) + page, limits: limits)
    #expect(fault?.code == .documentTooLarge, "\(name)")
  }

  @Test func aLargePageIsRefusedUnread() {
    let page = Array("<html><p>".utf8) + [UInt8](repeating: 0x61, count: 50 << 20)
    #expect(Reading.fault(page)?.code == .documentTooLarge)
  }

  @Test func whatBrowsersReadIsRead() throws {
    let many = "<html>" + String(repeating: "<p>Words and words.", count: 5_000)
    #expect(try Reading.one(many).words.hasPrefix("Words and words.\n\nWords"))
    let open = "<html>" + String(repeating: "<tr><td><font>", count: 3_000) + "Words."
    _ = try Reading.one(open)
    let list = "<ul>" + String(repeating: "<li>An item.", count: 3_000)
    #expect(try Reading.one(list).words.hasPrefix("- An item.\n- An item.\n"))
  }

  @Test func endsInTheMiddle() {
    let page = Array(SamplePage.news.page.utf8)
    for end in stride(from: 0, to: page.count, by: 7) { _ = Reading.fault(Array(page[..<end])) }
  }
}
