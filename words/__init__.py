"""Words say it: texts, dates and messages in the reader's language."""
