/// One row of `results.jsonl`: how one case came out under one variant, model and trial.
public struct CaseResult: Hashable, Sendable {
  /// What one check said, short enough for a row.
  public struct Check: Codable, Hashable, Sendable {
    /// The check's name.
    public var check: String
    /// How it came out.
    public var status: CheckStatus
    /// One line of at most 160 characters.
    public var message: String

    /// States an outcome; a longer message is cut.
    public init(check: String, status: CheckStatus, message: String = "") {
      self.check = check
      self.status = status
      self.message = message.cut(to: CaseResult.longestMessage)
    }

    /// Shortens a result to a row's size.
    public init(_ result: CheckResult) {
      self.init(check: result.check, status: result.status, message: result.message)
    }
  }

  /// What broke, for a row that could not be judged.
  public struct Failure: Codable, Hashable, Sendable {
    /// A bounded word, for example `timeout`.
    public var kind: String
    /// One line.
    public var message: String

    /// States what broke; a message longer than 160 characters is cut.
    public init(kind: String, message: String) {
      self.kind = kind
      self.message = message.cut(to: CaseResult.longestMessage)
    }
  }

  /// Tokens the case used.
  public struct Tokens: Codable, Hashable, Sendable {
    /// Tokens sent to the model.
    public var input: Int
    /// Tokens the model returned.
    public var output: Int
    /// Whether they were counted by rule.
    public var estimated: Bool

    /// States a usage.
    public init(input: Int, output: Int, estimated: Bool) {
      self.input = input
      self.output = output
      self.estimated = estimated
    }
  }

  /// The fault a case plants on purpose.
  public struct Mutant: Codable, Hashable, Sendable {
    /// The rail that has to object.
    public var rail: String
    /// The operator.
    public var operatorName: String
    /// Whether it is the clean twin, to which no rail may object.
    public var twin: Bool
    /// The seed the mutants were drawn from, without which the case is another one.
    public var seed: UInt64

    enum CodingKeys: String, CodingKey {
      case rail
      case operatorName = "operator"
      case twin, seed
    }

    /// Names a fault.
    public init(rail: String, operatorName: String, twin: Bool, seed: UInt64) {
      self.rail = rail
      self.operatorName = operatorName
      self.twin = twin
      self.seed = seed
    }
  }

  /// Where the case's record stands in `records.jsonl`.
  public struct RecordReference: Codable, Hashable, Sendable {
    /// The first byte.
    public var offset: Int
    /// How many bytes, without the newline.
    public var length: Int
    /// SHA-256 of those bytes in lower-case hex.
    public var sha256: String

    /// Names a record.
    public init(offset: Int, length: Int, sha256: String) {
      self.offset = offset
      self.length = length
      self.sha256 = sha256
    }
  }

  /// Always `result/1`.
  public static let schema = "result/1"
  static let longestMessage = 160

  /// The suite.
  public var suite: String
  /// The case's id within the suite.
  public var caseID: String
  /// `session` or `agent`.
  public var kind: String
  /// The prompt variant.
  public var variant: String
  /// The model.
  public var model: String
  /// From 1.
  public var trial: Int
  /// The case's tags.
  public var tags: [String] = []
  /// The reduction of `checks`, or `error` when the case could not be run.
  public var status: CheckStatus
  /// What each check said, in the order of the suite.
  public var checks: [Check] = []
  /// What broke; nil when the case could be judged.
  public var error: Failure?
  /// The suite's file.
  public var file: String
  /// The case's line in it, from 1.
  public var line: Int
  /// What it used.
  public var tokens = Tokens(input: 0, output: 0, estimated: false)
  /// What it cost, in millionths of a US dollar; nil when no price is known.
  public var costMicros: Int64?
  /// The `provider/model` it was priced as, where that is not the model that ran.
  public var pricedAs: String?
  /// Milliseconds from request to terminal event.
  public var latencyMilliseconds: Double = 0
  /// Milliseconds from request to the first artifact; nil when there was none.
  public var firstArtifactMilliseconds: Double?
  /// Where the answers came from.
  public var provenance: Provenance
  /// The fault it plants; nil for a case that plants none.
  public var mutant: Mutant?
  /// The address of the coach it was run on; nil for this process's own.
  public var target: String?
  /// Its record; nil when none was kept.
  public var record: RecordReference?

  /// Begins a row of a case that was judged: its status is the reduction of what the checks said.
  public init(
    suite: String, caseID: String, kind: String, variant: String, model: String, trial: Int,
    file: String, line: Int, provenance: Provenance, checks: [CheckResult]
  ) {
    self.suite = suite
    self.caseID = caseID
    self.kind = kind
    self.variant = variant
    self.model = model
    self.trial = trial
    self.file = file
    self.line = line
    self.provenance = provenance
    self.checks = checks.map(Check.init)
    status = CheckStatus(reducing: checks.map(\.status))
  }

  /// Begins a row of a case that could not be run.
  public init(
    suite: String, caseID: String, kind: String, variant: String, model: String, trial: Int,
    file: String, line: Int, provenance: Provenance, error: Failure
  ) {
    self.init(
      suite: suite, caseID: caseID, kind: kind, variant: variant, model: model, trial: trial,
      file: file, line: line, provenance: provenance, checks: [])
    self.error = error
    status = .error
  }

  /// Whether the case ran and its figures mean something.
  var wasJudged: Bool { status == .passed || status == .failed }

  func status(of check: String) -> CheckStatus? {
    let statuses = checks.filter { $0.check == check }.map(\.status)
    return statuses.isEmpty ? nil : CheckStatus(reducing: statuses)
  }
}

extension CheckStatus {
  /// The status of a case from what its checks said: error beats failed beats passed beats skipped.
  ///
  /// A case without a check proves nothing, and is an error.
  public init(reducing statuses: [CheckStatus]) {
    let order: [CheckStatus] = [.error, .failed, .passed, .skipped]
    self = order.first { statuses.contains($0) } ?? .error
  }
}

extension String {
  /// At most `length` characters, the last an ellipsis when some are left out.
  func cut(to length: Int) -> String {
    count <= length ? self : length > 0 ? prefix(length - 1) + "…" : ""
  }
}
