### Dates, times and what is left, as people say them. A language that declines has a form for each use.

date-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
date-month-since = { date-month }
date-month-by = { date-month }
date-month-on = { date-month }

date-weekday = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
date-weekday-on = { date-weekday }
date-weekday-by = { date-weekday }
date-weekday-for = { date-weekday }

# Days. $date is the day of the month, $year a text.
date-long = { $date } { date-month } { $year }
date-full = { date-weekday }, { $date } { date-month } { $year }
date-short = { $date } { date-month }
date-at = { date-short }
date-since = since { date-short }
date-until = until { date-short }
date-by = by { date-short }
date-by-weekday = by { date-weekday }, { date-short }
date-by-full = by { date-short } { $year }
date-on = on { date-weekday }, { date-short }
date-on-full = on { date-full }

# Times.
date-clock = { NUMBER($hour, minimumIntegerDigits: 2) }:{ NUMBER($minute, minimumIntegerDigits: 2) }
date-clocks = { $from }–{ $to }
date-moment = { date-short } at { date-clock }
date-moment-full = { date-short } { $year } at { date-clock }
date-meeting = { date-full }, { $from }–{ $to }
date-meeting-begins = { date-full }, { $at }
date-meeting-over-days = { $from } – { $to }

# Years, as texts.
date-year = { $year }
date-years = { $first }–{ $last }

# What is left.
date-left = { $days ->
    [0] due today
    [one] { $days } day left
   *[other] { $days } days left
}
date-overdue = { $days ->
    [one] { $days } day overdue
   *[other] { $days } days overdue
}
date-working-days = { $days ->
    [one] { $days } working day
   *[other] { $days } working days
}

# A measure's or commitment's number within a sentence; $number is its key, such as 2.8.
date-number = { $number }
