import AssayModel
import AssayText

extension CorpusLoader {
  /// Reads the whole corpus and hands its records on in the order ``RecordOrder/reversed``, with
  /// their lines and files as they are.
  ///
  /// All records are held in memory before the first is handed on.
  package mutating func loadAllReversed() throws(Failure) {
    try look { () throws(Cancelled) in try monitor.enter(.readingFiles, of: 0) }
    var files: [[FileScan.Batch]] = []
    var reached = [CorpusFolder.entry]
    var seen = Set(reached)
    while files.count < reached.count {
      let path = reached[files.count]
      monitor.expect(FileReader.size(of: folder.absolute(path)))
      var scan = FileScan(path, in: folder, monitor)
      var batches: [FileScan.Batch] = []
      while let batch = scan.next() { batches.append(batch) }
      try look { () throws(Cancelled) in try monitor.check() }
      for file in used(by: batches) where seen.insert(file).inserted { reached.append(file) }
      files.append(batches)
    }
    for batches in files.reversed() {
      var uses: [String] = []
      for batch in batches.reversed() { uses += try take(batch.reversed) }
      if let last = batches.last { try finish(last, uses: uses) }
    }
    try look { () throws(Cancelled) in try monitor.check() }
    try finish()
  }

  /// The files that a file uses; what is wrong with a `use` is told when its items are taken.
  private func used(by batches: [FileScan.Batch]) -> [String] {
    var files: [String] = []
    for batch in batches {
      for case .use(let pattern, let span) in batch.items {
        guard let path = try? folder.relative(pattern, from: batch.path, at: span) else { continue }
        let found = folder.files(matching: path)
        let isInside = found.allSatisfy { (try? folder.requireInside($0, at: span)) != nil }
        if isInside { files += found }
      }
    }
    return files
  }
}

extension FileScan.Batch {
  /// The same with the last item first.
  fileprivate var reversed: FileScan.Batch {
    FileScan.Batch(
      path: path, text: text, items: items.reversed(), isLast: isLast, byteCount: byteCount,
      faults: faults, seal: seal)
  }
}
