extension PolicyTables {
  /// The standard warning is SEBI's, word for word (advertisement code); the line on past performance goes
  /// with every historical return; the last one is our own.
  static let disclaimersTable = #"""
    {
      "table": "disclaimers",
      "source": "SEBI advertisement code for mutual funds, as quoted by fund houses; not_advice is our own",
      "rows": [
        {
          "valid_from": "2013-01-01",
          "valid_to": null,
          "texts": [
            {
              "id": "std_warning",
              "text": "Mutual Fund investments are subject to market risks, read all scheme related documents carefully."
            },
            { "id": "not_advice", "text": "Educational information, not investment advice." },
            { "id": "past_performance", "text": "Past performance may or may not be sustained in future." }
          ]
        }
      ]
    }
    """#
}
