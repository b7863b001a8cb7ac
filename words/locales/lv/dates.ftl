### Dates, times and what is left, as people say them. A language that declines has a form for each use.

# Months: the name; since (kopš …); by (līdz …); on (…ī, …ā).
date-month = { $month ->
    [1] janvāris
    [2] februāris
    [3] marts
    [4] aprīlis
    [5] maijs
    [6] jūnijs
    [7] jūlijs
    [8] augusts
    [9] septembris
    [10] oktobris
    [11] novembris
   *[12] decembris
}
date-month-since = { $month ->
    [1] janvāra
    [2] februāra
    [3] marta
    [4] aprīļa
    [5] maija
    [6] jūnija
    [7] jūlija
    [8] augusta
    [9] septembra
    [10] oktobra
    [11] novembra
   *[12] decembra
}
date-month-by = { $month ->
    [1] janvārim
    [2] februārim
    [3] martam
    [4] aprīlim
    [5] maijam
    [6] jūnijam
    [7] jūlijam
    [8] augustam
    [9] septembrim
    [10] oktobrim
    [11] novembrim
   *[12] decembrim
}
date-month-on = { $month ->
    [1] janvārī
    [2] februārī
    [3] martā
    [4] aprīlī
    [5] maijā
    [6] jūnijā
    [7] jūlijā
    [8] augustā
    [9] septembrī
    [10] oktobrī
    [11] novembrī
   *[12] decembrī
}

# Weekdays: the name; on (pirmdien); by (līdz pirmdienai); for (uz pirmdienu).
date-weekday = { $weekday ->
    [1] pirmdiena
    [2] otrdiena
    [3] trešdiena
    [4] ceturtdiena
    [5] piektdiena
    [6] sestdiena
   *[7] svētdiena
}
date-weekday-on = { $weekday ->
    [1] pirmdien
    [2] otrdien
    [3] trešdien
    [4] ceturtdien
    [5] piektdien
    [6] sestdien
   *[7] svētdien
}
date-weekday-by = { $weekday ->
    [1] pirmdienai
    [2] otrdienai
    [3] trešdienai
    [4] ceturtdienai
    [5] piektdienai
    [6] sestdienai
   *[7] svētdienai
}
date-weekday-for = { $weekday ->
    [1] pirmdienu
    [2] otrdienu
    [3] trešdienu
    [4] ceturtdienu
    [5] piektdienu
    [6] sestdienu
   *[7] svētdienu
}

# Days. $date is the day of the month, $year a text.
date-long = { $year }. gada { $date }. { date-month }
date-full = { date-weekday }, { $year }. gada { $date }. { date-month }
date-short = { $date }. { date-month }
date-at = { $date }. { date-month-on }
date-since = kopš { $date }. { date-month-since }
date-until = { date-by }
date-by = līdz { $date }. { date-month-by }
date-by-weekday = līdz { date-weekday-by }, { $date }. { date-month-by }
date-by-full = līdz { $year }. gada { $date }. { date-month-by }
date-on = { date-weekday-on }, { $date }. { date-month-on }
date-on-full = { date-weekday-on }, { $year }. gada { $date }. { date-month-on }

# Times.
date-clock = { $hour }.{ NUMBER($minute, minimumIntegerDigits: 2) }
date-clocks = { $from }–{ $to }
date-moment = { date-at } plkst. { date-clock }
date-moment-full = { $year }. gada { date-at } plkst. { date-clock }
date-meeting = { date-on-full }, plkst. { $from }–{ $to }
date-meeting-begins = { date-on-full }, plkst. { $at }
date-meeting-over-days = { $from } – { $to }

# Years, as texts.
date-year = { $year }. gads
date-years = { $first }.–{ $last }. gads

# What is left.
date-left = { $days ->
    [0] termiņš ir šodien
    [zero] atlikušas { $days } dienas
    [one] atlikusi { $days } diena
   *[other] atlikušas { $days } dienas
}
date-overdue = { $days ->
    [zero] nokavētas { $days } dienas
    [one] nokavēta { $days } diena
   *[other] nokavētas { $days } dienas
}
date-working-days = { $days ->
    [zero] { $days } darba dienas
    [one] { $days } darba diena
   *[other] { $days } darba dienas
}

# A measure's or commitment's number within a sentence; $number is its key, such as 2.8.
date-number = { $number }.
