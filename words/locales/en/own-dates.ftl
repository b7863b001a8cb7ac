### The plan's own dates that come near.

own-dates = <b>Dates in the plan come near</b>
own-dates-line =
    – { $number }{ $of } { $title }: { $due }{ $worded ->
        [none] {""}
       *[other] { " " }(in the plan: “{ $worded }”)
    }
own-dates-more = – and others: { $count }
own-dates-how = No answer is needed now; what was done is asked in the next reporting round. If a date has changed, please write to the coordinator.
nudge-own-dates = <b>Dates in the plan come near, too:</b>
