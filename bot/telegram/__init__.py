"""Telegram behind the channel port: the only place that knows the telegram library."""
