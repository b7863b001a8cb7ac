### The picture of a rehearsal: to whom something would be written, and when.

rehearsal-title = Who is written to, and when, if nobody answers
rehearsal-days = { $first } – { $last }.
rehearsal-sum = Messages: { $messages }. People: { $people }. Most for one person: { $most }. Over the budget: { $over }.
rehearsal-total = In all
rehearsal-kind =
    { $rung ->
        [handover] what passed on from the one before
        [still-you] whether they still answer
        [start] time to begin
        [sign] time to give it to sign
        [letter] time to have the letter made
        [partner] a partner’s view
        [again] once more
        [last] the last before the due day
        [late] past the due day
        [own-dates] about the plan's own dates
        [held] not sent: the person has had as many as planned
        [meeting] about a meeting
        [snooze] on the day they asked for
       *[other] other
    }
rehearsal-unreached = Grey: cannot be reached yet.
