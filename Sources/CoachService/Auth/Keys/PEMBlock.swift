import Foundation

/// One block of a PEM text (RFC 7468): its label and its bytes.
struct PEMBlock {
  let label: String
  let bytes: [UInt8]

  /// The blocks of a text in their order; lines may end in `\n` written out, as environment variables hold them.
  static func blocks(_ text: String) throws(KeyError) -> [PEMBlock] {
    let lines = text.replacing(#"\r"#, with: "").replacing(#"\n"#, with: "\n")
      .split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
    var blocks: [PEMBlock] = []
    var open: (label: String, body: String)?
    for line in lines {
      if let label = Self.label(line, after: "-----BEGIN ") {
        guard open == nil else { throw Self.damaged }
        open = (label, "")
      } else if let label = Self.label(line, after: "-----END ") {
        guard let block = open, block.label == label, let data = Data(base64Encoded: block.body),
          !data.isEmpty
        else { throw Self.damaged }
        blocks.append(PEMBlock(label: label, bytes: Array(data)))
        open = nil
      } else if open != nil {
        open?.body += line
      } else {
        throw Self.damaged
      }
    }
    guard open == nil, !blocks.isEmpty else { throw Self.damaged }
    return blocks
  }

  private static let damaged = KeyError(
    .notPEM, "This is no PEM text. Give whole blocks from -----BEGIN to -----END.")

  private static func label(_ line: String, after start: String) -> String? {
    guard line.hasPrefix(start), line.hasSuffix("-----"), line.utf8.count > start.utf8.count + 5 else {
      return nil
    }
    return String(line.dropFirst(start.count).dropLast(5))
  }
}
