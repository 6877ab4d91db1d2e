drop table feed_cursors;
drop table candles;
