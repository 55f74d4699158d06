/// An address that a page may lead to when a reader follows it.
struct LinkTarget {
  let address: String
  /// Whether it leads away from the page.
  let isOutside: Bool

  /// An address of the web: `http:` or `https:` and a host; `nil` for everything else.
  init?(web address: String) {
    guard let scheme = Self.scheme(of: address), ["http", "https"].contains(scheme),
      address.dropFirst(scheme.count).hasPrefix("://"), Self.host(of: address) != nil,
      !Self.hasOddByte(address)
    else { return nil }
    (self.address, isOutside) = (address, true)
  }

  /// What prose may link to: the web, an address for mail, a place in the page, or a file beside
  /// it.
  init?(prose address: String) {
    if let web = LinkTarget(web: address) {
      self = web
      return
    }
    guard !Self.hasOddByte(address), !address.hasPrefix("//"), !address.isEmpty else { return nil }
    if let scheme = Self.scheme(of: address), scheme != "mailto" { return nil }
    (self.address, isOutside) = (address, !address.hasPrefix("#"))
  }

  /// The host that a reader sees in place of a long address.
  static func host(of address: String) -> String? {
    guard let start = address.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    let host = address[start...].dropFirst(2).prefix { !"/?#".contains($0) }
    let name = host.split(separator: "@").last.map(String.init) ?? ""
    return name.isEmpty ? nil : name
  }

  /// What stands before the first colon, in lower case, unless a `/`, `?` or `#` comes first.
  private static func scheme(of address: String) -> String? {
    guard let end = address.utf8.firstIndex(where: { ":/?#".utf8.contains($0) }),
      address.utf8[end] == UInt8(ascii: ":")
    else { return nil }
    return address[..<end].lowercased()
  }

  /// Whether there is a control, a space or a backslash, which browsers read in ways of their own.
  private static func hasOddByte(_ address: String) -> Bool {
    address.utf8.contains { $0 <= 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }
  }
}
