import Hummingbird
import JSONKit
import NIOCore

extension Response {
  /// A JSON document; it is this caller's alone, so nothing on the way may keep it.
  init(_ json: JSONValue, status: HTTPResponse.Status = .ok, type: String = "application/json") {
    self.init(
      status: status,
      headers: [.contentType: type, .cacheControl: "no-store", .xContentTypeOptions: "nosniff"],
      body: .init(byteBuffer: ByteBuffer(string: json.compact())))
  }
}
