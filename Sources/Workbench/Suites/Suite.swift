import Finance
import JSONKit
import Scoring

/// A suite file, read and checked: cases, what is asked of them, and the gates over all.
struct Suite: Sendable {
  /// What a case is run with unless it says otherwise.
  struct Defaults: Sendable {
    var variant = "baseline"
    var model = "composer"
    var critique: String?
    var trials = 1
    var timeout: Duration = .seconds(30)
    var asOf: CivilDate?
    var trigger = "on_demand"
  }

  /// The name goldens, reports and history use.
  let name: String
  /// The file, as written on the command line.
  let file: String
  let defaults: Defaults
  var cases: [Case]
  /// Mutants to draw at run time.
  let mutants: MutantExpansion?
  /// Texts to plant in a portfolio at run time.
  let injections: InjectionExpansion?
  let gates: [Gate]
  /// The model an embedded one is priced as, `provider/model`.
  let pricedAs: String?
  /// How `workbench soak` puts the cases under load; nil where the suite is not for that.
  var soak: SoakSettings?

  /// Whether any case has its drafts read by a second model.
  var isCritiqued: Bool { cases.contains { $0.conditions.critique != nil } }
}

/// One case of a suite.
struct Case: Sendable {
  /// What is run.
  enum Subject: Sendable {
    /// A whole session over a portfolio file.
    case session(portfolio: String, trigger: String, scope: [String])
    /// One agent on the facts of a file.
    case agent(name: String, given: String)
    /// One agent on the facts of a portfolio, for one artifact, with a fault planted in its draft.
    case mutant(MutantRun)
    /// A whole session over a portfolio with a text planted in one of its fields.
    case injection(InjectionRun)
  }

  /// Stable; filters, goldens and history go by it.
  let id: String
  let subject: Subject
  let tags: [String]
  let checks: [CheckSpec]
  let trials: Int
  let timeout: Duration
  /// The case's own date, which goes before the portfolio's.
  let asOf: CivilDate?
  /// What the caller chose, and which runs came before.
  var conditions = CaseConditions()
  let place: SourcePlace

  /// `session` or `agent`, as rows and records say.
  var kind: String {
    switch subject {
    case .session, .injection: "session"
    case .agent, .mutant: "agent"
    }
  }

  /// The file the case reads.
  var input: String {
    switch subject {
    case .session(let portfolio, _, _): portfolio
    case .agent(_, let given): given
    case .mutant(let run): run.portfolio
    case .injection(let run): run.portfolio
    }
  }
}
