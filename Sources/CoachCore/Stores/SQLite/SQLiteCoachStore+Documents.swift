import Foundation
import GRDB

extension SQLiteCoachStore {
  /// The user's texts embedded by a model; those of other models are not read, since nothing could be done with them.
  public func documents(model: String, as principal: Principal) throws(CoachError) -> [StoredDocument] {
    try read("reading the documents") { db in
      let rows = try Row.fetchCursor(
        try db.cachedStatement(
          sql: "SELECT * FROM ai_docs WHERE user_id = ? AND model = ? ORDER BY kind, ref_id"),
        arguments: [principal.user, model])
      var documents: [StoredDocument] = []
      while let row = try rows.next() { documents.append(try Self.document(row, model: model)) }
      return documents
    }
  }

  /// Keeps a text in the place of the one of that kind and reference.
  public func save(_ document: StoredDocument, as principal: Principal) throws(CoachError) {
    try write("keeping the text of \(document.refID)") { try Self.upsert(document, principal, $0) }
  }

  /// Removes a text of the user's own.
  @discardableResult
  public func deleteDocument(
    _ kind: StoredDocument.Kind, refID: String, as principal: Principal
  ) throws(CoachError) -> Bool {
    var wasThere = false
    try write("removing the text of \(refID)") { db in
      try db.cachedStatement(sql: "DELETE FROM ai_docs WHERE user_id = ? AND kind = ? AND ref_id = ?")
        .execute(arguments: [principal.user, kind.rawValue, refID])
      wasThere = db.changesCount == 1
    }
    return wasThere
  }

  static func upsert(_ document: StoredDocument, _ principal: Principal, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO ai_docs (user_id, kind, ref_id, language, content_md, content_hash, model, embedding)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (user_id, kind, ref_id) DO UPDATE SET
          language = excluded.language, content_md = excluded.content_md,
          content_hash = excluded.content_hash, model = excluded.model, embedding = excluded.embedding
        """
    ).execute(arguments: [
      principal.user, document.kind.rawValue, document.refID, document.language, document.contentMarkdown,
      document.contentHash, document.embedding?.model, document.embedding.map(bytes),
    ])
  }

  private static func document(_ row: Row, model: String) throws -> StoredDocument {
    let refID: String = row["ref_id"]
    let bytes: Data = row["embedding"]
    guard let kind = StoredDocument.Kind(rawValue: row["kind"]), bytes.count.isMultiple(of: 4) else {
      throw CoachError(.storeFailed, "the text of \(refID) was written by another version of the store")
    }
    return StoredDocument(
      kind: kind, refID: refID, language: row["language"], contentMarkdown: row["content_md"],
      embedding: try Embedding(model: model, values: floats(bytes)))
  }

  /// Components as IEEE 754 singles, the lowest byte first on every machine.
  private static func bytes(_ embedding: Embedding) -> Data {
    embedding.values.map { $0.bitPattern.littleEndian }.withUnsafeBytes { Data($0) }
  }

  private static func floats(_ data: Data) -> [Float] {
    data.withUnsafeBytes { bytes in
      stride(from: 0, to: bytes.count - bytes.count % 4, by: 4).map {
        Float(bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: UInt32.self)))
      }
    }
  }
}
