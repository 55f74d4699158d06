import Glibc

/// A PDF with pages of lines, as small as one can be.
enum SamplePDF {
  /// - Parameters:
  ///   - pages: lines in Latin letters; a page without lines has no text.
  ///   - title: what the file says of itself.
  ///   - leading: points from a line to the next; the letters have 11.
  static func file(_ pages: [[String]], title: String? = nil, leading: Int = 13) -> [UInt8] {
    var objects: [String] = []
    let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
    objects.append("<< /Type /Catalog /Pages 2 0 R >>")
    objects.append("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>")
    objects.append(
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for (index, lines) in pages.enumerated() {
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents \(5 + 2 * index) 0 R "
          + "/Resources << /Font << /F1 3 0 R >> >> >>")
      var content = "BT /F1 11 Tf 72 740 Td \(leading) TL\n"
      for line in lines {
        let escaped = line.replacing("\\", with: "\\\\").replacing("(", with: "\\(")
          .replacing(")", with: "\\)")
        content += line.isEmpty ? "0 -\(2 * leading) Td\n" : "(\(escaped)) Tj T*\n"
      }
      content += "ET"
      objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream")
    }
    let said = title.map { "/Title (\($0)) " } ?? ""
    objects.append("<< \(said)/Author (Ana Ruiz) /CreationDate (D:20230605142000Z) >>")
    var file = "%PDF-1.4\n"
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places {
      let digits = String(place)
      file += String(repeating: "0", count: 10 - digits.utf8.count) + digits + " 00000 n \n"
    }
    file += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R /Info \(objects.count) 0 R >>\n"
    file += "startxref\n\(table)\n%%EOF\n"
    return Array(file.utf8)
  }

  /// Whether the program that reads them is installed.
  static let isReadable: Bool = ["/usr/bin", "/usr/local/bin", "/bin"].contains {
    access($0 + "/pdftotext", X_OK) == 0
  }
}
