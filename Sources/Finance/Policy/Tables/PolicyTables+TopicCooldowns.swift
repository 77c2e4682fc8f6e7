extension PolicyTables {
  /// Days a told topic rests by how much it matters, and the states of each aspect from good to bad.
  static let topicCooldownsTable = #"""
    {
      "table": "topic_cooldowns",
      "source": "conventions of this project",
      "rows": [
        {
          "valid_from": "2013-01-01",
          "valid_to": null,
          "days": { "info": 30, "attention": 14, "action": 7, "dismissed": 180 },
          "scales": [
            { "aspect": "gap", "states": ["on_track", "close", "behind", "at_risk"] },
            { "aspect": "allocation", "states": ["in_band", "drifted"] },
            { "aspect": "ceiling", "states": ["within", "above"] },
            { "aspect": "overlap", "states": ["low", "high"] },
            { "aspect": "emergency", "states": ["ok", "short"] }
          ]
        }
      ]
    }
    """#
}
