/// Finds literal marks of injection: turns of a chat format, tool syntax, HTML, code.
enum InjectionMarkers {
  static func signs(in scalars: [Unicode.Scalar]) -> [InjectionScan.Sign] {
    let bytes = scalars.map { scalar -> UInt8 in
      let value = scalar.asciiLowercased.value
      return value < 0x80 ? UInt8(value) : 0x80
    }
    var signs: [InjectionScan.Sign] = []
    for index in bytes.indices {
      for mark in marksByFirstByte[Int(bytes[index])] where bytes[index...].starts(with: mark.bytes) {
        signs.append(.init(threat: mark.threat, range: index..<index + mark.bytes.count))
        break
      }
      if bytes[index] == UInt8(ascii: "<"), let end = tagEnd(at: index, bytes) {
        signs.append(.init(threat: .markup, range: index..<end))
      }
      if bytes[index] == UInt8(ascii: "["), let link = referenceLink(at: index, bytes) {
        signs.append(.init(threat: .markup, range: link))
      }
      if bytes[index] == UInt8(ascii: "("), let call = methodCall(at: index, bytes) {
        signs.append(.init(threat: .code, range: call))
      }
    }
    return signs
  }

  /// `<name …>` and `</name>`: a letter or slash right behind the bracket, and its end not far off.
  private static func tagEnd(at start: Int, _ bytes: [UInt8]) -> Int? {
    guard start + 1 < bytes.count, isLetter(bytes[start + 1]) || bytes[start + 1] == UInt8(ascii: "/") else {
      return nil
    }
    let end = min(bytes.count, start + 120)
    return bytes[start + 1..<end].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
  }

  /// `[text][label]` and `[text][]`; two citation markers side by side, `[f1][f2]`, are none.
  private static func referenceLink(at start: Int, _ bytes: [UInt8]) -> Range<Int>? {
    let reach = min(bytes.count, start + 120)
    guard let close = bytes[start..<reach].firstIndex(of: UInt8(ascii: "]")), close > start + 1,
      close + 1 < reach, bytes[close + 1] == UInt8(ascii: "["),
      let end = bytes[close + 1..<reach].firstIndex(of: UInt8(ascii: "]")),
      !isMarker(bytes[start + 1..<close])
    else { return nil }
    return start..<end + 1
  }

  /// `f12`, what stands between the brackets of a citation marker.
  private static func isMarker(_ text: ArraySlice<UInt8>) -> Bool {
    text.first == UInt8(ascii: "f") && text.count > 1
      && text.dropFirst().allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
  }

  /// `.name(` and `name('`: a call, as no name of a fund with a bracket is.
  private static func methodCall(at bracket: Int, _ bytes: [UInt8]) -> Range<Int>? {
    var start = bracket
    while start > 0, isLetter(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: "_") { start -= 1 }
    guard start < bracket else { return nil }
    let isMethod =
      start > 0 && bytes[start - 1] == UInt8(ascii: ".") && bracket - start > 2
      && (start == 1 || isLetter(bytes[start - 2]) || bytes[start - 2] == UInt8(ascii: ")")
        || bytes[start - 2] == UInt8(ascii: " "))
    let argument = bracket + 1 < bytes.count ? bytes[bracket + 1] : 0
    let isQuoted = argument == UInt8(ascii: "'") || argument == UInt8(ascii: "\"")
    let closes = bytes[bracket...].contains(UInt8(ascii: ")"))
    return isQuoted || isMethod && closes ? start..<bracket + 1 : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
  }

  // MARK: Marks

  private struct Mark: Sendable {
    let bytes: [UInt8]
    let threat: FieldThreat
  }

  private static let marksByFirstByte: [[Mark]] = {
    var table = [[Mark]](repeating: [], count: 256)
    for (threat, marks) in marks {
      for mark in marks {
        let bytes = Array(mark.utf8)
        if let first = bytes.first { table[Int(first)].append(Mark(bytes: bytes, threat: threat)) }
      }
    }
    return table
  }()

  private static let marks: [(FieldThreat, [String])] = [
    (
      .roleTag,
      [
        "<|", "|>", "[inst]", "[/inst]", "<<sys", "[system", "[assistant]", "[user]", "[end",
        "### instruction",
        "### response", "### system", "<start_of_turn", "<end_of_turn", "<end of ", "</user", "</system",
        "<system",
        "<assistant", "begin system", "end of session>", "\\[chatgpt", "[insert prompt",
      ]
    ),
    (
      .toolCall,
      [
        "\"tool\"", "'tool'", "\"tool_name\"", "tool_call", "tool_use", "function_call", "\"function\"",
        "\"arguments\"",
        "<tool", "<function", "<invoke", "to=functions", "functions.", "\"parameters\"", "\"action\":",
        "{\"name\"",
        "recipient_name", "\"query\"",
      ]
    ),
    (
      .markup,
      [
        "```", "~~~", "](", "![", "<a ", "<!--", "-->", "javascript:", "vbscript:", "data:text", "data:image",
        "data:application", "&lt;", "&gt;", "{{", "}}", "{%", "<%", "<?", "`_", "[[",
      ]
    ),
    (.url, ["http:", "https:", "ftp:", "file:/", "www.", "hxxp", "mailto:", "://"]),
    (
      .code,
      [
        "__", "document.", "onerror=", "onload=", "@@", "$(", "${", "rm -rf", "drop table", "union select",
        "insert into", "delete from", "select case", "select *", "' or ", "\" or 1", "or 1=1", "1=1", "';",
        "; --", ";--",
        "cmd|", "cmd /", "/bin/", "curl -", "wget ", "import os", "import sys", "import requests", "eval(",
        "exec(",
        "alert(", "prompt(", "system(", "#!/", "sudo ", "console.", "();",
      ]
    ),
  ]
}
