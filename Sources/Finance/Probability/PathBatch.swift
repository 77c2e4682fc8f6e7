import Foundation

/// A few paths simulated side by side, with scratch space that is allocated once.
///
/// Each step is a loop over contiguous numbers that the compiler vectorises: uniforms, their quantiles, the
/// exponentials, and the paths themselves, whose chains of additions run next to each other.
struct PathBatch: ~Copyable {
  /// How many paths run side by side.
  static let width = 8

  private let plan: SavingsPlan
  private let stream: RandomStream
  /// Growth factors, all paths of a month next to each other.
  private let growth: UnsafeMutableBufferPointer<Double>
  private let uniforms: UnsafeMutableBufferPointer<Double>
  private let tails: UnsafeMutableBufferPointer<Int32>

  init(plan: SavingsPlan, stream: RandomStream) {
    self.plan = plan
    self.stream = stream
    let count = plan.instalments.count * Self.width
    growth = .allocate(capacity: count)
    uniforms = .allocate(capacity: count)
    tails = .allocate(capacity: count)
    growth.initialize(repeating: 0)
    uniforms.initialize(repeating: 0)
    tails.initialize(repeating: 0)
  }

  deinit {
    growth.deallocate()
    uniforms.deallocate()
    tails.deallocate()
  }

  /// Writes the final values of the `count` paths from number `first` on into `values`.
  mutating func run(from first: Int, count: Int, into values: UnsafeMutableBufferPointer<Double>) {
    draw(from: first)
    normalise()
    exponentiate()
    var worth = SIMD8<Double>(repeating: plan.existing)
    for (month, instalment) in plan.instalments.enumerated() {
      let factor = UnsafeRawBufferPointer(growth)
        .loadUnaligned(fromByteOffset: month * MemoryLayout<SIMD8<Double>>.size, as: SIMD8<Double>.self)
      worth = plan.timing == .due ? (worth + instalment) * factor : worth * factor + instalment
    }
    for path in 0..<count { values.initializeElement(at: path, to: worth[path]) }
  }

  /// Fills ``uniforms`` for a full batch; numbers of paths beyond the last are drawn and not used.
  private func draw(from first: Int) {
    let months = plan.instalments.count
    let base = UInt64(first) &* UInt64(months)
    for month in 0..<months {
      for path in 0..<Self.width {
        uniforms[month * Self.width + path] = stream.uniform(
          at: base &+ UInt64(truncatingIfNeeded: path &* months &+ month))
      }
    }
  }

  /// Turns uniforms into standard normal numbers: the middle for all, then the tails again.
  private func normalise() {
    var found = 0
    for index in uniforms.indices {
      growth[index] = AS241.central(uniforms[index] - 0.5)
    }
    for index in uniforms.indices {
      tails[found] = Int32(truncatingIfNeeded: index)
      found &+= (uniforms[index] - 0.5).magnitude > AS241.split ? 1 : 0
    }
    for position in 0..<found {
      let index = Int(tails[position])
      growth[index] = AS241.tail(q: uniforms[index] - 0.5, p: uniforms[index])
    }
  }

  private func exponentiate() {
    let mean = plan.returns.monthlyLogMean
    let volatility = plan.returns.monthlyLogVolatility
    for index in growth.indices {
      growth[index] = exp(mean + volatility * growth[index])
    }
  }
}
