import JSONKit
import Scoring
import Testing

@Suite("reading checks from a suite")
struct CheckSpecTests {
  @Test(arguments: [
    "\"schema\"", "\"facts\"", "\"grounded\"", "\"guardrails\"", "\"forbidden\"", "\"golden\"",
    #"{"budget":{"tokens":8000,"cost":0.02,"calls":12}}"#, #"{"budget":{"cost":"$0.02"}}"#,
    #"{"latency":{"total":"2s","first_artifact":"500ms"}}"#, #"{"contains":"text"}"#,
    #"{"contains":["a","b"]}"#,
    #"{"contains":{"any":["a"],"on":"titles"}}"#, #"{"not-contains":{"all":["a","b"]}}"#, #"{"regex":"a+"}"#,
    #"{"regex":{"pattern":"a+","on":"bodies","not":true}}"#, #"{"not-regex":"a+"}"#,
    #"{"pointer":{"path":"/artifacts/0/severity","equals":"action"}}"#,
    #"{"pointer":{"path":"/usage/calls","at_most":3,"at_least":1}}"#, #"{"guardrails":{"rejected":0}}"#,
    #"{"golden":{"ignore":["/a/*/b"],"tolerance":{"/facts/x":1e-6},"unordered":{"/insights":"topic_key"},"prose":true}}"#,
    #"{"facts":{"tolerance":1e-6}}"#, #"{"facts":{"tolerance":{"goal.g2.xirr":{"abs":0.1}}}}"#,
    #"{"forbidden":["risk-free"]}"#,
  ])
  func accepts(_ text: String) throws {
    _ = try CheckSpec(JSONValue(parsing: text))
  }

  @Test(arguments: [
    (#""shema""#, "unknown_check", "", "schema"),
    (#"{"golen":{}}"#, "unknown_check", "/golen", "golden"),
    (#"{"budget":{"token":1}}"#, "unknown_key", "/budget/token", "tokens"),
    (#"{"budget":{"tokens":"many"}}"#, "wrong_type", "/budget/tokens", nil),
    (#"{"budget":{"tokens":-1}}"#, "bad_value", "/budget/tokens", nil),
    (#"{"budget":{"tokens":1e99}}"#, "bad_value", "/budget/tokens", nil),
    (#"{"budget":{"cost":"0.02 rupees"}}"#, "bad_value", "/budget/cost", nil),
    (#"{"budget":{}}"#, "missing_key", "/budget", nil),
    (#""budget""#, "missing_key", "", nil),
    (#"{"latency":{"total":2}}"#, "wrong_type", "/latency/total", nil),
    (#"{"latency":{"total":"2"}}"#, "bad_value", "/latency/total", nil),
    (#"{"latency":{"total":"-2s"}}"#, "bad_value", "/latency/total", nil),
    (#"{"contains":[]}"#, "bad_value", "/contains", nil),
    (#"{"contains":["a",""]}"#, "bad_value", "/contains/1", nil),
    (#"{"contains":{"any":["a"],"all":["b"]}}"#, "missing_key", "/contains", nil),
    (#"{"contains":{"any":["a"],"on":"title"}}"#, "bad_value", "/contains/on", "titles"),
    (#"{"regex":"("}"#, "bad_value", "/regex", nil),
    (#"{"regex":{"pattern":""}}"#, "bad_value", "/regex/pattern", nil),
    (#"{"pointer":{"path":"a","exists":true}}"#, "bad_value", "/pointer/path", nil),
    (#"{"pointer":{"path":"/a"}}"#, "missing_key", "/pointer", nil),
    (#"{"pointer":{"path":"/a","exists":true,"tolerance":1}}"#, "missing_key", "/pointer", nil),
    (#"{"golden":{"tolerance":{"/a":-1}}}"#, "bad_value", "/golden/tolerance/~1a", nil),
    (#"{"golden":{"ignore":["a"]}}"#, "bad_value", "/golden/ignore/0", nil),
    (#"{"golden":{"ignore":"/a"}}"#, "wrong_type", "/golden/ignore", nil),
    (#"{"schema":{"strict":true}}"#, "wrong_type", "/schema", nil),
    (#"{"schema":null,"facts":null}"#, "wrong_type", "", nil),
    ("3", "wrong_type", "", nil), ("{}", "wrong_type", "", nil),
    (#"{"forbidden":["\u200b"]}"#, "bad_value", "/forbidden/0", nil),
  ])
  func refuses(_ text: String, _ code: String, _ pointer: String, _ suggestion: String?) throws {
    let value = try JSONValue(parsing: text)
    let error = #expect(throws: ScoringError.self) { try CheckSpec(value) }
    #expect(error?.code.description == code)
    #expect(error?.pointer.description == pointer)
    #expect(error?.suggestion == suggestion)
  }
}
