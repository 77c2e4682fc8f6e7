import Foundation
import JSONKit

/// A mail server, aiosmtpd in a process of its own, for as long as this value lives.
///
/// Receivers that begin with `never` are refused, with `later` refused for now at their first try, with `busy` at every;
/// the connection is cut after the first mail to one that begins with `cut`.
final class SMTPRelay {
  /// The interpreter that has aiosmtpd: `COACH_PYTHON`, or an environment of its own in the temporary folder; nil where
  /// neither can be had.
  static let python: String? = {
    let folder = FileManager.default.temporaryDirectory.appending(path: "coach-aiosmtpd")
    let own = folder.appending(path: "bin/python3").path
    let given = ProcessInfo.processInfo.environment["COACH_PYTHON"]
    for path in [given, own].compactMap(\.self) where run(path, ["-c", "import aiosmtpd"]) { return path }
    let isMade =
      run("/usr/bin/python3", ["-m", "venv", folder.path])
      && run(own, ["-m", "pip", "install", "--quiet", "aiosmtpd==1.4.6"])
    if !isMade { print("outbox mail: skipped, no python3 with aiosmtpd (name one in COACH_PYTHON)") }
    return isMade ? own : nil
  }()

  let port: Int
  private let process = Process()
  private let output = Pipe()
  private let input = Pipe()

  /// - Parameter arguments: `--closed` for a relay that turns everybody away.
  init(_ arguments: [String] = []) throws {
    process.executableURL = URL(filePath: Self.python ?? "/usr/bin/python3")
    process.arguments = ["-c", Self.script] + arguments
    process.standardOutput = output
    process.standardInput = input
    process.standardError = FileHandle.nullDevice
    try process.run()
    port = Int(Self.line(of: output)) ?? 0
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// One mail it was given: all of it, also when the connection was cut then.
  struct Mail: Hashable {
    let to: String
    let subject: String
    let text: String
    let messageID: String
    let date: String
  }

  /// The mails it was given so far.
  func mails() throws -> [Mail] {
    try input.fileHandleForWriting.write(contentsOf: Data("mails\n".utf8))
    return try JSONValue(parsing: Self.line(of: output)).array?.map { mail in
      func text(_ name: String) -> String { mail[name]?.string ?? "" }
      return Mail(
        to: text("to"), subject: text("subject"), text: text("text"), messageID: text("id"),
        date: text("date"))
    } ?? []
  }

  private static func run(_ path: String, _ arguments: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  private static func line(of pipe: Pipe) -> String {
    var bytes = Data()
    while let byte = try? pipe.fileHandleForReading.read(upToCount: 1), byte.first != 0x0a { bytes += byte }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let script = """
    import asyncio, json, sys
    from email import message_from_bytes, policy
    from aiosmtpd.smtp import SMTP

    mails, seen = [], set()

    def is_first(address):
        is_new = address not in seen
        seen.add(address)
        return is_new

    class Handler:
        async def handle_EHLO(self, server, session, envelope, hostname):
            session.host_name = hostname
            return "554 nobody is let in" if "--closed" in sys.argv else "250 HELP"

        async def handle_HELO(self, server, session, envelope, hostname):
            return "554 nobody is let in"

        async def handle_RCPT(self, server, session, envelope, address, options):
            if address.startswith("never"):
                return "550 no such receiver"
            if address.startswith("busy") or (address.startswith("later") and is_first(address)):
                return "451 try again later"
            envelope.rcpt_tos.append(address)
            return "250 OK"

        async def handle_DATA(self, server, session, envelope):
            mail = message_from_bytes(envelope.content, policy=policy.default)
            for address in envelope.rcpt_tos:
                mails.append({
                    "to": address, "subject": str(mail["subject"]), "text": mail.get_content(),
                    "id": str(mail["message-id"]), "date": str(mail["date"]),
                })
            if envelope.rcpt_tos[0].startswith("cut") and is_first(envelope.rcpt_tos[0]):
                server.transport.abort()
            return "250 taken"

    async def main():
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: SMTP(Handler()), "127.0.0.1", 0)
        print(server.sockets[0].getsockname()[1], flush=True)
        # Ends with the test, which closes our input.
        while await loop.run_in_executor(None, sys.stdin.readline):
            print(json.dumps(mails), flush=True)

    asyncio.run(main())
    """
}
