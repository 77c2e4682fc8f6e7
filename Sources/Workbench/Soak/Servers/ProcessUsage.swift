import CoachService
import Foundation

/// What a process has used so far and holds now, as Linux tells it in `/proc` (proc(5)).
struct ProcessUsage: Codable, Sendable, Hashable {
  /// Seconds of processor time, in user and in kernel mode, since the process began.
  let cpuSeconds: Double
  /// Bytes of memory that are in use and not shared out to disk.
  let residentBytes: Int
  /// Open descriptors.
  let descriptors: Int
  let threads: Int

  enum CodingKeys: String, CodingKey {
    case cpuSeconds = "cpu_s"
    case residentBytes = "rss_bytes"
    case descriptors, threads
  }

  /// Reads the line of `/proc/<pid>/stat`; nil when it is none.
  init?(stat: String, descriptors: Int, ticksPerSecond: Int, pageBytes: Int) {
    guard let stat = ProcessStat(stat, ticksPerSecond: ticksPerSecond, pageBytes: pageBytes) else {
      return nil
    }
    self.init(stat, descriptors: descriptors)
  }

  private init(_ stat: ProcessStat, descriptors: Int) {
    cpuSeconds = stat.cpuSeconds
    residentBytes = stat.residentBytes
    threads = stat.threads
    self.descriptors = descriptors
  }

  /// Reads a process; nil when it is gone.
  static func of(_ pid: Int32) -> ProcessUsage? {
    guard let stat = ProcessStat.read("\(pid)"),
      let open = try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/fd")
    else { return nil }
    return ProcessUsage(stat, descriptors: open.count)
  }
}
