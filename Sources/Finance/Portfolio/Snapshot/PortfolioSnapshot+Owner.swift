extension PortfolioSnapshot {
  /// The same portfolio with the same figures, held by a user with another id.
  ///
  /// For services that know people by ids of their own rather than by the file's.
  public func owned(by id: String) -> PortfolioSnapshot {
    var copy = self
    copy.portfolio.user.id = id
    return copy
  }
}
