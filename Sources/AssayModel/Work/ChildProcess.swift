@preconcurrency import Glibc

/// A program that is run to its end: bytes in, bytes out, within limits.
///
/// It gets a process group of its own, which is killed as a whole when a limit is reached or the
/// work is stopped, so that nothing of it stays behind.
package struct ChildProcess {
  /// The program and its arguments; the program is looked for in `PATH`.
  private let words: [String]
  private let limits: Limits

  /// What it may take.
  package struct Limits: Sendable {
    /// How long it may run.
    package var seconds: Double
    /// How many bytes it may write to standard output; of standard error, 64 KiB are kept.
    package var outputBytes: Int

    package init(seconds: Double, outputBytes: Int) {
      (self.seconds, self.outputBytes) = (seconds, outputBytes)
    }
  }

  /// How it ended.
  package struct Ending: Sendable {
    package let output: [UInt8]
    package let errors: [UInt8]
    package let reason: Reason
  }

  /// Why it ended.
  package enum Reason: Sendable, Equatable {
    /// By itself, with this exit code.
    case exited(Int)
    /// A signal from elsewhere ended it.
    case signalled(Int)
    /// It ran for longer than it may.
    case tookTooLong
    /// It wrote more than it may.
    case wroteTooMuch
    /// It could not be started, for this reason of the system.
    case notStarted(String)
  }

  package init(_ words: [String], _ limits: Limits) { (self.words, self.limits) = (words, limits) }

  /// A command as the shell reads it.
  package init(shell command: String, _ limits: Limits) {
    self.init(["/bin/sh", "-c", command], limits)
  }

  /// Runs it, giving it `input` on standard input.
  ///
  /// - Throws: `Cancelled`, when the monitor says so; the program is then gone.
  package func run(
    _ input: [UInt8] = [], _ monitor: WorkMonitor = .idle
  ) throws(Cancelled) -> Ending {
    guard let pipes = Pipes() else {
      return Ending(output: [], errors: [], reason: .notStarted(String(cString: strerror(errno))))
    }
    var pump = Pump(pipes, input: input, limits)
    let started = start(pipes)
    pipes.closeChildEnds()
    guard case .success(let process) = started else {
      pipes.closeOwnEnds()
      guard case .failure(let failure) = started else { preconditionFailure("started or failed") }
      return Ending(output: [], errors: [], reason: .notStarted(failure.words))
    }
    var broken: Reason?
    do throws(Cancelled) {
      broken = try pump.run(monitor) { Self.hasEnded(process) }
    } catch {
      Self.end(process)
      throw error
    }
    // What it left running in its group goes, too.
    kill(-process, SIGKILL)
    let status = Self.reap(process)
    let signal = Int(status & 0x7F)
    let own = signal == 0 ? Reason.exited(Int(status >> 8 & 0xFF)) : .signalled(signal)
    return Ending(output: pump.output, errors: pump.errors, reason: broken ?? own)
  }

  private struct StartFailure: Error { let words: String }

  private func start(_ pipes: Pipes) -> Result<pid_t, StartFailure> {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for (own, standard) in [
      (pipes.input.read, 0), (pipes.output.write, 1), (pipes.errors.write, 2),
    ] {
      posix_spawn_file_actions_adddup2(&actions, own, Int32(standard))
    }
    // It must not inherit that the shell ignores signals.
    var all = sigset_t()
    var none = sigset_t()
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP
    posix_spawnattr_setflags(&attributes, Int16(flags))
    let argv: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { argv.forEach { free($0) } }
    var process: pid_t = 0
    let error = posix_spawnp(&process, words[0], &actions, &attributes, argv, environ)
    guard error == 0 else { return .failure(StartFailure(words: String(cString: strerror(error)))) }
    return .success(process)
  }

  private static func end(_ process: pid_t) {
    kill(-process, SIGKILL)
    _ = reap(process)
  }

  /// Whether it has ended; its number stays its own until it is reaped.
  private static func hasEnded(_ process: pid_t) -> Bool {
    var details = siginfo_t()
    return waitid(P_PID, id_t(process), &details, WEXITED | WNOHANG | WNOWAIT) != 0
      || details._sifields._sigchld.si_pid == process
  }

  private static func reap(_ process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { guard errno == EINTR else { break } }
    return status
  }
}
