/// Simulated final values of a plan.
///
/// Path p in month k draws number p × months + k of the seed's stream, so the result depends on the plan, the
/// seed and the number of paths only: any split over tasks gives the same values.
public struct MonteCarlo: Sendable {
  /// The most paths a simulation may have.
  public static let maximumPaths = 10_000_000

  /// The plan.
  public let plan: SavingsPlan
  /// The numbers drawn from.
  public let stream: RandomStream

  /// A simulation of `plan` with the stream of `seed`.
  public init(_ plan: SavingsPlan, seed: UInt64) {
    self.plan = plan
    stream = RandomStream(seed: seed)
  }

  /// The outcome of `paths` paths, one after the other.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` for no path or too many, or values that are not finite.
  public func outcome(paths: Int) throws(FinanceError) -> MonteCarloOutcome {
    try Self.check(paths)
    return try MonteCarloOutcome(finalValues: finalValues(of: 0..<paths))
  }

  /// The outcome of `paths` paths, shared between `tasks` tasks that run at the same time.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` as ``outcome(paths:)`` does.
  public func outcome(paths: Int, tasks: Int) async throws(FinanceError) -> MonteCarloOutcome {
    try Self.check(paths)
    let count = min(max(1, tasks), paths)
    let values = await withTaskGroup(of: (Int, [Double]).self) { group in
      for task in 0..<count {
        group.addTask { (task, finalValues(of: paths * task / count..<paths * (task + 1) / count)) }
      }
      var parts = [[Double]](repeating: [], count: count)
      for await (task, part) in group { parts[task] = part }
      return parts.flatMap(\.self)
    }
    return try MonteCarloOutcome(finalValues: values)
  }

  /// The final value in rupees of each of the paths numbered `paths`.
  public func finalValues(of paths: Range<Int>) -> [Double] {
    var batch = PathBatch(plan: plan, stream: stream)
    return [Double](unsafeUninitializedCapacity: paths.count) { values, count in
      for start in stride(from: 0, to: paths.count, by: PathBatch.width) {
        let filled = min(PathBatch.width, paths.count - start)
        let part = values.extracting(start..<start + filled)
        batch.run(from: paths.lowerBound + start, count: filled, into: part)
      }
      count = paths.count
    }
  }

  private static func check(_ paths: Int) throws(FinanceError) {
    guard (1...maximumPaths).contains(paths) else {
      throw FinanceError(.outOfRange, "\(paths) paths is not between 1 and \(maximumPaths)")
    }
  }
}
