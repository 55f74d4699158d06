import AssayModel

/// The tables of figures that `selftest` prints.
enum SelfTestTable {
  static func line(_ name: String, _ cells: [String]) -> String {
    func padded(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.utf8.count)) + text
    }
    return name + String(repeating: " ", count: max(0, 17 - name.utf8.count))
      + cells.map { padded($0, 10) }.joined()
  }

  /// A share with three decimals; `-` for none.
  static func share(_ share: Double?) -> String {
    guard let share else { return "-" }
    let words = Numeral.words((share * 1000).rounded() / 1000)
    return words.contains(".")
      ? words + String(repeating: "0", count: max(0, 5 - words.utf8.count)) : words + ".000"
  }
}
