extension RegulatoryTables {
  /// The categories of 2017, by AMFI's spelling.
  static let categories2017Table = #"""
    {
      "table": "categories",
      "source": "SEBI circular of 6-Oct-2017 with flexi cap of 6-Nov-2020; AMFI's spelling; from secondary sources",
      "rows": [
        {
          "valid_from": "2017-10-06", "valid_to": "2026-02-25", "version": "2017",
          "categories": [
            { "id": "equity.large_cap", "group": "equity", "name": "Large Cap Fund", "equity_floor": 0.8, "tax_class": "equity_oriented", "open": true },
            { "id": "equity.large_and_mid_cap", "group": "equity", "name": "Large & Mid Cap Fund", "equity_floor": 0.7, "tax_class": "equity_oriented", "open": true },
            { "id": "equity.mid_cap", "group": "equity", "name": "Mid Cap Fund", "equity_floor": 0.65, "tax_class": "equity_oriented", "open": true },
            { "id": "equity.small_cap", "group": "equity", "name": "Small Cap Fund", "equity_floor": 0.65, "tax_class": "equity_oriented", "open": true },
            { "id": "equity.multi_cap", "group": "equity", "name": "Multi Cap Fund", "equity_floor": 0.75, "tax_class": "equity_oriented", "open": true },
            { "id": "equity.flexi_cap", "group": "equity", "name": "Flexi Cap Fund", "equity_floor": 0.65, "tax_class": "equity_oriented", "open": true },
            { "id": "equity.dividend_yield", "group": "equity", "name": "Dividend Yield Fund", "equity_floor": 0.65, "tax_class": "equity_oriented", "open": true },
            { "id": "equity.value", "group": "equity", "name": "Value Fund", "equity_floor": 0.65, "tax_class": "equity_oriented", "open": true },
            { "id": "equity.contra", "group": "equity", "name": "Contra Fund", "equity_floor": 0.65, "tax_class": "equity_oriented", "open": true },
            { "id": "equity.focused", "group": "equity", "name": "Focused Fund", "equity_floor": 0.65, "tax_class": "equity_oriented", "open": true },
            { "id": "equity.sectoral_thematic", "group": "equity", "name": "Sectoral/ Thematic", "equity_floor": 0.8, "tax_class": "equity_oriented", "open": true },
            { "id": "equity.elss", "group": "equity", "name": "ELSS", "equity_floor": 0.8, "tax_class": "equity_oriented", "open": true },
            { "id": "debt.overnight", "group": "debt", "name": "Overnight Fund", "equity_floor": null, "tax_class": "specified_debt", "open": true },
            { "id": "debt.liquid", "group": "debt", "name": "Liquid Fund", "equity_floor": null, "tax_class": "specified_debt", "open": true },
            { "id": "debt.ultra_short_duration", "group": "debt", "name": "Ultra Short Duration Fund", "equity_floor": null, "tax_class": "specified_debt", "open": true },
            { "id": "debt.low_duration", "group": "debt", "name": "Low Duration Fund", "equity_floor": null, "tax_class": "specified_debt", "open": true },
            { "id": "debt.money_market", "group": "debt", "name": "Money Market Fund", "equity_floor": null, "tax_class": "specified_debt", "open": true },
            { "id": "debt.short_duration", "group": "debt", "name": "Short Duration Fund", "equity_floor": null, "tax_class": "specified_debt", "open": true },
            { "id": "debt.medium_duration", "group": "debt", "name": "Medium Duration Fund", "equity_floor": null, "tax_class": "specified_debt", "open": true },
            { "id": "debt.medium_to_long_duration", "group": "debt", "name": "Medium to Long Duration Fund", "equity_floor": null, "tax_class": "specified_debt", "open": true },
            { "id": "debt.long_duration", "group": "debt", "name": "Long Duration Fund", "equity_floor": null, "tax_class": "specified_debt", "open": true },
            { "id": "debt.dynamic_bond", "group": "debt", "name": "Dynamic Bond", "equity_floor": null, "tax_class": "specified_debt", "open": true },
            { "id": "debt.corporate_bond", "group": "debt", "name": "Corporate Bond Fund", "equity_floor": null, "tax_class": "specified_debt", "open": true },
            { "id": "debt.credit_risk", "group": "debt", "name": "Credit Risk Fund", "equity_floor": null, "tax_class": "specified_debt", "open": true },
            { "id": "debt.banking_and_psu", "group": "debt", "name": "Banking and PSU Fund", "equity_floor": null, "tax_class": "specified_debt", "open": true },
            { "id": "debt.gilt", "group": "debt", "name": "Gilt Fund", "equity_floor": null, "tax_class": "specified_debt", "open": true },
            { "id": "debt.gilt_10_year", "group": "debt", "name": "Gilt Fund with 10 year constant duration", "equity_floor": null, "tax_class": "specified_debt", "open": true },
            { "id": "debt.floater", "group": "debt", "name": "Floater Fund", "equity_floor": null, "tax_class": "specified_debt", "open": true },
            { "id": "hybrid.conservative", "group": "hybrid", "name": "Conservative Hybrid Fund", "equity_floor": 0.1, "tax_class": "other", "open": true },
            { "id": "hybrid.balanced", "group": "hybrid", "name": "Balanced Hybrid Fund", "equity_floor": 0.4, "tax_class": "other", "open": true },
            { "id": "hybrid.aggressive", "group": "hybrid", "name": "Aggressive Hybrid Fund", "equity_floor": 0.65, "tax_class": "equity_oriented", "open": true },
            { "id": "hybrid.dynamic_asset_allocation", "group": "hybrid", "name": "Dynamic Asset Allocation or Balanced Advantage", "equity_floor": null, "tax_class": "equity_oriented", "open": true },
            { "id": "hybrid.multi_asset", "group": "hybrid", "name": "Multi Asset Allocation", "equity_floor": 0.1, "tax_class": "other", "open": true },
            { "id": "hybrid.arbitrage", "group": "hybrid", "name": "Arbitrage Fund", "equity_floor": 0.65, "tax_class": "equity_oriented", "open": true },
            { "id": "hybrid.equity_savings", "group": "hybrid", "name": "Equity Savings", "equity_floor": 0.65, "tax_class": "equity_oriented", "open": true },
            { "id": "solution.retirement", "group": "solution", "name": "Retirement Fund", "equity_floor": null, "tax_class": "other", "open": true },
            { "id": "solution.children", "group": "solution", "name": "Children’s Fund", "equity_floor": null, "tax_class": "other", "open": true },
            { "id": "other.index", "group": "other", "name": "Index Funds", "equity_floor": null, "tax_class": "other", "open": true },
            { "id": "other.gold_etf", "group": "other", "name": "Gold ETF", "equity_floor": null, "tax_class": "other", "open": true },
            { "id": "other.etf", "group": "other", "name": "Other ETFs", "equity_floor": null, "tax_class": "other", "open": true },
            { "id": "other.fof_domestic", "group": "other", "name": "FoF Domestic", "equity_floor": null, "tax_class": "other", "open": true },
            { "id": "other.fof_overseas", "group": "other", "name": "FoF Overseas", "equity_floor": null, "tax_class": "other", "open": true }
          ]
        }
      ]
    }
    """#
}
