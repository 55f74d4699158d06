@preconcurrency import Glibc

extension ChildProcess {
  /// The three pipes between the program and its parent; closed at an `exec` of anybody else.
  struct Pipes {
    /// Both ends of a pipe.
    struct Ends {
      let read: Int32
      let write: Int32
    }

    let input: Ends
    let output: Ends
    let errors: Ends

    /// `nil` if the system has no more of them; `errno` says why.
    init?() {
      var made: [Ends] = []
      for _ in 0..<3 {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
          for ends in made { Self.close(ends.read, ends.write) }
          return nil
        }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        made.append(Ends(read: ends[0], write: ends[1]))
      }
      (input, output, errors) = (made[0], made[1], made[2])
      for end in [input.write, output.read, errors.read] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    }

    func closeChildEnds() { Self.close(input.read, output.write, errors.write) }

    func closeOwnEnds() { Self.close(input.write, output.read, errors.read) }

    private static func close(_ ends: Int32...) { for end in ends { Glibc.close(end) } }
  }

  /// Carries bytes between the pipes until the program has closed its ends or a limit is reached.
  struct Pump {
    private let pipes: Pipes
    private let input: [UInt8]
    private let limits: Limits
    private var written = 0
    private var hasInput = true
    private var isReading = [true, true]
    private(set) var output: [UInt8] = []
    private(set) var errors: [UInt8] = []
    private var piece = [UInt8](repeating: 0, count: 1 << 16)

    private static let errorBytes = 1 << 16
    /// How often, in milliseconds, the monitor and the clock are looked at.
    private static let look: Int32 = 50

    init(_ pipes: Pipes, input: [UInt8], _ limits: Limits) {
      (self.pipes, self.input, self.limits) = (pipes, input, limits)
    }

    /// Whoever reads nothing of its input must not end this program by SIGPIPE.
    ///
    /// - Parameter hasEnded: asked once nothing more comes out of the program.
    /// - Returns: which limit was reached, or `nil`.
    mutating func run(
      _ monitor: WorkMonitor, _ hasEnded: () -> Bool
    ) throws(Cancelled) -> Reason? {
      var pipeSignal = sigset_t()
      var before = sigset_t()
      sigemptyset(&pipeSignal)
      sigaddset(&pipeSignal, SIGPIPE)
      pthread_sigmask(SIG_BLOCK, &pipeSignal, &before)
      defer {
        var none = timespec()
        if sigismember(&before, SIGPIPE) == 0 { sigtimedwait(&pipeSignal, nil, &none) }
        pthread_sigmask(SIG_SETMASK, &before, nil)
        if hasInput { close(pipes.input.write) }
        close(pipes.output.read)
        close(pipes.errors.read)
      }
      let start = Self.seconds()
      while isReading[0] || isReading[1] {
        try monitor.check()
        if Self.seconds() - start > limits.seconds { return .tookTooLong }
        feed()
        var waits = [
          pollfd(fd: isReading[0] ? pipes.output.read : -1, events: Int16(POLLIN), revents: 0),
          pollfd(fd: isReading[1] ? pipes.errors.read : -1, events: Int16(POLLIN), revents: 0),
          pollfd(fd: hasInput ? pipes.input.write : -1, events: Int16(POLLOUT), revents: 0),
        ]
        guard poll(&waits, 3, Self.look) > 0 else { continue }
        if waits[0].revents != 0 { isReading[0] = take(pipes.output.read, isOutput: true) }
        if waits[1].revents != 0 { isReading[1] = take(pipes.errors.read, isOutput: false) }
        if output.count > limits.outputBytes { return .wroteTooMuch }
      }
      // A program closes its ends a moment before it is over; some do, and go on.
      while !hasEnded() {
        try monitor.check()
        if Self.seconds() - start > limits.seconds { return .tookTooLong }
        usleep(500)
      }
      return nil
    }

    /// Writes as much of the input as the pipe takes.
    private mutating func feed() {
      while hasInput {
        guard written < input.count else { return endInput() }
        let count = input.withUnsafeBytes { bytes in
          write(pipes.input.write, bytes.baseAddress.map { $0 + written }, input.count - written)
        }
        if count > 0 {
          written += count
        } else if errno == EAGAIN {
          return
        } else if errno != EINTR {
          // It reads no more; that is its right.
          return endInput()
        }
      }
    }

    private mutating func endInput() {
      close(pipes.input.write)
      hasInput = false
    }

    /// Reads what is there; `false` at the end.
    private mutating func take(_ end: Int32, isOutput: Bool) -> Bool {
      let count = read(end, &piece, piece.count)
      if count < 0 { return errno == EINTR || errno == EAGAIN }
      guard count > 0 else { return false }
      if isOutput {
        output += piece[..<count]
      } else if errors.count < Self.errorBytes {
        errors += piece[..<min(count, Self.errorBytes - errors.count)]
      }
      return true
    }

    private static func seconds() -> Double {
      var now = timespec()
      clock_gettime(CLOCK_MONOTONIC, &now)
      return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }
  }
}
