import ArgumentParser
import Foundation
import Scoring

/// `workbench soak`: many sessions at once against a served coach, each stream judged like a case.
struct SoakService: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "soak",
    abstract: "Open many sessions at once against a served coach, and judge every stream.",
    discussion: """
      Without --url a façade and an engine are started for it, in two processes with a store and keys of their own. \
      The suite's section `soak` says how many sessions, over which time, and how their clients behave.
      """)

  @Argument(help: "The suite file.", completion: .file(extensions: ["yaml", "yml"]))
  var suite: String

  @Option(help: "A façade to soak in place of one started here; it must sign in users of the fixtures.")
  var url: String?

  @Option(help: "Sessions to open, in place of the suite's.")
  var sessions: Int?

  @Option(help: "The time over which those of a round begin, for example 30s or 2m, in place of the suite's.")
  var ramp: String?

  @Option(help: "Rounds to open them in, with a quiet point after each, in place of the suite's.")
  var rounds: Int?

  @Option(help: "The seed of who does what and when.")
  var seed: UInt64 = 1

  @Option(help: "The folder to write into. Default: reports/soak-<time>.")
  var out: String?

  @Option(
    help:
      "An earlier soak to compare with, a folder or its summary.json; none for none. Default: the newest of the suite.",
    completion: .directory)
  var against: String?

  @Flag(help: "Kill and restart the engine, hold it still, and cut connections, while the load is on.")
  var chaos = false

  @Flag(help: "Raise the sessions over the same ramp until a gate breaks, and close in on where.")
  var findKnee = false

  @Option(help: "With --find-knee: the most sessions to try. Default: \(KneeRun.most).")
  var most: Int?

  @Option(help: "The shape of junit.xml: common, or strict for consumers that validate it.")
  var junitProfile: JUnitProfile = .common

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let sessions, !(1...SoakSettings.mostSessions).contains(sessions) {
      throw ValidationError(
        "--sessions takes a number from 1 to \(SoakSettings.mostSessions), not \(sessions).")
    }
    if let rounds, !(1...SoakSettings.mostRounds).contains(rounds) {
      throw ValidationError("--rounds takes a number from 1 to \(SoakSettings.mostRounds), not \(rounds).")
    }
    if let ramp, Duration(suiteText: ramp).map({ $0 > .zero }) != true {
      throw ValidationError("--ramp takes a duration such as 30s, 500ms or 2m, not \(ramp).")
    }
    if let url, !url.hasPrefix("http://"), !url.hasPrefix("https://") {
      throw ValidationError("--url takes an address such as http://127.0.0.1:8080, not \(url).")
    }
    if chaos, url != nil {
      throw ValidationError("--chaos kills servers, and only those it has started; leave --url out.")
    }
    try validateKnee()
    for (name, value) in [("--out", out), ("--against", against)]
    where value?.allSatisfy(\.isWhitespace) == true {
      throw ValidationError("\(name) is empty; leave it out for the default.")
    }
  }

  private func validateKnee() throws {
    if let most, !(1...SoakSettings.mostSessions).contains(most) {
      throw ValidationError("--most takes a number from 1 to \(SoakSettings.mostSessions), not \(most).")
    }
    guard findKnee else {
      if most != nil { throw ValidationError("--most goes with --find-knee.") }
      return
    }
    if chaos { throw ValidationError("--find-knee finds what load alone breaks; leave --chaos out.") }
    if against != nil {
      throw ValidationError("--against compares one soak, and --find-knee holds many; leave one out.")
    }
  }

  func run() async throws {
    let terminal = Terminal(json: output.json)
    try await CommandFailure.report(to: terminal) {
      var suite = try SoakSuite(file: suite)
      suite.settings.sessions = sessions ?? suite.settings.sessions
      suite.settings.ramp = ramp.flatMap(Duration.init(suiteText:)) ?? suite.settings.ramp
      try suite.settings.setRounds(rounds)
      if url != nil, !suite.settings.caps.isEmpty {
        throw InputError(
          InputProblem(
            "--url",
            "the suite caps a user's or everybody's day, and only servers started here can be given caps",
            remedy: "leave --url out, or take `caps` out of the suite"))
      }
      let options = SoakRun.Options(
        url: url, seed: seed, out: out, chaos: chaos, junitProfile: junitProfile,
        against: SoakBaseline(option: against))
      return findKnee
        ? try await KneeRun(suite, options: options, most: most ?? KneeRun.most, terminal: terminal).run()
        : try await SoakRun(suite, options: options, terminal: terminal).run()
    }
  }
}
