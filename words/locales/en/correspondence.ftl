### What passed between the forum and a body in one round: what was sent, answered and decided.

corr-title = Correspondence: { $name }
corr-intro = All that went to the body's people in this round, what the body answered, and what coordinators decided. What members wrote stands with the answers.
corr-none = Nothing yet.
corr-of = Correspondence
corr-file = correspondence
corr-column-when = Time
corr-column-what = What
corr-column-about = Measures
corr-column-who = To whom, or who
corr-column-way = How
corr-column-state = State
corr-nudge =
    { $rung ->
        [start] Reminder: time to begin
        [sign] Reminder: time to give it to sign
        [again] Reminder once more
        [last] Reminder: the last before the due day
        [late] Reminder: past the due day
        [snooze] Reminder on the day they asked for
        [hand] Reminder sent by a coordinator
       *[other] Reminder
    }
corr-still-you = Asked whether they still answer
corr-handover = Told what passed on from the contact before them
corr-extended = Told of more time
corr-refused = Told that the due day stays
corr-on-behalf = Told of an answer that a coordinator entered
corr-returned = Asked to complete an answer
corr-wording = Shown a text for publication
corr-answer =
    { $manner ->
        [unchanged] Answer: unchanged (version { $version })
        [nothing] Answer: nothing to report (version { $version })
        [withdrawn] Answer withdrawn (version { $version })
       *[told] Answer (version { $version })
    }
corr-help =
    { $trouble ->
        [data] Asked for help: data are lacking
        [sign-off] Asked for help: not agreed inside the institution
        [not-mine] Said that somebody else answers for it
        [extension] Asked for more time
       *[other] Asked for help
    }
corr-more-time = More time, { $until }: “{ $reason }”
corr-skipped = No answer is asked for any more: “{ $reason }”
corr-restored = More time, or an exception, was taken back
corr-asked-more =
    { $words ->
        [none] The answer was marked as returned on the platform
       *[other] Asked for more: “{ $words }”
    }
corr-kept = The answer stays as it is
corr-letter-due = Told that it is time to have the letter made
corr-letter-made = A letter was drafted
corr-letter-signed = Signed letter no. { $number }, { $on }
corr-state =
    { $state ->
        [sent] sent
        [unknown] not known whether it arrived
        [failed] could not be sent
        [held] held back
       *[waits] not sent yet
    }
corr-way =
    { $way ->
        [email] e-mail
        [telegram] Telegram
        [page] worksheet page
        [workspace] platform
        [letter] letter
       *[coordinator] entered by a coordinator
    }
