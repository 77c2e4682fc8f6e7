extension SchemeDirectory {
  /// The direct plan of the regular plan `scheme`: the only one of the same fund house, category and option whose name
  /// says the same but for the plan.
  ///
  /// - Returns: nil for a direct plan, and when there is none or more than one.
  public func directTwin(of scheme: Scheme) -> Scheme? {
    guard scheme.plan == .regular else { return nil }
    let stem = Self.stem(scheme.name)
    let twins = schemes.filter {
      $0.plan == .direct && $0.amc == scheme.amc && $0.category == scheme.category
        && $0.option == scheme.option && $0.assets == scheme.assets && Self.stem($0.name) == stem
    }
    return twins.count == 1 ? twins.first : nil
  }

  /// The words of a name that say neither plan nor option, in lower case.
  private static func stem(_ name: String) -> [String] {
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return words.filter { !planWords.contains($0) }
  }

  private static let planWords: Set<String> = [
    "direct", "regular", "plan", "growth", "option", "idcw", "payout", "reinvestment", "dividend", "bonus",
  ]
}
