import Glibc

/// Other people's data, which lies beside the project when it is there at all.
enum SharedData {
  static let edtf = "../shared/data/edtf"

  /// The path from the folder of the package, found from this file.
  static func path(_ relative: String) -> String {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/" + root + "/" + relative
  }

  static func exists(_ relative: String) -> Bool { access(path(relative), R_OK) == 0 }

  /// The rows of a table of tab-separated values behind its first line.
  static func rows(_ relative: String) -> [[String]] {
    guard let file = fopen(path(relative), "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }
}
