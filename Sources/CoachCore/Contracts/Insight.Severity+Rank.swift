extension Insight.Severity {
  /// How much a recommendation of a priority matters.
  public init(ofPriority priority: Int) {
    self =
      switch priority {
      case ...2: .action
      case 3: .attention
      default: .info
      }
  }

  /// 0 for the mildest.
  var rank: Int {
    switch self {
    case .info: 0
    case .attention: 1
    case .action: 2
    }
  }
}
