import AssayModel

/// Does work that nothing stops, for samples that cannot throw.
func undisturbed<Result>(_ work: () throws(Cancelled) -> Result) -> Result {
  do throws(Cancelled) {
    return try work()
  } catch {
    preconditionFailure("without a monitor nothing stops")
  }
}
