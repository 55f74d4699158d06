import AssayText

/// How characters are written as bytes.
enum Charset: Hashable, Sendable {
  case utf8
  case utf16LittleEndian
  case utf16BigEndian
  /// Which ISO 8859-1 and ASCII are parts of, as in browsers.
  case windows1252
  /// Any other, by the name under which the C library knows it.
  case named(String)

  /// The one with a name as in `charset=…`, by the labels of the WHATWG Encoding Standard; names
  /// that are not among them are left to the C library.
  init?(label: String) {
    let name = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    guard !name.isEmpty, name.utf8.count <= 40,
      name.utf8.allSatisfy({ $0.isDigit || $0 &- 0x61 < 26 || "-_:.".utf8.contains($0) })
    else { return nil }
    switch name {
    case "utf-8", "utf8", "unicode-1-1-utf-8": self = .utf8
    case "utf-16", "utf-16le", "utf16": self = .utf16LittleEndian
    case "utf-16be": self = .utf16BigEndian
    case "latin1", "latin-1", "iso-8859-1", "iso8859-1", "iso_8859-1", "windows-1252", "cp1252",
      "x-cp1252", "ascii", "us-ascii", "l1", "ibm819", "cp819", "ansi":
      self = .windows1252
    case "x-sjis", "shift-jis", "windows-31j": self = .named("cp932")
    case "gb2312", "x-gbk": self = .named("gb18030")
    case "ks_c_5601-1987", "euc-kr": self = .named("cp949")
    default: self = .named(name)
    }
  }

  /// For a person.
  var words: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
    case .windows1252: "Windows-1252 (Latin-1)"
    case .named(let name): name
    }
  }

  /// What Windows-1252 has at 0x80 to 0x9F; 0 where it has nothing.
  static let windowsScalars: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
