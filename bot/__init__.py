"""The bot speaks: channels, dialogues that know no channel, delivery and intake."""
