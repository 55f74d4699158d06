import Glibc

/// The built program, run as a user runs it: arguments and input in, two outputs and an exit code
/// out.
enum Program {
  /// What a run left behind.
  struct Outcome: Hashable {
    var output: [UInt8] = []
    var errors: [UInt8] = []
    /// The exit code; 128 and the number of the signal that killed it otherwise.
    var code: Int32 = 0

    /// What was written to standard output.
    var text: String { String(decoding: output, as: UTF8.self) }
    /// What was written to standard error.
    var errorText: String { String(decoding: errors, as: UTF8.self) }
  }

  /// The program could not be started.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// The program: beside the tests, or where `swift build` puts it.
  static let path: String = {
    let built = repository + "/.build/debug/assay"
    guard let tests = realpath("/proc/self/exe", nil) else { return built }
    defer { free(tests) }
    var folder = Substring(String(cString: tests))
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if access(folder + "/assay", X_OK) == 0, !isFolder(folder + "/assay") {
        return folder + "/assay"
      }
    }
    return built
  }()

  /// The folder with `Package.swift`.
  static let repository: String = {
    var folder = Substring(#filePath)
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if access(folder + "/Package.swift", F_OK) == 0 { break }
    }
    return String(folder)
  }()

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - folder: the working folder.
  ///   - input: what it reads; nothing otherwise.
  ///   - environment: variables beside `HOME` and `PATH`.
  static func run(
    _ arguments: [String], in folder: String, input: [UInt8] = [],
    environment: [String: String] = [:]
  ) throws(Failure) -> Outcome {
    try start(arguments, in: folder, input: input, environment: environment).finish()
  }

  /// Runs `body` of a POSIX shell, in which `$ASSAY` is the program.
  static func shell(_ body: String, in folder: String) throws(Failure) -> Outcome {
    try Run("/bin/sh", ["-c", body], in: folder, input: [], ["ASSAY": path]).finish()
  }

  /// Starts the program without waiting for its end.
  static func start(
    _ arguments: [String], in folder: String, input: [UInt8] = [],
    environment: [String: String] = [:]
  ) throws(Failure) -> Run {
    try Run(path, arguments, in: folder, input: input, environment)
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// A process that was started; its outputs go to files without a name.
  final class Run {
    let process: pid_t
    private let outputs: [Int32]
    private var isOver = false

    fileprivate init(
      _ program: String, _ arguments: [String], in folder: String, input: [UInt8],
      _ environment: [String: String]
    ) throws(Failure) {
      var files: [Int32] = []
      for _ in 0..<3 { files.append(try Self.namelessFile()) }
      defer { close(files[0]) }
      outputs = Array(files[1...])
      var rest = input[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(files[0], $0.baseAddress, $0.count) }
        guard count > 0 else { throw Failure(description: "the input cannot be written") }
        rest = rest.dropFirst(count)
      }
      lseek(files[0], 0, SEEK_SET)
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
      posix_spawn_file_actions_init(&actions)
      posix_spawnattr_init(&attributes)
      defer {
        posix_spawn_file_actions_destroy(&actions)
        posix_spawnattr_destroy(&attributes)
      }
      // The threads of the tests block signals; the program is to get them.
      var none = sigset_t()
      sigemptyset(&none)
      posix_spawnattr_setsigmask(&attributes, &none)
      posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
      for (number, file) in files.enumerated() {
        posix_spawn_file_actions_adddup2(&actions, file, Int32(number))
      }
      var variables = ["HOME": folder, "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"]
      if let profile = getenv("LLVM_PROFILE_FILE") {
        variables["LLVM_PROFILE_FILE"] = String(cString: profile)
      }
      variables.merge(environment) { $1 }
      // What changes the folder of a process to be is hidden from Swift; `env` does it as well.
      let command = "/usr/bin/env"
      let words = ([command, "-C", folder, program] + arguments).map { strdup($0) } + [nil]
      let pairs = variables.sorted { $0.key < $1.key }.map { strdup("\($0)=\($1)") } + [nil]
      defer { (words + pairs).forEach { free($0) } }
      var process: pid_t = 0
      let error = posix_spawn(&process, command, &actions, &attributes, words, pairs)
      self.process = process
      guard error == 0 else {
        throw Failure(description: "\(command): \(String(cString: strerror(error)))")
      }
    }

    deinit {
      if !isOver {
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
      }
      for file in outputs { close(file) }
    }

    /// Waits for the end.
    func finish() -> Outcome {
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
      isOver = true
      let signal = status & 0x7F
      return Outcome(
        output: Self.contents(outputs[0]), errors: Self.contents(outputs[1]),
        code: signal == 0 ? status >> 8 & 0xFF : 128 + signal)
    }

    private static func namelessFile() throws(Failure) -> Int32 {
      var name = Array("/tmp/assay-test-XXXXXX".utf8CString)
      let file = mkstemp(&name)
      _ = fcntl(file, F_SETFD, FD_CLOEXEC)
      guard file >= 0 else { throw Failure(description: String(cString: strerror(errno))) }
      unlink(name)
      return file
    }

    private static func contents(_ file: Int32) -> [UInt8] {
      lseek(file, 0, SEEK_SET)
      var bytes: [UInt8] = []
      var piece = [UInt8](repeating: 0, count: 1 << 16)
      while case let count = read(file, &piece, piece.count), count > 0 {
        bytes += piece[..<count]
      }
      return bytes
    }
  }
}
