/// A figure of a run that a gate can hold to a limit.
struct GateMetric: Hashable, Sendable, CustomStringConvertible {
  enum Subject: Hashable, Sendable {
    case passRate, cost, tokens, latency, firstArtifact, errors, goldenMismatches
    case check(String)
  }

  enum Statistic: String, Hashable, Sendable, CaseIterable {
    case value
    case lo95, hi95
    case mean, total, max
    case p50, p90, p95, p99
  }

  let subject: Subject
  let statistic: Statistic

  /// All names, with `check.<name>.pass_rate` for the open family.
  static let names: [String] = families.flatMap { family in
    family.statistics.map { $0 == .value ? family.name : "\(family.name).\($0.rawValue)" }
  }

  private static let times: [Statistic] = [.p50, .p90, .p95, .p99, .max, .mean]

  private static let families: [(name: String, subject: Subject, statistics: [Statistic])] = [
    ("pass_rate", .passRate, [.value, .lo95, .hi95]),
    ("cost", .cost, [.mean, .total, .max]),
    ("tokens", .tokens, [.mean, .total, .max]),
    ("latency", .latency, times),
    ("first_artifact", .firstArtifact, times),
    ("ttft", .firstArtifact, times),
    ("errors", .errors, [.value]),
    ("golden.mismatches", .goldenMismatches, [.value]),
  ]

  private init(subject: Subject, statistic: Statistic) {
    self.subject = subject
    self.statistic = statistic
  }

  /// Reads a metric's name; nil when there is none of that name.
  init?(_ name: String) {
    for family in Self.families {
      for statistic in family.statistics {
        let full = statistic == .value ? family.name : "\(family.name).\(statistic.rawValue)"
        if full == name {
          self.init(subject: family.subject, statistic: statistic)
          return
        }
      }
    }
    guard name.hasPrefix("check.") else { return nil }
    let rest = name.dropFirst("check.".count)
    for (suffix, statistic) in [
      (".pass_rate.lo95", Statistic.lo95), (".pass_rate.hi95", .hi95), (".pass_rate", .value),
    ] where rest.hasSuffix(suffix) {
      let check = String(rest.dropLast(suffix.count))
      guard CheckSpec.names.contains(check) else { return nil }
      self.init(subject: .check(check), statistic: statistic)
      return
    }
    return nil
  }

  /// The units a limit on it may have.
  var units: [Measure.Unit] {
    switch subject {
    case .passRate, .check: [.none, .percent]
    case .cost: [.none, .dollars]
    case .tokens, .goldenMismatches: [.none]
    case .latency, .firstArtifact: [.seconds, .milliseconds, .microseconds]
    case .errors: [.none, .percent]
    }
  }

  /// The name as `Gate` prints it; aliases are printed by their proper name.
  var description: String {
    let base =
      switch subject {
      case .passRate: "pass_rate"
      case .cost: "cost"
      case .tokens: "tokens"
      case .latency: "latency"
      case .firstArtifact: "first_artifact"
      case .errors: "errors"
      case .goldenMismatches: "golden.mismatches"
      case .check(let name): "check.\(name).pass_rate"
      }
    return statistic == .value ? base : "\(base).\(statistic.rawValue)"
  }
}
