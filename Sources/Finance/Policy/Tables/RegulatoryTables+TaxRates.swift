extension RegulatoryTables {
  /// Rates a table does not have (funds other than equity sold before 23 July 2024, taxed with indexation)
  /// are absent on purpose: no estimate is given for them.
  static let taxRatesTable = #"""
    {
      "table": "tax_rates",
      "source": "Income-tax rules for listed equity funds from 1-Apr-2018 and Finance (No. 2) Act 2024, unchanged by Budget 2026; without cess and surcharge; from secondary sources",
      "rows": [
        {
          "valid_from": "2018-04-01", "valid_to": "2024-07-22",
          "equity_oriented": { "long_term_months": 12, "short_rate": 0.15, "long_rate": 0.10, "exemption": 100000 },
          "specified_debt": { "slab_from": "2023-04-01" },
          "other": null
        },
        {
          "valid_from": "2024-07-23", "valid_to": null,
          "equity_oriented": { "long_term_months": 12, "short_rate": 0.20, "long_rate": 0.125, "exemption": 125000 },
          "specified_debt": { "slab_from": "2023-04-01" },
          "other": { "long_term_months": 24, "short_rate": null, "long_rate": 0.125, "exemption": 0 }
        }
      ]
    }
    """#
}
