### Nudges, and the coordinator's view of who is awaited.

round-head =
    { $kind ->
        [filling] Worksheets: roles and dates
        [voluntary] Voluntary information about { $year }
        [final] Final information on the plan
        [comments] Comments on the draft
       *[mandatory] Information about { $year }
    }
round-question =
    { $kind ->
        [filling] Is everything as in the plan?
        [voluntary] How does it stand now? The answer is voluntary.
        [final] How does it stand as the plan ends?
        [comments] Is there anything to object to or to add?
       *[mandatory] How did it stand at the end of { $year }?
    }
nudge-round = { $title }
nudge-head =
    <b>{ round-head }</b>
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
nudge-sign-by = To be handed in for signature { $by }.
nudge-sign =
    If your institution has to approve the answer, please hand it in for signature { $by ->
        [now] now
       *[day] { $by }
    }.
nudge-late =
    <b>We still await the { $kind ->
        [final] final information on the plan
       *[mandatory] information about { $year }
    }.</b>
    It was due { $due }.
nudge-still =
    <b>{ round-head }</b>
    It was due { $due }, and can still be answered.
nudge-grace = We will include everything that arrives { $until }.
nudge-how = { round-question } Press the button, or simply reply to this message.
    .mail = { round-question }
nudge-how-many = { round-question } Press a number, or simply reply to this message.
    .mail = { round-question } One e-mail may answer all of it: begin each answer on a new line with its number.
agree =
    { $kind ->
        [comments] No objections
       *[filling] All is right
    }
agree-all =
    { $kind ->
        [comments] No objections to any
       *[filling] All is right in all
    }
agree-not =
    { $kind ->
        [comments] Write a comment
       *[filling] Correct or add
    }
plan-says =
    { $what ->
        [lead] Lead:
        [co-lead] Supporting:
        [contact] Contact:
       *[due] Due (as in the plan):
    } { $told }
plan-says-nothing = not stated
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
standing-without-owner =
    <b>Recommendations without a lead institution:</b> { $numbers }
    Please name one in the list “Ieteikumi” on the platform, or enter there that the recommendation is not followed.
round-over =
    <b>{ $title }</b>
    The round is locked: answers are taken no more. Answers received: { $answered } of { $total }.
round-over-missed = <b>Not received</b>
round-over-letters = An official letter that comes now is kept as received after the round was closed. The draft of the report: /{ $word }
no-round = No reporting deadline is near; no answer is awaited.
