import AssayModel
import Glibc

/// Does two pieces of work at the same time.
enum TwoThreads {
  /// A piece of work on its way to another thread.
  private final class Piece {
    private let body: () throws(Cancelled) -> Void
    private(set) var stop: Cancelled?

    init(_ body: @escaping () throws(Cancelled) -> Void) { self.body = body }

    func run() {
      do throws(Cancelled) { try body() } catch { stop = error }
    }
  }

  /// Runs `other` on a thread of its own while `own` runs here, and returns when both are done.
  ///
  /// The two may read the same values but write none of them. Without a second thread they run one
  /// after the other.
  ///
  /// - Throws: what the work here throws, else what the other throws, once both have ended.
  static func run(
    _ own: () throws(Cancelled) -> Void, beside other: () throws(Cancelled) -> Void
  ) throws(Cancelled) {
    let stop = withoutActuallyEscaping(other) { other -> Cancelled? in
      let piece = Piece(other)
      var thread = pthread_t()
      var attributes = pthread_attr_t()
      pthread_attr_init(&attributes)
      // Sorting and hashing need little, but a thread's standard stack may be less than main's.
      pthread_attr_setstacksize(&attributes, 8 << 20)
      let code = pthread_create(
        &thread, &attributes, start, Unmanaged.passUnretained(piece).toOpaque())
      pthread_attr_destroy(&attributes)
      var stop: Cancelled?
      do throws(Cancelled) { try own() } catch { stop = error }
      if code == 0 { pthread_join(thread, nil) } else if stop == nil { piece.run() }
      return stop ?? piece.stop
    }
    if let stop { throw stop }
  }

  private static let start: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? =
    { piece in
      if let piece { Unmanaged<Piece>.fromOpaque(piece).takeUnretainedValue().run() }
      return nil
    }
}
