import Finance
import JSONKit

/// A small portfolio with round numbers: 3 000 units bought at ₹90, worth ₹100 each, for one goal.
///
/// The goal is the worked example of domain rules §2.3: 3 lakh and ₹10,000 a month at 11 % for 8 years
/// against 25 lakh at 7 % inflation.
enum SamplePortfolio {
  static let asOf = "2026-08-14"

  static let text = #"""
    {
      "schema": "portfolio/1",
      "as_of": "2026-08-14",
      "user": {
        "id": "u01", "birth_year": 1984, "tax_residency": "resident", "slab_rate": 0.3,
        "risk_profile": "moderate", "risk_profiled_at": "2026-03-01", "language": "en", "tone": "plain",
        "monthly_expenses": 60000
      },
      "goals": [
        {
          "id": "g1", "kind": "education", "name": "College", "target_today": 2500000, "inflation": 0.07,
          "target_date": "2034-08-14", "priority": 1, "status": "active", "flexible_date": false,
          "flexible_amount": false, "step_up": null, "target_allocation": { "equity": 1 },
          "assumed": { "equity": { "return": 0.11, "vol": 0.18, "source": "person" } }
        }
      ],
      "holdings": [{ "id": "h1", "folio": "12345678/90", "amfi_code": "118825" }],
      "shares": [{ "goal": "g1", "holding": "h1", "share": 1 }],
      "sips": [
        {
          "id": "s1", "holding": "h1", "goal": "g1", "amount": 10000, "frequency": "monthly", "day": 5,
          "start": "2024-08-05", "end": null, "step_up": null, "status": "active"
        }
      ],
      "prefs": { "notify_email": false },
      "cas": {
        "statement_period": { "from": "01-Apr-2024", "to": "2026-08-14" },
        "file_type": "CAMS", "cas_type": "DETAILED", "parse_warnings": [],
        "investor_info": { "name": "A B", "email": "a@example.com", "address": "1 Road", "mobile": null },
        "folios": [
          {
            "folio": "12345678 / 90", "amc": "AMC", "PAN": "ABCDE1234F", "KYC": "OK", "PANKYC": "OK",
            "schemes": [
              {
                "scheme": "Large Cap", "advisor": "DIRECT", "isin": "INF769K01AX2", "amfi": "118825",
                "open": "0.000", "close": "3,000.000", "close_calculated": "3000.000",
                "valuation": { "date": "2026-08-14", "nav": "100", "cost": "270000", "value": "300000" },
                "nominees": ["C B"],
                "transactions": [
                  {
                    "date": "05-Aug-2024", "description": "Purchase", "amount": "2,69,986.50",
                    "units": "3000.000", "nav": "89.9955", "balance": 3000, "type": "PURCHASE",
                    "dividend_rate": null
                  },
                  {
                    "date": "2024-08-05", "description": "*** Stamp Duty ***", "amount": 13.5,
                    "units": null, "nav": null, "balance": null, "type": "STAMP_DUTY_TAX"
                  }
                ]
              }
            ]
          }
        ]
      },
      "stocks": [],
      "expected": { "facts": { "goal.g1.band": "at_risk" }, "forbidden": ["College"] }
    }
    """#

  static let schemesText = #"""
    {
      "schema": "schemes/1",
      "source": "test",
      "schemes": [
        {
          "amfi_code": "118825", "isin_growth": "INF769K01AX2", "isin_reinvest": null, "amc": "AMC",
          "name": "Large Cap", "plan": "direct", "option": "growth", "category": "equity.large_cap",
          "category_version": "2017", "asset_class": "equity", "tax_class": "equity_oriented",
          "riskometer": "Very High", "ter": null,
          "exit_load": [{ "days": 365, "percent": 0.01, "free_units_percent": 0.1 }], "lock_in_days": 0,
          "launch_date": "2013-01-01", "status": "open"
        }
      ]
    }
    """#

  static let pricesText = """
    # source: test
    amfi_code,date,nav
    118825,2024-08-05,89.9955
    118825,2026-08-13,100.0000
    118825,2026-08-17,250.0000

    """

  static func json() throws -> JSONValue { try JSONValue(parsing: text) }

  /// The portfolio after `edits`, each a replacement in the text that must apply.
  static func portfolio(_ edits: (String, String)...) throws -> Portfolio {
    try Portfolio(json: try JSONValue(parsing: try edited(text, edits)))
  }

  static func schemes() throws -> SchemeDirectory {
    try SchemeDirectory(json: try JSONValue(parsing: schemesText))
  }

  static func prices() throws -> PriceTable { try PriceTable(csv: pricesText, file: "nav.csv") }

  static func snapshot(of portfolio: Portfolio, on day: String = asOf) throws -> PortfolioSnapshot {
    guard let date = CivilDate(iso: day) else { throw EditFailed(what: day) }
    return try PortfolioSnapshot(
      portfolio: portfolio, prices: try prices(), schemes: try schemes(), asOf: date)
  }

  struct EditFailed: Error {
    let what: String
  }

  static func edited(_ text: String, _ edits: [(String, String)]) throws -> String {
    try edits.reduce(text) { text, edit in
      guard let range = text.firstRange(of: edit.0) else { throw EditFailed(what: edit.0) }
      return text.replacingCharacters(in: range, with: edit.1)
    }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with replacement: String) -> String {
    self[..<range.lowerBound] + replacement + self[range.upperBound...]
  }
}
