/// A JUnit report as a value: flat suites of cases.
///
/// Totals are counted, never stated, so they equal their children.
struct JUnitDocument: Hashable {
  /// One finding of a case: a failed check, or the error that ended it.
  struct Problem: Hashable {
    /// The check or the kind of error, for example `golden`.
    var type: String
    /// One line.
    var message: String
    /// What a person reads in the CI's page.
    var body: String
  }

  /// How a case ended.
  enum Outcome: Hashable {
    case passed
    case failed(Problem)
    case error(Problem)
    case skipped(String)
  }

  /// One test case.
  struct Case: Hashable {
    /// With `name` the key CI systems keep history by.
    var classname: String
    /// Stable from run to run: no score, date or hash.
    var name: String
    var outcome: Outcome
    /// Whole milliseconds, as all that JUnit's three decimals can carry.
    var milliseconds: Int = 0
    /// Where the case is defined; profile common only.
    var file: String?
    var line: Int?
    /// How many checks judged it; profile common only.
    var assertions: Int?
    /// Profile common only.
    var properties: [Property] = []
    var output: String = ""
  }

  /// A named value.
  struct Property: Hashable {
    var name: String
    var value: String
  }

  /// One suite; suites do not nest, since most readers do not look inside.
  struct Suite: Hashable {
    var name: String
    var cases: [Case]
    var properties: [Property] = []
  }

  /// Counts and time of a suite or of the document.
  struct Totals: Hashable {
    var tests = 0
    var failures = 0
    var errors = 0
    var skipped = 0
    var milliseconds = 0

    /// Counts cases.
    init(_ cases: some Sequence<Case>) {
      for testCase in cases {
        tests += 1
        milliseconds += testCase.milliseconds
        switch testCase.outcome {
        case .passed: break
        case .failed: failures += 1
        case .error: errors += 1
        case .skipped: skipped += 1
        }
      }
    }
  }

  /// The document's name.
  var name: String
  /// The run's start as `2026-11-22T09:15:00`, without offset, as JUnit readers expect it; nil when not known.
  var timestamp: String?
  /// The machine's name.
  var host: String
  /// The suites in order.
  var suites: [Suite]
}
