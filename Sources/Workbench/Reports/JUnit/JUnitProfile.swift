/// Which dialect of JUnit XML to write.
enum JUnitProfile: String, CaseIterable, Sendable {
  /// What GitLab, Allure and the GitHub actions read: with `file` and `line` on cases, case properties and
  /// `skipped` on the root.
  case common
  /// What Jenkins xUnit's `junit-10.xsd` allows, which is less.
  case strict
}
