import Foundation

/// A line of `/proc/<pid>/stat`, as far as it is of use here (proc_pid_stat(5)).
package struct ProcessStat: Hashable, Sendable {
  /// Seconds of processor time, in user and in kernel mode, since the process began.
  package let cpuSeconds: Double
  /// Bytes of memory that are in use and not shared out to disk.
  package let residentBytes: Int
  /// How many threads it has.
  package let threads: Int

  /// Reads a line; nil when it is none.
  ///
  /// - Parameters:
  ///   - ticksPerSecond: the unit of processor time.
  ///   - pageBytes: the unit of memory.
  package init?(_ line: String, ticksPerSecond: Int, pageBytes: Int) {
    // The name of the program stands in parentheses and may hold anything, also spaces and parentheses.
    guard let end = line.lastIndex(of: ")"), ticksPerSecond > 0 else { return nil }
    let fields = line[line.index(after: end)...].split(separator: " ")
    guard fields.count > 21, let user = Int(fields[11]), let system = Int(fields[12]),
      let threads = Int(fields[17]), let pages = Int(fields[21])
    else { return nil }
    let (bytes, overflow) = pages.multipliedReportingOverflow(by: pageBytes)
    guard !overflow else { return nil }
    cpuSeconds = (Double(user) + Double(system)) / Double(ticksPerSecond)
    residentBytes = bytes
    self.threads = threads
  }

  /// Reads a process of this machine; nil when it is gone.
  ///
  /// - Parameter process: its number, or `self`.
  package static func read(_ process: String) -> ProcessStat? {
    guard let line = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return nil }
    return ProcessStat(
      line, ticksPerSecond: sysconf(Int32(_SC_CLK_TCK)), pageBytes: sysconf(Int32(_SC_PAGESIZE)))
  }
}
