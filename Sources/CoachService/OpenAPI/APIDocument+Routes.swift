import HTTPTypes
import JSONKit

extension APIDocument {
  /// The methods of each path, as the document has them.
  ///
  /// - Parameter prefixes: what paths that begin with `/api` are served under, beside their own.
  func methods(under prefixes: [String] = []) -> [String: [HTTPRequest.Method]] {
    var methods: [String: [HTTPRequest.Method]] = [:]
    for (path, item) in json["paths"]?.object ?? [:] {
      let found = (item.object?.keys ?? []).compactMap { HTTPRequest.Method($0.uppercased()) }
      methods[path] = found
      if path.hasPrefix("/api/") { for prefix in prefixes { methods[prefix + path] = found } }
    }
    return methods
  }
}
