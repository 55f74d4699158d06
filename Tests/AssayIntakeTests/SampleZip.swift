/// A zip whose files are not packed, as small as one can be.
enum SampleZip {
  static func file(_ files: [(path: String, content: [UInt8])]) -> [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    for (path, content) in files {
      let place = out.count
      let shared =
        little(20, 2) + little(0, 2) + little(0, 2) + little(0, 4) + little(checksum(content), 4)
        + little(content.count, 4) + little(content.count, 4) + little(path.utf8.count, 2)
        + little(0, 2)
      out += Array("PK\u{3}\u{4}".utf8) + shared + Array(path.utf8) + content
      directory +=
        Array("PK\u{1}\u{2}".utf8) + little(20, 2) + shared + little(0, 2) + little(0, 2)
        + little(0, 2) + little(0, 4) + little(place, 4) + Array(path.utf8)
    }
    let end =
      Array("PK\u{5}\u{6}".utf8) + little(0, 4) + little(files.count, 2) + little(files.count, 2)
      + little(directory.count, 4) + little(out.count, 4) + little(0, 2)
    return out + directory + end
  }

  private static func little(_ number: Int, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private static func checksum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(~sum)
  }
}
