/// A place inside a value that is being encoded or decoded: the way to it from the root.
///
/// Each place holds on to the one it is in. Coding makes one at every step and looks at few of them, so the way as an
/// array is put together only when somebody asks.
indirect enum CodingPlace {
  case root
  case member(any CodingKey, of: CodingPlace)
  case element(Int, of: CodingPlace)

  /// The keys from the root on, as the coders of the standard library show them.
  var codingPath: [any CodingKey] {
    switch self {
    case .root: []
    case .member(let key, let parent): parent.codingPath + [key]
    case .element(let index, let parent): parent.codingPath + [JSONCodingKey(intValue: index)]
    }
  }
}
