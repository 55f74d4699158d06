import ArgumentParser
import AssayEngine
import AssayRender
import AssaySessions
import AssayShell
import AssayText

/// Opens the shells of sessions as the command line would.
final class PlayHost: SessionHost {
  func open(_ opening: [String], isOwn: Bool) throws(Diagnostics) -> any SessionShell {
    let command: OpenCommand
    do {
      command = try OpenCommand.parse(opening)
    } catch {
      return FailedShell(OpenCommand.fullMessage(for: error) + "\n", .wrongProgram)
    }
    let renderer = DiagnosticRenderer(isColored: false, form: command.diagnostics)
    let workspace: Workspace
    do throws(Diagnostic) {
      workspace = try Workspace(command.corpus ?? ".", monitor: Run.monitor())
    } catch {
      return FailedShell(renderer.text(of: [error]), ExitCode(error.code))
    }
    guard isOwn || workspace.faults.isEmpty else { throw Diagnostics(workspace.faults) }
    workspace.limits = command.options.limits(or: command.limits.limits)
    command.options.apply(to: workspace)
    workspace.acceptsDeclarations = isOwn
    return PlayedShell(
      workspace, format: command.format, diagnostics: command.diagnostics,
      isPlain: command.plain, safety: command.options.safety)
  }
}
