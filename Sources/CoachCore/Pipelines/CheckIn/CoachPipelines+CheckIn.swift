public import Finance

extension CoachPipelines {
  /// Looks in on every user once a date: tells what deserves attention.
  ///
  /// It may be called by several workers and as often as one likes; a call does what is left to do. Batches are leased, so
  /// that workers do not get in each other's way; that a user is looked in on once rests on the session's id, which is
  /// made from job, date and user.
  ///
  /// - Parameter day: the IST date the call is made on; nil for today.
  /// - Throws: what the source throws when it is asked for users, `CoachError` with code `store_failed` when leases cannot
  ///   be kept, or `CancellationError`.
  public func checkIn(_ checkIn: CheckIn, on day: CivilDate? = nil) async throws -> CheckInReport {
    let date = checkIn.date(on: day ?? clock.indianDay)
    var report = CheckInReport(date: date)
    let dealt = CheckInBatches(try await configuration.source.users(), count: configuration.batches)
    for (number, users) in dealt.batches.enumerated() where !users.isEmpty {
      try Task.checkCancellation()
      guard let lease = try await lease("service:lease:\(checkIn.job):\(date):\(number)") else {
        report.heldElsewhere.append(number)
        continue
      }
      do {
        try await work(users, of: number, checkIn, under: lease, into: &report)
        try await lease.giveBack()
      } catch {
        try? await lease.giveBack()
        throw error
      }
    }
    return report
  }

  private func work(
    _ users: [String], of number: Int, _ checkIn: CheckIn, under lease: Lease,
    into report: inout CheckInReport
  ) async throws {
    for user in users {
      try Task.checkCancellation()
      guard try await lease.renew() else {
        report.lost.append(number)
        return
      }
      do {
        report.results[user] = try await lookIn(on: user, checkIn, report.date)
      } catch let error where !(error is CancellationError) {
        // One user's trouble is not the next one's.
        report.results[user] = .failed(code: (error as? CoachError)?.code.description ?? "other")
      }
    }
  }

  private func lookIn(on user: String, _ checkIn: CheckIn, _ date: CivilDate) async throws
    -> CheckInReport.Result
  {
    let identity = identity(checkIn.job, date.description, user)
    let session = identity.uuid("session")
    if try store.session(session, as: Principal(user: user))?.ending != nil {
      // The worker before may have been cut off between the end of the session and its notification.
      try notify(user, of: session, job: checkIn.job, on: date)
      return .alreadyDone
    }
    guard let snapshot = try await configuration.source.snapshot(of: user, asOf: date) else {
      return .noPortfolio
    }
    let record = try await runOnce(
      request(for: user, on: date), snapshot: snapshot, identity: identity,
      with: CoachEngine(configuration.engine))
    try notify(user, of: session, job: checkIn.job, on: date)
    return record.map { CheckInReport.Result.ran($0.outcome) } ?? .alreadyDone
  }

  /// What a check-in asks of the engine: nobody waits for it, so it has only a part of what a session may take; where
  /// sessions are not capped, a part of the day.
  private func request(for user: String, on date: CivilDate) -> CoachRequest {
    let budget = configuration.engine.budget
    let whole = budget.session ?? budget.userDay ?? budget.globalDay
    return CoachRequest(
      user: user, trigger: .scheduled, asOf: date,
      options: .init(budget: whole?.scaled(by: configuration.checkInShare)))
  }
}
