extension Glossary {
  static let english = [
    Entry(
      "xirr", "XIRR",
      "the yearly return of money that went in and out on different days; it weighs each rupee "
        + "by the time it was invested."),
    Entry(
      "cagr", "CAGR",
      "the steady yearly rate at which a value would have grown from its first day to its last; "
        + "it takes no notice of what happened between them."),
    Entry(
      "absolute_return", "Absolute return",
      "gain or loss as a part of the cost, whatever time it took; the "
        + "honest figure while the money has been invested for less than a year."),
    Entry(
      "sip", "SIP",
      "a systematic investment plan: the same instalment goes into a fund on a fixed day of every "
        + "month, whether prices are high or low."),
    Entry(
      "step_up", "Step-up",
      "a rise of the monthly instalment once a year, so that saving grows with income "
        + "and a shortfall closes without a large instalment today."),
    Entry(
      "shortfall", "Shortfall",
      "the part of a goal's inflated target that the plan is not projected to reach "
        + "by the target date."),
    Entry(
      "surplus", "Surplus", "what the plan is projected to hold beyond a goal's inflated target."),
    Entry(
      "funded_ratio", "Funded ratio",
      "the projected value of a goal's money divided by its inflated target; "
        + "at one the goal is on track."),
    Entry(
      "inflation", "Inflation",
      "the yearly rise of prices; a target stated in today's rupees costs more on the "
        + "day it is paid."),
    Entry(
      "assumed_return", "Assumed return",
      "the yearly rate a projection reckons with; it is an assumption held "
        + "within the permitted range and not a forecast, and actual returns can be lower."),
    Entry(
      "probability", "Probability of reaching a goal",
      "the part of many simulated paths on which the plan "
        + "reaches its target; it rests on the assumed return and its spread."),
    Entry(
      "horizon", "Horizon",
      "the time from today to a goal's date; the nearer the date, the less equity suits "
        + "the money."),
    Entry(
      "nav", "NAV",
      "net asset value: the price of one unit of a scheme on one business day, published after "
        + "the market closes."),
    Entry(
      "stale_nav", "Stale NAV", "a price that is some business days old; values made from it are marked."),
    Entry(
      "exit_load", "Exit load",
      "a charge on units sold sooner than the scheme wishes; it falls away once the "
        + "units have been held long enough."),
    Entry(
      "expense_ratio", "Expense ratio",
      "the yearly cost of running a scheme, taken from its assets before the "
        + "NAV is struck."),
    Entry(
      "direct_plan", "Direct plan",
      "the plan of a scheme bought without a distributor; the portfolio is the "
        + "same and the expense ratio lower than that of the regular plan."),
    Entry(
      "asset_allocation", "Asset allocation",
      "how money is spread over equity, debt, gold and cash; it decides "
        + "more of the risk than the choice of any fund."),
    Entry(
      "drift", "Drift",
      "the distance between the weight an asset class has and the weight it was meant to "
        + "have, after markets have moved."),
    Entry(
      "rebalancing", "Rebalancing",
      "bringing weights back to their targets, cheapest first: new instalments "
        + "are redirected before anything is sold."),
    Entry(
      "equity_ceiling", "Equity ceiling",
      "the largest part in equity that suits a risk profile and a horizon."),
    Entry(
      "overlap", "Overlap",
      "the part of two funds that is invested in the same shares; funds that overlap "
        + "much spread less risk than they seem to."),
    Entry(
      "concentration", "Concentration",
      "how much of a portfolio hangs on few holdings; the effective number of "
        + "holdings falls as one of them grows."),
    Entry(
      "benchmark", "Benchmark",
      "the total return index a scheme is measured against, over the very same "
        + "window of time."),
    Entry(
      "drawdown", "Drawdown",
      "the deepest fall of a value from an earlier peak before that peak was reached "
        + "again."),
    Entry(
      "volatility", "Volatility",
      "how widely returns scatter around their mean; the wider, the less a single "
        + "year says."),
    Entry(
      "rolling_return", "Rolling return",
      "returns over every window of the same length, so that no start "
        + "date is picked by luck."),
    Entry(
      "emergency_fund", "Emergency fund",
      "money for some months of expenses kept where it can be had at once; "
        + "it comes before any other goal."),
    Entry(
      "risk_profile", "Risk profile",
      "how much loss a person is able and willing to bear; without a recent "
        + "profile nothing is proposed that depends on it."),
    Entry(
      "capital_gain", "Capital gain",
      "the gain on units sold, taxed by the kind of scheme and by how long the "
        + "units were held, the oldest units first."),
    Entry(
      "lock_in", "Lock-in",
      "a time during which units cannot be sold; each instalment has a lock-in of its "
        + "own."),
  ]
}
