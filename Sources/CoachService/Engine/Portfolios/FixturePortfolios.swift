public import CoachCore
public import Finance
import Synchronization

/// The portfolios of a folder for users who signed in for development: each has one of its own, alike in every figure.
///
/// A valued portfolio is kept for the next who asks for the same, since many users of a load test share a few files.
public final class FixturePortfolios: PortfolioSource {
  private struct Valuation: Hashable {
    let user: String
    let day: CivilDate
  }

  /// The most valuations that are kept.
  private static let capacity = 128

  let folder: FolderPortfolioSource
  private let valued = Mutex<[Valuation: PortfolioSnapshot]>([:])

  /// Serves the portfolios of a folder.
  public init(_ folder: FolderPortfolioSource) {
    self.folder = folder
  }

  /// The first user of each file.
  public func users() -> [String] { folder.users().compactMap { FixtureSubject(user: $0, tenant: 0)?.uuid } }

  /// The first users of the files that hold any of the schemes.
  public func holders(of schemes: Set<String>) -> [String] {
    folder.holders(of: schemes).compactMap { FixtureSubject(user: $0, tenant: 0)?.uuid }
  }

  /// The portfolio of the file a subject carries; nil when it carries none.
  public func snapshot(of subject: String, asOf day: CivilDate) throws -> PortfolioSnapshot? {
    guard let fixture = FixtureSubject(uuid: subject) else { return nil }
    let key = Valuation(user: fixture.user, day: day)
    if let known = valued.withLock({ $0[key] }) { return known.owned(by: subject) }
    guard let snapshot = try folder.snapshot(of: fixture.user, asOf: day) else { return nil }
    valued.withLock { valued in
      if valued.count >= Self.capacity { valued = [:] }
      valued[key] = snapshot
    }
    return snapshot.owned(by: subject)
  }
}
