using System.Text.Json;

namespace BotCluster.Engine.Json;

/// <summary>The members of a stored state, one letter each: a state is written at nearly every step of every bot.</summary>
/// <remarks>A letter never changes its meaning. What is at its usual value (zero, null, off) is not written.</remarks>
internal static class StateNames
{
    private static readonly JsonEncodedText[] Encoded =
        [.. Enumerable.Range(0, 128).Select(letter => JsonEncodedText.Encode(((char)letter).ToString()))];

    public static JsonEncodedText Of(char letter) => Encoded[letter];

    internal static class State
    {
        public const char Schema = 'v';
        public const char Symbols = 'y';
        public const char Status = 's';
        public const char Block = 'b';
        public const char Account = 'a';
        public const char Orders = 'o';
        public const char Paper = 'p';
        public const char Risk = 'r';
        public const char LastStep = 'l';
        public const char LastEquityAt = 'e';
        public const char Numbers = 'n';
        public const char Cycles = 'c';
        public const char Holds = 'h';
        public const char Refusals = 'f';
        public const char Deferred = 'd';
        public const char OpenedStep = 'O';
        public const char FundedUntil = 'F';
    }

    internal static class Account
    {
        public const char Quote = 'q';
        public const char Budget = 'b';
        public const char Cash = 'c';
        public const char Realised = 'r';
        public const char Fees = 'f';
        public const char Funding = 'u';
        public const char Positions = 'p';
    }

    internal static class Position
    {
        public const char Symbol = 'y';
        public const char Direction = 'd';
        public const char Quantity = 'q';
        public const char Cost = 'c';
        public const char Leverage = 'l';
        public const char OpenedAt = 'o';
        public const char TradeNumber = 'n';
        public const char Entries = 'e';
        public const char Stop = 's';
        public const char Target = 't';
        public const char BestClose = 'b';
        public const char Entered = 'E';
        public const char EnteredCost = 'C';
        public const char ExitedProceeds = 'X';
        public const char Fees = 'f';
        public const char Funding = 'u';
        public const char Realised = 'r';
    }

    internal static class Order
    {
        public const char Id = 'i';
        public const char Symbol = 'y';
        public const char Side = 'b';
        public const char Direction = 'd';
        public const char Quantity = 'q';
        public const char Purpose = 'p';
        public const char Type = 't';
        public const char TimeInForce = 'w';
        public const char LimitPrice = 'l';
        public const char StopPrice = 'x';
        public const char Leverage = 'v';
        public const char ProtectiveStop = 'g';
        public const char Target = 'o';
        public const char Confidence = 'c';
        public const char Reason = 'r';
        public const char Status = 's';
        public const char RecordedAt = 'R';
        public const char ExpiresAt = 'E';
        public const char Filled = 'f';
        public const char Note = 'n';
        public const char ReduceOnly = 'k';
        public const char IsTriggered = 'h';
        public const char IsTaker = 'm';
        public const char Trades = 'T';
    }

    internal static class Deferred
    {
        public const char Symbol = 'y';
        public const char Direction = 'd';
        public const char Confidence = 'c';
        public const char Reason = 'r';
        public const char Until = 'u';
        public const char Stop = 's';
        public const char Target = 't';
        public const char SizeShare = 'z';
        public const char Leverage = 'v';
    }

    internal static class Paper
    {
        public const char Orders = 'o';
        public const char NextTrade = 'n';
        public const char Taken = 't';
    }

    internal static class Risk
    {
        public const char Day = 'd';
        public const char DayStartEquity = 'e';
        public const char TradesToday = 't';
        public const char PeakEquity = 'p';
        public const char DrawdownWarned = 'w';
        public const char PausedUntil = 'u';
        public const char RecentStops = 's';
        public const char Locks = 'l';
        public const char Outcomes = 'o';
        public const char DailyLossReached = 'x';
        public const char LastEquity = 'q';
    }

    internal static class Numbers
    {
        public const char Order = 'o';
        public const char Trade = 't';
        public const char Decision = 'd';
        public const char Alert = 'a';
        public const char Booking = 'b';
    }
}
