import ArgumentParser
import AssayModel
import AssayShell

/// `--limit-time`, `--limit-memory`, `--limit-rows`.
struct LimitOptions: ParsableArguments {
  @Option(
    name: .customLong("limit-time"), help: "How many seconds a statement may run, or `none`.")
  var time: Seconds?

  @Option(
    name: .customLong("limit-memory"),
    help: "How many MiB of memory the program may hold, or `none`.")
  var memory: Count?

  @Option(
    name: .customLong("limit-rows"), help: "How many rows a result may have, or `none`.")
  var rows: Count?

  /// The limits that were given.
  var limits: Limits {
    Limits(seconds: time?.value, mebibytes: memory?.value, rows: rows?.value)
  }

  struct Seconds: ExpressibleByArgument {
    let value: Double?

    init?(argument: String) {
      value = LimitWord.seconds(argument)
      if value == nil, argument != LimitWord.none { return nil }
    }
  }

  struct Count: ExpressibleByArgument {
    let value: Int?

    init?(argument: String) {
      value = LimitWord.count(argument)
      if value == nil, argument != LimitWord.none { return nil }
    }
  }
}
