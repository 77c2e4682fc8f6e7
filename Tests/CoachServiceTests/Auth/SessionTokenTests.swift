import Foundation
import JSONKit
import Testing

@testable import CoachService

@Suite("Session tokens in requests")
struct SessionTokenTests {
  private let json = #"{"access_token":"a.b.c","token_type":"bearer","user":{"name":"Āshā"}}"#
  private var encoded: String { "base64-" + Base64URL.text(json.utf8) }

  private func find(_ authorization: String?, _ cookies: String...) throws(AuthError) -> SessionToken {
    try SessionToken.find(authorization: authorization, cookies: cookies)
  }

  @Test("a bearer header comes first; another scheme is somebody else's")
  func bearer() throws {
    #expect(try find("Bearer x.y.z", "sb-access-token=a.b.c") == SessionToken(text: "x.y.z", source: .bearer))
    #expect(try find("bEaReR x.y.z").text == "x.y.z")
    #expect(try find("Basic abc", "sb-access-token=a.b.c").text == "a.b.c")
    #expect(throws: AuthError(.malformedToken)) { try find("Bearer ", "sb-access-token=a.b.c") }
    #expect(throws: AuthError(.malformedToken)) { try find("Bearer a b") }
  }

  @Test("the cookies of Supabase, in every form they come in")
  func cookies() throws {
    let forms = [
      "sb-access-token=a.b.c", "theme=dark; sb-access-token=a.b.c", "sb-access-token=\"a.b.c\"",
      "sb-ref-auth-token=\(encoded)", "sb-127-auth-token=\(encoded)",
      "sb-ref-auth-token=%7B%22access_token%22%3A%22a.b.c%22%7D", #"sb-ref-auth-token=["a.b.c","r"]"#,
      "sb-ref-auth-token=%5B%22a.b.c%22%2C%22r%22%5D",
      "sb-ref-auth-token=\(encoded); sb-ref-auth-token-code-verifier=x",
    ]
    for form in forms {
      #expect(try find(nil, form) == SessionToken(text: "a.b.c", source: .cookie), "\(form)")
    }
  }

  @Test("chunks are joined in their order, at every cut")
  func chunks() throws {
    for cut in 0...encoded.count {
      let (head, tail) = (encoded.prefix(cut), encoded.dropFirst(cut))
      let header = "sb-ref-auth-token.1=\(tail); a=b; sb-ref-auth-token.0=\(head)"
      #expect(try find(nil, header).text == "a.b.c")
    }
    let parts = encoded.enumerated().reduce(into: [Int: String]()) { parts, next in
      parts[next.offset % 10 == next.offset ? 0 : next.offset / 12, default: ""].append(next.element)
    }
    let headers = parts.keys.sorted().map { "sb-ref-auth-token.\($0)=\(parts[$0] ?? "")" }
    #expect(try SessionToken.find(authorization: nil, cookies: headers.reversed()).text == "a.b.c")
  }

  @Test("nothing that is a session: nobody is signed in")
  func missing() {
    for header in [
      "", ";;;", "=", "sb-access-token", "sb-access-token=", "other=1", "sb--auth-token=x",
      "sb-ref-auth-tokenx=x",
      "sb-ref-auth-token.x=1", "sb-ref-auth-token.16=1", "sb-ref-auth-token.-1=1", "xsb-ref-auth-token=1",
    ] {
      #expect(throws: AuthError(.missingCredentials), "\(header)") { try find(nil, header) }
    }
    #expect(throws: AuthError(.missingCredentials)) {
      try SessionToken.find(authorization: nil, cookies: [])
    }
  }

  @Test("a session that cannot be read, or two to choose from, is refused")
  func malformed() {
    for header in [
      "sb-ref-auth-token=base64-!!!", "sb-ref-auth-token=base64-", "sb-ref-auth-token=x",
      "sb-ref-auth-token=%",
      "sb-ref-auth-token=base64-\(Base64URL.text(#"{"access_token":1}"#.utf8))", "sb-ref-auth-token=[]",
      "sb-ref-auth-token=base64-\(Base64URL.text(#"{"access_token":""}"#.utf8))",
      "sb-ref-auth-token.1=\(encoded)",
      "sb-ref-auth-token=\(encoded)=", "sb-one-auth-token=\(encoded); sb-two-auth-token=\(encoded)",
      "sb-access-token=a.b.c; sb-access-token=x.y.z",
      "sb-ref-auth-token=base64-\(Base64URL.text(#"{"access_token":"a","access_token":"b"}"#.utf8))",
    ] {
      #expect(throws: AuthError(.malformedToken), "\(header)") { try find(nil, header) }
    }
  }

  @Test("a token never describes itself")
  func description() throws {
    #expect(!"\(try find("Bearer x.y.z"))".contains("x.y.z"))
  }
}
