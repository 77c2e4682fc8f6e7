import CMalloc
import Foundation

/// What this process holds and has used, under the names Prometheus' own clients give these figures.
enum ProcessFigures {
  /// Reads them; one that the system does not tell is left out.
  static func read() -> [ScrapedFigure] {
    var figures = [
      ScrapedFigure(
        name: "process_heap_in_use_bytes", help: "Bytes handed out by malloc and not given back.",
        kind: .gauge, value: Double(heapInUse()))
    ]
    if let stat = ProcessStat.read("self") {
      figures += [
        ScrapedFigure(
          name: "process_resident_memory_bytes", help: "Resident memory size in bytes.", kind: .gauge,
          value: Double(stat.residentBytes)),
        ScrapedFigure(
          name: "process_threads", help: "Threads of the process.", kind: .gauge, value: Double(stat.threads)),
        ScrapedFigure(
          name: "process_cpu_seconds_total", help: "Total user and system CPU time spent in seconds.",
          kind: .counter, value: stat.cpuSeconds),
      ]
    }
    if let open = openDescriptors() {
      figures.append(
        ScrapedFigure(
          name: "process_open_fds", help: "Number of open file descriptors.", kind: .gauge,
          value: Double(open)))
    }
    return figures.sorted { $0.name < $1.name }
  }

  /// Over all arenas of glibc, and in mappings of their own (mallinfo(3)).
  private static func heapInUse() -> Int {
    let info = mallinfo2()
    return Int(clamping: info.uordblks) + Int(clamping: info.hblkhd)
  }

  /// The descriptor the folder itself is read by does not count.
  private static func openDescriptors() -> Int? {
    (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")).map { max(0, $0.count - 1) }
  }
}
