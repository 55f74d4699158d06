import AssayText

/// What the class, id or role of an element says of it, by the words that pages use.
///
/// Names are taken apart at what is no letter and where a capital follows a small letter, so that
/// `shadow` holds no `ad`.
enum HintWords {
  /// Whether the words say that the element is not of the main text.
  static func setsAside(_ value: UnsafePointer<CChar>) -> Bool {
    holds(value, single, double)
  }

  /// Whether the words say that the element is not seen, or is a button in a line.
  static func hides(_ value: UnsafePointer<CChar>) -> Bool { holds(value, unseen, hidden) }

  private static func holds(
    _ value: UnsafePointer<CChar>, _ single: Set<UInt64>, _ double: Set<UInt64>
  ) -> Bool {
    var index = 0
    var hash = seed
    var before: UInt64 = 0
    var wasSmall = false
    while true {
      let byte = UInt8(bitPattern: value[index])
      let isCapital = byte &- 0x41 < 26
      let isSmall = byte &- 0x61 < 26
      if hash != seed, !isCapital && !isSmall || isCapital && wasSmall {
        if single.contains(hash) || double.contains(before &* 31 &+ hash) { return true }
        before = hash
        hash = seed
      }
      if byte == 0x20 { before = 0 }
      if byte == 0 { return false }
      if isCapital || isSmall { hash = (hash ^ UInt64(byte | 0x20)) &* 0x100_0000_01b3 }
      wasSmall = isSmall
      index += 1
    }
  }

  /// Whether the role of an element, as assistive technology has it, is not that of main text.
  static func isRoleSetAside(_ role: String) -> Bool {
    [
      "navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar",
      "toolbar", "tablist", "dialog", "alertdialog", "tooltip", "alert",
    ].contains(role)
  }

  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  private static func hash(_ word: Substring) -> UInt64 { ByteHash.folded(Array(word.utf8)) }

  private static let single = Set(
    """
    nav navbar navigation menu submenu breadcrumb breadcrumbs crumbs sidebar sidebars sidenav footer
    masthead advert adverts advertisement advertising ads ad adsense adslot adunit dfp sponsor
    sponsored promo promos promotion promoted cookie cookies consent gdpr ccpa newsletter subscribe
    subscription paywall signup signin login register share sharing sharer social socials addthis
    sharethis comment comments commentlist disqus respond replies related recommended recommendations
    recirculation recirc trending popular outbrain taboola zergnet popup modal overlay lightbox
    tooltip toolbar pagination pager paging widget widgets tagcloud rating ratings skip skiplink
    copyright colophon banner donate donation byline timestamp
    """.split { $0 == " " || $0 == "\n" }.map(hash))

  /// Words that say so only together.
  private static let double = Set(
    """
    read-more read-next most-read also-read see-also more-stories more-news more-from up-next
    next-post prev-post post-nav post-navigation author-bio author-box about-author tag-list
    post-tags entry-tags article-tags follow-us site-header site-footer page-header page-footer
    print-only latest-news top-stories you-may
    """.split { $0 == " " || $0 == "\n" }.map(pair))

  private static let unseen = Set([hash("editsection")])
  private static let hidden = Set(
    ["screen-reader", "sr-only", "visually-hidden"].map { pair($0) })

  private static func pair(_ words: Substring) -> UInt64 {
    let hashes = words.split(separator: "-").map(hash)
    return hashes[0] &* 31 &+ hashes[1]
  }

  /// Lines that pages set into their text without saying so, in small letters.
  static let phrases: Set<String> = [
    "advertisement", "advertising", "ad", "sponsored", "sponsored content", "share", "share this",
    "share this article", "share this story", "tweet", "print", "email", "email this", "copy link",
    "read more", "continue reading", "read also", "related", "related articles", "related stories",
    "see also", "more on this story", "most read", "recommended", "recommended for you", "comments",
    "leave a comment", "leave a reply", "log in", "sign in", "sign up", "subscribe",
    "subscribe now", "skip to content", "skip to main content", "back to top", "filed under",
    "loading", "loading...", "follow us", "story continues below", "publicidad", "compartir",
    "comparte", "leer más", "lea también", "te puede interesar", "relacionadas", "comentarios",
    "suscríbete", "anuncio", "imprimir",
  ]
}
