import CoachCore
import Finance

extension FixturePortfolios: AddressBook {
  /// The address on the statement in the file a subject carries.
  public func mailAddress(of subject: String) -> String? {
    guard let fixture = FixtureSubject(uuid: subject) else { return nil }
    return folder.portfolio(of: fixture.user)?.cas.investor?.email
  }
}
