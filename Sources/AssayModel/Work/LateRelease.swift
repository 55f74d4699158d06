import Glibc

/// Lets go of what stopped work has gathered.
package enum LateRelease {
  /// Keeps a value until another thread lets go of it.
  private final class Box<Value> {
    private let value: Value

    init(_ value: consuming Value) { self.value = value }
  }

  /// Lets go of a value on a thread of its own: millions of records take a tenth of a second, for
  /// which nobody should wait who has pressed Ctrl-C.
  ///
  /// Nothing else may hold on to parts of it that are bound to a thread.
  package static func release<Value>(_ value: consuming Value) {
    let box = Unmanaged<AnyObject>.passRetained(Box(value))
    var thread = pthread_t()
    let code = pthread_create(&thread, nil, run, box.toOpaque())
    if code == 0 { pthread_detach(thread) } else { box.release() }
  }

  private static let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    box in
    if let box { Unmanaged<AnyObject>.fromOpaque(box).release() }
    return nil
  }
}
