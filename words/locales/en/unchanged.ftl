### Unchanged: what is on record stays as the answer.

nudge-unchanged = Unchanged
unchanged-head =
    <b>{ $number }{ $of }</b> – unchanged{ $dated ->
        [1] { " " }{ $since }
       *[other] {""}
    }. The report will say:
unchanged-status = Completion: { $completion }.
unchanged-text = Done: “{ $text }”
unchanged-no-text = What was done is not described.
unchanged-yes = Send it in like this
unchanged-more = Add to it
unchanged-no = Cancel
echo-unchanged = Unchanged.
ask-why =
    <b>{ $number }{ $of }</b> { $title }

    On record the work has not been started. Please write in one message what stands in its way; then we will record that it is still so. Please do not write restricted information here.
unchanged-not = <b>{ $number }</b>{ $of } Nothing was recorded.
