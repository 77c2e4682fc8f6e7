extension MailServer {
  /// The server, in Python: prints its port, then one JSON line for each mail it takes.
  ///
  /// Receivers at refused.example get 550, those at later.example 451.
  static let script = """
    import asyncio
    import json
    import sys

    from aiosmtpd.controller import UnthreadedController
    from aiosmtpd.smtp import AuthResult


    class Handler:
        async def handle_RCPT(self, server, session, envelope, address, options):
            if address.endswith("@refused.example"):
                return "550 no such receiver"
            if address.endswith("@later.example"):
                return "451 try again later"
            envelope.rcpt_tos.append(address)
            return "250 OK"

        async def handle_DATA(self, server, session, envelope):
            mail = {
                "from": envelope.mail_from,
                "to": envelope.rcpt_tos,
                "content": envelope.content.decode("ascii"),
            }
            print(json.dumps(mail), flush=True)
            return "250 taken"


    def authenticate(server, session, envelope, mechanism, data):
        # handled=False leaves the refusal's reply to the server.
        return AuthResult(success=data.login == b"coach" and data.password == b"word", handled=False)


    async def main():
        controller = UnthreadedController(
            Handler(),
            hostname="127.0.0.1",
            port=0,
            authenticator=authenticate,
            auth_require_tls=False,
            auth_required="--auth" in sys.argv,
        )
        server = await asyncio.get_running_loop().create_server(controller.factory, "127.0.0.1", 0)
        print(server.sockets[0].getsockname()[1], flush=True)
        # Ends with the test, which closes our input.
        await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


    asyncio.run(main())
    """
}
