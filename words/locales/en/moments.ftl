### Days and times that people type themselves: the words they are known by, and what is said where they are not understood.

## Words; variants parted by |, no accents needed

moment-words-today = today
moment-words-tomorrow = tomorrow
moment-words-after-tomorrow = day after tomorrow
moment-words-next = next
moment-words-this = this
moment-words-next-week = next week
moment-words-in = in
moment-words-day = day | days
moment-words-week = week | weeks | a week
moment-words-year = year
moment-words-on = on | of | the
moment-words-by = by | until
moment-words-at = at
moment-words-from = from
moment-words-to = to | until | till

## Examples

moment-example = { $date } { date-month } { $year }, 10:00–11:30
moment-example-day = { $date } { date-month } { $year }

## What was not understood, and what to write

-moment-write = Please write, for example:
moment-problem-nonsense = We could not tell from “{ $text }” when that is. { -moment-write } “{ $example }”.
moment-problem-no-day = There is no day in “{ $text }”. { -moment-write } “{ $example }”.
moment-problem-no-time = At what time? The day is { $day }, but you wrote no time. { -moment-write } “{ $example }”.
moment-problem-no-such-day = You wrote “{ $text }”. There is no such day in the calendar. { -moment-write } “{ $example }”.
moment-problem-no-such-time = You wrote “{ $text }”. There is no such time of day. { -moment-write } “{ $example }”.
moment-problem-either-day = “{ $text }” may mean two days. Please write one of them: “{ $first }” or “{ $second }”.
moment-problem-two-days = You wrote two different days: “{ $first }” and “{ $second }”. Please write one of them.
moment-problem-wrong-weekday = The weekday and the date do not agree: { $day }. Please check which day is meant. { -moment-write } “{ $example }”.
moment-problem-past = That time has passed already today. Please write a day and time still to come, for example: “{ $example }”.
moment-problem-past-day = That day has passed already: { $day }. Please write a day still to come, for example: “{ $example }”.
moment-problem-skipped-time = You wrote “{ $text }”. That night the clocks go forward and there is no such time ({ $day }). { -moment-write } “{ $example }”.
moment-problem-double-time = You wrote “{ $text }”. That night the clocks go back and there is such a time twice ({ $day }). { -moment-write } “{ $example }”.
moment-problem-end-first = You wrote “{ $text }”. The end would come before the start. { -moment-write } “{ $example }”.
