-- Candles feed statistics, so they are doubles: 15 digits hold every published price. The key is also the one way
-- they are read: a symbol's candles of one timeframe in the order of time.
create table candles (
    symbol            text not null,
    timeframe_minutes int not null check (timeframe_minutes > 0),
    open_time         timestamptz not null,
    open              double precision not null,
    high              double precision not null,
    low               double precision not null,
    close             double precision not null,
    volume            double precision not null,
    primary key (symbol, timeframe_minutes, open_time)
);

-- How far a feed has got; updated at every candle, so rows leave room for their next version on the same page.
create table feed_cursors (
    feed text primary key,
    at   timestamptz not null
) with (fillfactor = 50);
