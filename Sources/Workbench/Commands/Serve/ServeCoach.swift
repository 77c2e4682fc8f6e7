public import ArgumentParser
public import CoachService
import Finance
import Foundation
import JSONKit
public import Logging

/// `workbench serve`: the coach over HTTP.
struct ServeCoach: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve the coach over HTTP: a façade for browsers, an engine behind it.",
    discussion: """
      Each server prints its address once it listens. SIGTERM and SIGINT end it: streams end with a comment their \
      clients come back from, and sessions that are cut off are taken up by the next engine on the same store. \
      Settings beside these options come from the environment, see docs/env.example.
      """)

  @Option(help: "What to serve: all, facade or engine.")
  var role = ServiceRole.all

  @Option(help: "The address to listen on.")
  var host = "127.0.0.1"

  @Option(help: "The port of the façade, or of an engine alone; 0 for any that is free.")
  var port = 8080

  @Option(help: "The port of the engine beside a façade; 0 for any that is free.")
  var enginePort = 0

  @Option(help: "Where the engine is, for a façade alone; in place of AICOACH_ENGINE_URL.")
  var engineURL: String?

  @Option(
    help: """
      Serve the portfolios of this folder to whoever signs in as one of its users: for development and tests.
      """, completion: .directory)
  var fixtures: String?

  @Option(help: "The date portfolios are valued on when a request names none. Default: today in India.")
  var asOf: String?

  @Option(help: "The file sessions are kept in; in place of AICOACH_STORE_PATH.", completion: .file())
  var store: String?

  @Option(help: "How long the embedded model takes for an answer, as one behind a network would: 500ms, 2s.")
  var think: String?

  @Flag(help: "Do the daily and the weekly job by this process's own clock.")
  var cron = false

  @Option(help: "What to log: trace, debug, info, notice, warning, error or critical.")
  var logLevel = Logger.Level.notice

  @OptionGroup var output: OutputOptions

  func validate() throws {
    for port in [port, enginePort] where !(0...65_535).contains(port) {
      throw ValidationError("A port is a number from 0 to 65535, not \(port).")
    }
    if let asOf, CivilDate(iso: asOf) == nil {
      throw ValidationError("--as-of takes a date such as 2026-08-14, not \(asOf).")
    }
    if let think, Duration(suiteText: think) == nil {
      throw ValidationError("--think takes a duration such as 500ms or 2s, not \(think).")
    }
    if role == .facade, think != nil {
      throw ValidationError("--think is of the engine's model; a façade has none.")
    }
    if role != .facade, engineURL != nil {
      throw ValidationError("--engine-url says where the engine of a façade is; use it with --role facade.")
    }
  }

  func run() async throws {
    let terminal = Terminal(json: output.json)
    try await CommandFailure.report(to: terminal) {
      let setup = try ServiceSetup(self)
      let host = host
      try await setup.server.run { listening in
        let (name, port) =
          switch listening {
          case .facade(let port): ("facade", port)
          case .engine(let port): ("engine", port)
          }
        let url = "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
        terminal.print(
          terminal.isJSON
            ? JSONValue.object(["listening": .string(name), "url": .string(url)]).compact()
            : "\(name.padding(toLength: 8, withPad: " ", startingAt: 0))\(url)", asWritten: true)
      }
      return 0
    }
  }
}

extension ServiceRole: ExpressibleByArgument {}
extension Logger.Level: @retroactive ExpressibleByArgument {}
