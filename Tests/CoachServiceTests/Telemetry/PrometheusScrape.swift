/// A reader of the Prometheus text format 0.0.4 that refuses what a scraper would.
struct PrometheusScrape {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  struct Sample: Equatable {
    let name: String
    let labels: [String: String]
    let value: Double
  }

  private(set) var types: [String: String] = [:]
  private(set) var help: [String: String] = [:]
  private(set) var samples: [Sample] = []

  /// Reads a text.
  init(_ text: String) throws {
    guard text.isEmpty || text.unicodeScalars.last == "\n" else {
      throw Failure(description: "no line feed at the end")
    }
    var open = ""
    for line in text.unicodeScalars.split(separator: "\n").map({ String(String.UnicodeScalarView($0)) }) {
      if line.hasPrefix("# HELP ") {
        let (name, rest) = Self.word(line.dropFirst(7))
        guard help.updateValue(try Self.unescaped(rest), forKey: name) == nil else {
          throw Failure(description: line)
        }
      } else if line.hasPrefix("# TYPE ") {
        let (name, type) = Self.word(line.dropFirst(7))
        guard types.updateValue(type, forKey: name) == nil, ["counter", "gauge", "histogram"].contains(type)
        else { throw Failure(description: "type twice or unknown: \(line)") }
        open = name
      } else {
        let sample = try Self.sample(line)
        let base =
          types[open] == "histogram"
          ? ["\(open)_bucket", "\(open)_sum", "\(open)_count"] : [open]
        guard base.contains(sample.name) else { throw Failure(description: "not under its type: \(line)") }
        guard !samples.contains(where: { $0.name == sample.name && $0.labels == sample.labels }) else {
          throw Failure(description: "twice: \(line)")
        }
        samples.append(sample)
      }
    }
    for (name, type) in types where type == "histogram" { try requireHistogram(name) }
  }

  /// The value of a sample, nil when there is none.
  func value(_ name: String, _ labels: [String: String] = [:]) -> Double? {
    samples.first { $0.name == name && $0.labels == labels }?.value
  }

  /// Buckets must not fall, and the last must be the count.
  private func requireHistogram(_ name: String) throws {
    for count in samples where count.name == "\(name)_count" {
      let buckets = samples.filter {
        var labels = $0.labels
        labels["le"] = nil
        return $0.name == "\(name)_bucket" && labels == count.labels
      }
      let bounds = buckets.map { Double($0.labels["le"]?.replacing("+Inf", with: "inf") ?? "") ?? .nan }
      guard bounds == bounds.sorted(), bounds.last == .infinity,
        buckets.map(\.value) == buckets.map(\.value).sorted(),
        buckets.last?.value == count.value, value("\(name)_sum", count.labels) != nil
      else { throw Failure(description: "no histogram: \(name) \(count.labels)") }
    }
  }

  private static func sample(_ line: String) throws -> Sample {
    var rest = Array(line.unicodeScalars)[...]
    let name = take(&rest) { isName($0) || $0 == ":" }
    guard let first = name.unicodeScalars.first, !("0"..."9").contains(first) else {
      throw Failure(description: line)
    }
    var labels: [String: String] = [:]
    if rest.first == "{" {
      rest.removeFirst()
      while rest.first != "}" {
        let label = take(&rest, while: isName)
        guard !label.isEmpty, rest.starts(with: "=\"".unicodeScalars) else {
          throw Failure(description: line)
        }
        rest = rest.dropFirst(2)
        guard labels.updateValue(try quoted(&rest, line), forKey: label) == nil else {
          throw Failure(description: "label twice: \(line)")
        }
        if rest.first == "," {
          rest.removeFirst()
        } else if rest.first != "}" {
          throw Failure(description: line)
        }
      }
      rest.removeFirst()
    }
    guard rest.first == " " else { throw Failure(description: line) }
    let number = String(String.UnicodeScalarView(rest.dropFirst()))
      .replacing("+Inf", with: "inf").replacing("-Inf", with: "-inf").replacing("NaN", with: "nan")
    guard let value = Double(number) else { throw Failure(description: "no number: \(line)") }
    return Sample(name: name, labels: labels, value: value)
  }

  private static func quoted(_ rest: inout ArraySlice<Unicode.Scalar>, _ line: String) throws -> String {
    var text = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"": return String(text)
      case "\\":
        switch rest.popFirst() {
        case "n": text.append("\n")
        case "\\": text.append("\\")
        case "\"": text.append("\"")
        default: throw Failure(description: "escape: \(line)")
        }
      default: text.append(scalar)
      }
    }
    throw Failure(description: "no end: \(line)")
  }

  /// A help text, in which quotation marks stand as they are.
  private static func unescaped(_ text: String) throws -> String {
    var rest = Array((text.replacing("\"", with: "\\\"") + "\"").unicodeScalars)[...]
    return try quoted(&rest, text)
  }

  private static func word(_ text: Substring) -> (String, String) {
    let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
  }

  private static func take(
    _ rest: inout ArraySlice<Unicode.Scalar>, while isPart: (Unicode.Scalar) -> Bool
  ) -> String {
    let head = rest.prefix(while: isPart)
    rest = rest.dropFirst(head.count)
    return String(String.UnicodeScalarView(head))
  }

  private static func isName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_": true
    default: false
    }
  }
}
