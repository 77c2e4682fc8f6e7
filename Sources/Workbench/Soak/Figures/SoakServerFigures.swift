/// What a server used over a soak.
struct SoakServerFigures: Sendable {
  /// Processor seconds; a process that was started again counts with all its lives.
  let cpuSeconds: Double
  let firstBytes: Int
  let mostBytes: Int
  let lastBytes: Int
  let firstDescriptors: Int
  let mostDescriptors: Int
  let lastDescriptors: Int
  let mostThreads: Int

  /// Sums up samples, of which those of a process that was gone are nil; nil when there is none.
  init?(_ samples: [ProcessUsage?]) {
    let seen = samples.compactMap(\.self)
    guard let first = seen.first, let last = seen.last else { return nil }
    cpuSeconds = zip(seen, seen.dropFirst()).reduce(0) { sum, pair in
      // A new process counts from zero.
      let grown = pair.1.cpuSeconds - pair.0.cpuSeconds
      return sum + (grown < 0 ? pair.1.cpuSeconds : grown)
    }
    (firstBytes, lastBytes) = (first.residentBytes, last.residentBytes)
    mostBytes = seen.map(\.residentBytes).max() ?? 0
    (firstDescriptors, lastDescriptors) = (first.descriptors, last.descriptors)
    mostDescriptors = seen.map(\.descriptors).max() ?? 0
    mostThreads = seen.map(\.threads).max() ?? 0
  }

  /// One line.
  var text: String {
    "\(Figures.fixed(cpuSeconds, decimals: 1)) CPU s, memory \(Figures.megabytes(firstBytes)) → \(Figures.megabytes(lastBytes)) MB "
      + "(most \(Figures.megabytes(mostBytes))), descriptors \(firstDescriptors) → \(lastDescriptors) "
      + "(most \(mostDescriptors)), \(mostThreads) threads"
  }
}
