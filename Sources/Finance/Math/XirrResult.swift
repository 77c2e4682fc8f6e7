/// What can be said of the annual rate of a series of cash flows.
///
/// Only ``ok(rate:signChanges:)`` may be cited as a rate; for the others an absolute return is shown.
public enum XirrResult: Hashable, Sendable {
  /// Exactly one rate above −1 balances the flows; `signChanges` counts the changes of sign by date.
  case ok(rate: Double, signChanges: Int)
  /// There is no flow, or every day nets to zero.
  case noFlows
  /// All days net to the same sign, so no rate balances them.
  case noSignChange
  /// The signs change, and still no rate balances the flows.
  case noRealRoot
  /// Several rates balance the flows, in ascending order; none of them is the return.
  case multipleRoots([Double])
  /// An amount is not finite, or the rate is beyond what a `Double` above −1 can hold.
  case outOfRange

  /// The rate, when it is the only one.
  public var rate: Double? {
    if case .ok(let rate, _) = self { rate } else { nil }
  }

  /// The status as it is spelled in facts: `ok`, `no_flows`, `no_sign_change`, `no_real_root`,
  /// `multiple_roots` or `out_of_range`.
  public var status: String {
    switch self {
    case .ok: "ok"
    case .noFlows: "no_flows"
    case .noSignChange: "no_sign_change"
    case .noRealRoot: "no_real_root"
    case .multipleRoots: "multiple_roots"
    case .outOfRange: "out_of_range"
    }
  }
}
