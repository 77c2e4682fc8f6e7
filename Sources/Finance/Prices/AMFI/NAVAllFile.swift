/// AMFI's file of the latest net asset value of every scheme, NAVAll.txt.
///
/// It comes in three forms: six columns (2018–2026), eight with repurchase and sale price (until 2018) and
/// eight with plan and option (since August 2026); the header tells which. Every data line is either a row or
/// a rejection with its reason. Sections name the category and the fund house of the rows below them.
///
/// Texts are read from the file's bytes when they are asked for, so that parsing allocates next to nothing.
public struct NAVAllFile: Sendable {
  /// One scheme's line.
  public struct Row: Hashable, Sendable {
    let code: UInt32
    /// The net asset value and its day; dormant schemes keep days that are years old.
    public let nav: DatedNAV
    let isinGrowth: ByteRange
    let isinReinvest: ByteRange
    let name: ByteRange
    let plan: ByteRange
    let option: ByteRange
    let category: Int32
    let fundHouse: Int32

    /// The AMFI code.
    public var amfiCode: String { String(code) }
  }

  /// A data line that is not a row.
  public struct Rejection: Hashable, Sendable {
    /// The line, from 1.
    public let line: Int
    /// Why it was rejected.
    public let reason: Reason
  }

  /// Why a data line was rejected.
  public enum Reason: String, Sendable, CaseIterable {
    /// Another number of fields than the header has.
    case fieldCount = "field_count"
    /// The scheme code has letters or more than eight digits.
    case code
    /// The scheme already has a row.
    case duplicate
    /// `N.A.`, `-`, nothing or 0: there is no value.
    case noValue = "no_value"
    /// No number, negative, or too many decimals.
    case malformedValue = "malformed_value"
    /// No day written `16-May-2025`, or one before 1990.
    case malformedDate = "malformed_date"
    /// A day after the one the file was read on.
    case futureDate = "future_date"
  }

  /// The schemes with a value, in the order of the file.
  public let rows: [Row]
  /// The data lines without one.
  public let rejections: [Rejection]
  private let bytes: [UInt8]
  private let categories: [ByteRange]
  private let fundHouses: [ByteRange]

  /// Reads the bytes of a file received on `asOf`.
  ///
  /// - Throws: ``FinanceError`` `malformed` for anything with no header or fewer than `minimumLines` data
  ///   lines: AMFI answers with a maintenance page in HTML as if nothing were wrong.
  public init(bytes: [UInt8], asOf: CivilDate, minimumLines: Int = 1000) throws(FinanceError) {
    var reader = NAVAllReader(asOf: asOf)
    bytes.withUnsafeBufferPointer { reader.read($0) }
    guard reader.hasHeader, reader.rows.count + reader.rejections.count >= minimumLines else {
      throw FinanceError(
        .malformed,
        "this is not NAVAll.txt: a header and \(minimumLines) schemes are expected; fetch it again later")
    }
    self.bytes = bytes
    rows = reader.rows
    rejections = reader.rejections
    categories = reader.categories
    fundHouses = reader.fundHouses
  }

  /// How many data lines the file has: rows and rejections.
  public var dataLines: Int { rows.count + rejections.count }
}

extension NAVAllFile {
  /// The scheme's name as printed; never to be matched on.
  public func name(of row: Row) -> String { text(row.name) }

  /// The plan column, such as `Direct Plan`; empty in the forms without it and for ETFs.
  public func plan(of row: Row) -> String { text(row.plan) }

  /// The option column, such as `Growth Option`; empty in the forms without it.
  public func option(of row: Row) -> String { text(row.option) }

  /// The text in the brackets of the section's heading, such as `Equity Scheme - Large Cap Fund`.
  public func category(of row: Row) -> String? {
    row.category < 0 ? nil : text(categories[Int(row.category)])
  }

  /// The fund house of the section, if it has one.
  public func fundHouse(of row: Row) -> String? {
    row.fundHouse < 0 ? nil : text(fundHouses[Int(row.fundHouse)])
  }

  /// The ISIN of the growth or payout option; nil where the file has anything but a fund's ISIN.
  public func isinGrowth(of row: Row) -> String? { isin(row.isinGrowth) }

  /// The ISIN of the reinvestment option; nil where the file has anything but a fund's ISIN.
  public func isinReinvest(of row: Row) -> String? { isin(row.isinReinvest) }

  private func text(_ range: ByteRange) -> String {
    String(decoding: bytes[range.indices], as: UTF8.self)
  }

  private func isin(_ range: ByteRange) -> String? {
    let isin = text(range)
    return isin.hasPrefix("INF") && ISIN.isValid(isin) ? isin : nil
  }
}

/// A range of a file's bytes, in half the space.
struct ByteRange: Hashable, Sendable {
  static let empty = ByteRange(0, 0)

  private let start: UInt32
  private let count: UInt32

  init(_ start: Int, _ end: Int) {
    self.start = UInt32(truncatingIfNeeded: start)
    count = UInt32(truncatingIfNeeded: end - start)
  }

  var indices: Range<Int> { Int(start)..<Int(start) + Int(count) }
}
