import Glibc

/// Does two pieces of work at the same time.
enum TwoThreads {
  /// A piece of work on its way to another thread.
  private final class Piece {
    let body: () -> Void

    init(_ body: @escaping () -> Void) { self.body = body }
  }

  /// Runs `other` on a thread of its own while `own` runs here, and returns when both are done.
  ///
  /// The two may read the same values but write none of them. Without a second thread they run one
  /// after the other.
  static func run(_ own: () -> Void, beside other: () -> Void) {
    withoutActuallyEscaping(other) { other in
      let piece = Unmanaged.passRetained(Piece(other))
      defer { piece.release() }
      var thread = pthread_t()
      var attributes = pthread_attr_t()
      pthread_attr_init(&attributes)
      // Sorting and hashing need little, but a thread's standard stack may be less than main's.
      pthread_attr_setstacksize(&attributes, 8 << 20)
      let code = pthread_create(&thread, &attributes, start, piece.toOpaque())
      pthread_attr_destroy(&attributes)
      own()
      if code == 0 { pthread_join(thread, nil) } else { other() }
    }
  }

  private static let start: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? =
    { piece in
      if let piece { Unmanaged<Piece>.fromOpaque(piece).takeUnretainedValue().body() }
      return nil
    }
}
