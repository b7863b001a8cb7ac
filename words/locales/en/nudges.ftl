### Nudges, and the coordinator's view of who is awaited.

nudge-head =
    <b>Information about { $year }</b>
    { due-line }
due-line =
    { $when ->
        [past] It was due { $due }.
        [today] Due today: { $due }.
       *[ahead] Due: { $due } – { $left }.
    }
due-day-off =
    { $given } is a day off, so it is due on the working day { $rule ->
        [previous] before
       *[next] after
    }.
nudge-left = { $left } ({ $working })
nudge-sign = If your institution has to approve the answer, please give it to sign now.
nudge-late =
    <b>We have not received the information about { $year } yet.</b>
    It was due { $due }.
nudge-grace = We will include everything that arrives { $until }.
nudge-how = How did it stand at the end of { $year }? Press the button, or simply reply to this message.
    .mail = How did it stand at the end of { $year }?
nudge-how-many = How did it stand at the end of { $year }? Press the number of a measure, or simply reply to this message.
    .mail = How did it stand at the end of { $year }? If you reply about several measures, please send one e-mail for each.
nudge-answer = Answer

measure = <b>{ $number }{ $of }</b> { $title }
measure-last =
    { $dated ->
        [1] Last entry ({ $on }): “{ $text }”
       *[other] Last entry: “{ $text }”
    }

standing =
    <b>{ $title }</b>
    { due-line }
standing-count = Answers received: { $answered } of { $total }.
standing-awaited = <b>Awaited</b>
standing-body = { $code }: { $numbers }
standing-unreached = <b>Cannot be reached</b>
standing-name = – { $name }
standing-without-lead =
    <b>No lead institution:</b> { $numbers }
    Please name one in the list “Pasākumi” on the platform.
no-round = No reporting deadline is near; no answer is awaited.
