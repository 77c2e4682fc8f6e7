extension Insight.Severity {
  /// 0 for the mildest.
  var rank: Int {
    switch self {
    case .info: 0
    case .attention: 1
    case .action: 2
    }
  }
}
